using System;
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
        switch (kind)
        {
            case RecordKind.Officer when workspace.PicsWeb.CanRead(PicsWebOperation.OfficersList):
                return Keys(await workspace.PicsWebLists.OfficersAsync(Freshness.Always, run).ConfigureAwait(false));
            case RecordKind.Organisation when workspace.PicsWeb.CanRead(PicsWebOperation.OrganisationsList):
                return Keys(await workspace.PicsWebLists.OrganisationsAsync(Freshness.Always, run).ConfigureAwait(false));
            case RecordKind.Qualification when workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList):
                await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
                return NoKeys;
            case RecordKind.Assessor:
                await workspace.OnefileLists.AssessorsAsync(Freshness.Always, run).ConfigureAwait(false);
                return NoKeys;
            case RecordKind.Placement:
                await workspace.OnefileLists.PlacementsAsync(Freshness.Always, run).ConfigureAwait(false);
                return NoKeys;
            default:
                return NoKeys;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<BackedUpValue>> ReadValuesAsync(RunContext run)
    {
        run.Log.Verbose("Saving all Additional IDs, MIS Values and VQ References before the first write.");
        var values = new List<BackedUpValue>();
        var lists = workspace.PicsWebLists;
        if (workspace.PicsWeb.CanRead(PicsWebOperation.OfficersList))
            values.AddRange(
                (await lists.OfficersAsync(Freshness.Always, run).ConfigureAwait(false)).Select(row => new BackedUpValue(
                    RecordKind.Officer,
                    row.OfficerIdent,
                    "AdditionalId",
                    row.AdditionalId,
                    null
                ))
            );
        if (workspace.PicsWeb.CanRead(PicsWebOperation.OrganisationsList))
            values.AddRange(
                (await lists.OrganisationsAsync(Freshness.Always, run).ConfigureAwait(false)).Select(row => new BackedUpValue(
                    RecordKind.Organisation,
                    row.OrganisationIdent,
                    "AdditionalId",
                    row.AdditionalId,
                    null
                ))
            );
        if (workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
            values.AddRange(
                (await lists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false)).Select(row => new BackedUpValue(
                    RecordKind.Qualification,
                    row.QualificationId,
                    "VqReference",
                    row.VqReference,
                    null
                ))
            );
        values.AddRange(
            await MisValuesAsync(RecordKind.Assessor, workspace.OnefileLists.AssessorsAsync, workspace.OnefileLists.DetailAsync, run).ConfigureAwait(false)
        );
        values.AddRange(
            await MisValuesAsync(RecordKind.Placement, workspace.OnefileLists.PlacementsAsync, workspace.OnefileLists.DetailAsync, run).ConfigureAwait(false)
        );
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
    private async Task<IEnumerable<BackedUpValue>> MisValuesAsync<T>(
        RecordKind kind,
        Func<Freshness, RunContext, Task<IReadOnlyList<T>>> list,
        Func<IReadOnlyCollection<T>, RunContext, Task<IReadOnlyList<T>>> detail,
        RunContext run
    )
        where T : class, IOnefileRecord
    {
        var rows = await list(Freshness.Always, run).ConfigureAwait(false);
        if (rows.All(row => row.MisId is null) && await workspace.Onefile.ListAsync(kind, "MisId", run).ConfigureAwait(false) is null)
        {
            if (workspace.LinkBy != LinkBy.MisValue)
            {
                run.Log.Verbose(
                    $"Onefile's rows of {run.Terms.Of(kind.ToString()).Label} carry no MIS Value, and this profile writes none: they are not in the backup."
                );
                return [];
            }
            rows = await detail(rows, run).ConfigureAwait(false);
        }
        return rows.Select(row => new BackedUpValue(kind, row.OnefileId, "MisId", row.MisId, row.CentreId));
    }
}
