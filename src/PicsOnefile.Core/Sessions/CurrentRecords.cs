using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Sessions;

/// <summary>The records of a workspace as the write protocol needs them: read anew from both systems.</summary>
internal sealed class CurrentRecords(Workspace workspace) : IChangedRecords
{
    private static readonly IReadOnlyDictionary<string, string> NoKeys = new Dictionary<string, string>();

    /// <inheritdoc/>
    public IRemoteRecords SystemOf(RecordKind kind) => workspace.SystemOf(kind);

    /// <inheritdoc/>
    public void Forget(IEnumerable<(string Kind, string Key)> records) => workspace.OnefileLookUps.Forget(records);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> ReadKeysAsync(RecordKind kind, RunContext run)
    {
        if (LinkType.For(kind) is { } link)
        {
            if (link.PicsWeb.Kind == kind)
                return Keys(await LinkLists.For(link.Kind).PicsWebAsync(workspace, Freshness.Always, run).ConfigureAwait(false) ?? []);
            await LinkLists.For(link.Kind).OnefileAsync(workspace, Freshness.Always, run).ConfigureAwait(false);
        }
        else if (kind == RecordKind.Qualification && workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
        {
            await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
        }
        return NoKeys;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<BackedUpValue>> ReadValuesAsync(RunContext run)
    {
        run.Log.Verbose("Saving all Additional IDs, MIS Values and VQ References before the first write.");
        // Idents may be equal at two customers, and centres never are. Where one is in play, it shows of which customer an officer's value is.
        var centres = await workspace.OnefileLists.CentresAsync(Freshness.WhenOld, run).ConfigureAwait(false);
        var centreId = centres.Count == 1 ? centres[0].CentreId : null;
        var values = new List<BackedUpValue>();
        foreach (var type in LinkType.All)
            values.AddRange(
                (await LinkLists.For(type.Kind).PicsWebAsync(workspace, Freshness.Always, run).ConfigureAwait(false) ?? []).Select(row =>
                    Value(type.PicsWeb, row.Ident, row.AdditionalId, centreId)
                )
            );
        if (workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
            values.AddRange(
                (await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false)).Select(row =>
                    Value(RecordType.Qualification, row.QualificationId, row.VqReference)
                )
            );
        foreach (var type in LinkType.All)
            values.AddRange(await MisValuesAsync(type, run).ConfigureAwait(false));
        return values;
    }

    private static Dictionary<string, string> Keys(IEnumerable<IPicsWebRecord> records)
    {
        var keys = new Dictionary<string, string>();
        foreach (var record in records)
            keys[record.Ident] = record.RecordId;
        return keys;
    }

    // Whether rows carry the MIS Value is not known of every server. Where they do not, a customer who links by it pays one call per record, once.
    private async Task<IEnumerable<BackedUpValue>> MisValuesAsync(LinkType type, RunContext run)
    {
        var (lists, onefile) = (LinkLists.For(type.Kind), type.Onefile);
        var rows = await lists.OnefileAsync(workspace, Freshness.Always, run).ConfigureAwait(false);
        if (
            rows.All(row => row.MisId is null)
            && await workspace.Onefile.ListAsync(onefile.Kind, RecordField.MisId.Name, run).ConfigureAwait(false) is null
        )
        {
            if (workspace.LinkBy != LinkBy.MisValue)
            {
                run.Log.Verbose(
                    $"Onefile's rows of {run.Terms.Onefile(type.Kind).Label} carry no MIS Value, and this profile writes none: they are not in the backup."
                );
                return [];
            }
            var detailed = await lists.ReadDetailsAsync(workspace, rows, run).ConfigureAwait(false);
            // A backup without a value could not bring it back.
            if (detailed.Unread.Count > 0)
                throw detailed.Unread.Values.First();
            rows = detailed;
        }
        return rows.Select(row => Value(onefile, row.OnefileId, row.MisId, row.CentreId));
    }

    private static BackedUpValue Value(RecordType type, string key, string? value, string? centreId = null) =>
        new(type.Kind, key, type.Field!.Name, value, centreId);
}
