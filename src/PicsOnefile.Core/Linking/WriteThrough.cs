using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Reading;
using PicsOnefile.Records;

namespace PicsOnefile.Linking;

/// <summary>Puts a written value into the cache at once. The next cmdlet must not plan on the old one.</summary>
internal sealed class WriteThrough(Workspace workspace)
{
    /// <summary>Keeps the value of a link's field. A record that the snapshot does not have is in no list, and so not in the cache.</summary>
    public void Keep(LinkSnapshot snapshot, PlannedChange change)
    {
        var records = workspace.Cache.Records;
        switch (change.Kind)
        {
            case RecordKind.Officer when snapshot.PicsWeb(change.Key) is Officer officer:
                records.Update([officer with { AdditionalId = change.NewValue }]);
                break;
            case RecordKind.Organisation when snapshot.PicsWeb(change.Key) is Organisation organisation:
                records.Update([organisation with { AdditionalId = change.NewValue }]);
                break;
            case RecordKind.Assessor when snapshot.Onefile(change.Key) is Assessor assessor:
                records.Update([assessor with { MisId = change.NewValue }]);
                break;
            case RecordKind.Placement when snapshot.Onefile(change.Key) is Placement placement:
                records.Update([placement with { MisId = change.NewValue }]);
                break;
        }
    }

    /// <summary>Keeps a VQ Reference.</summary>
    public void Keep(PlannedChange change)
    {
        if (workspace.Cache.Records.Read<Qualification>()?.Rows.FirstOrDefault(row => row.QualificationId == change.Key) is { } qualification)
            workspace.Cache.Records.Update([qualification with { VqReference = change.NewValue }]);
    }
}
