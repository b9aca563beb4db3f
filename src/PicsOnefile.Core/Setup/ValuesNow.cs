using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Setup;

/// <summary>Every value that the module may ever write, read anew from both systems: what the backup from before the first write holds.</summary>
internal sealed class ValuesNow(PicsOnefileSession session)
{
    /// <summary>The values. What PICSWeb does not offer is left out, and so is a MIS Value that was never seen: "unknown" must not come back as "empty".</summary>
    public async Task<IReadOnlyCollection<BackedUpValue>> ReadAsync(RunContext run)
    {
        run.Log.Verbose("Saving all Additional IDs, MIS Values and VQ References before the first write.");
        var values = new List<BackedUpValue>();
        var lists = session.PicsWebLists;
        if (session.PicsWeb.CanRead(PicsWebOperation.OfficersList))
            values.AddRange((await lists.OfficersAsync(Freshness.Always, run).ConfigureAwait(false)).Select(row => new BackedUpValue(RecordKind.Officer, row.OfficerIdent, "AdditionalId", row.AdditionalId, null)));
        if (session.PicsWeb.CanRead(PicsWebOperation.OrganisationsList))
            values.AddRange((await lists.OrganisationsAsync(Freshness.Always, run).ConfigureAwait(false)).Select(row => new BackedUpValue(RecordKind.Organisation, row.OrganisationIdent, "AdditionalId", row.AdditionalId, null)));
        if (session.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
            values.AddRange((await lists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false)).Select(row => new BackedUpValue(RecordKind.Qualification, row.QualificationId, "VqReference", row.VqReference, null)));
        values.AddRange(await MisValuesAsync(RecordKind.Assessor, session.OnefileLists.AssessorsAsync, session.OnefileLists.DetailAsync, run).ConfigureAwait(false));
        values.AddRange(await MisValuesAsync(RecordKind.Placement, session.OnefileLists.PlacementsAsync, session.OnefileLists.DetailAsync, run).ConfigureAwait(false));
        return values;
    }

    // Whether rows carry the MIS Value is not known of every server. Where they do not, a customer who links by it pays one call per record, once.
    private async Task<IEnumerable<BackedUpValue>> MisValuesAsync<T>(
        RecordKind kind, Func<Freshness, RunContext, Task<IReadOnlyList<T>>> list, Func<IReadOnlyCollection<T>, RunContext, Task<IReadOnlyList<T>>> detail, RunContext run)
        where T : class, IOnefileRecord
    {
        var rows = await list(Freshness.Always, run).ConfigureAwait(false);
        if (rows.All(row => row.MisId is null) && await session.Onefile.ListAsync(kind, "MisId", run).ConfigureAwait(false) is null)
        {
            if (session.LinkBy != LinkBy.MisValue)
            {
                run.Log.Verbose($"Onefile's rows of {run.Terms.Of(kind.ToString()).Label} carry no MIS Value, and this profile writes none: they are not in the backup.");
                return [];
            }
            rows = await detail(rows, run).ConfigureAwait(false);
        }
        return rows.Select(row => new BackedUpValue(kind, row.OnefileId, "MisId", row.MisId, row.CentreId));
    }
}
