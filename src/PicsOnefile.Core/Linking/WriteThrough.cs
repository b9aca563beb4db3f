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
        var (lists, records) = (LinkLists.For(snapshot.Sources.Kind), workspace.Cache.Records);
        if (RecordType.For(change.Kind).IsOnefiles)
        {
            if (snapshot.Onefile(change.Key) is { } account)
                lists.KeepWritten(records, account, change.NewValue);
        }
        else if (snapshot.PicsWeb(change.Key) is { } record)
        {
            lists.KeepWritten(records, record, change.NewValue);
        }
    }

    /// <summary>Keeps a VQ Reference.</summary>
    public void Keep(PlannedChange change)
    {
        if (workspace.Cache.Records.Read<Qualification>()?.Rows.FirstOrDefault(row => row.QualificationId == change.Key) is { } qualification)
            workspace.Cache.Records.Update([qualification with { VqReference = change.NewValue }]);
    }
}
