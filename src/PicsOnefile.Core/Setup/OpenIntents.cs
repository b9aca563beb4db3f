using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Failures;
using PicsOnefile.Integration;
using PicsOnefile.Linking;
using PicsOnefile.Linking.TakingBack;
using PicsOnefile.PicsWeb;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Setup;

/// <summary>Settles, when a connection is opened and before a run writes, what an earlier process or run left open, and remembers the links that come to light.</summary>
internal sealed class OpenIntents(PicsOnefileSession session)
{
    /// <summary>Settles what is due. An intent that cannot be settled now is settled another time: it keeps nobody from working.</summary>
    public async Task SettleWherePossibleAsync(RunContext run)
    {
        try
        {
            await SettleAsync(run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Warning($"Changes that an earlier run left open could not be settled: {failure.Message} They stay open (Get-LinkHistory -Open).");
        }
    }

    /// <summary>Settles what runs that are not under way any more left open in both systems.</summary>
    public async Task SettleAsync(RunContext run)
    {
        var settlement = new Settlement(session.Cache.Journal, session.Environment, session.SystemOf);
        var idents = new Dictionary<(RecordKind, string), string>();
        // The lists are read anew, whatever the cache holds of them: it may be older than the write whose outcome nobody saw.
        foreach (var kind in settlement.Kinds())
        {
            foreach (var record in await ReadAsync(kind, run).ConfigureAwait(false))
                idents[(kind, record.Ident)] = record.RecordId;
        }
        var settled = await settlement.SettleAsync(RecordId, run).ConfigureAwait(false);
        session.OnefileLookUps.Forget(settled.Select(change => (change.Kind, change.Key)));
        new LinkRecording(session).Keep(settled);
        new UndoneMarks(session.Cache.Journal).Complete(settled);

        await new NewQualifications(session).SettleAsync(run).ConfigureAwait(false);
        await new SettingsProtocol(session).SettleAsync(run).ConfigureAwait(false);

        // Onefile's records and PICSWeb's qualifications are known to the journal by the API's own key.
        string? RecordId(RecordKind kind, string key) =>
            kind is RecordKind.Officer or RecordKind.Organisation ? (idents.TryGetValue((kind, key), out var id) ? id : null) : key;
    }

    private async Task<IEnumerable<IPicsWebRecord>> ReadAsync(RecordKind kind, RunContext run)
    {
        switch (kind)
        {
            case RecordKind.Officer when session.PicsWeb.CanRead(PicsWebOperation.OfficersList):
                return await session.PicsWebLists.OfficersAsync(Freshness.Always, run).ConfigureAwait(false);
            case RecordKind.Organisation when session.PicsWeb.CanRead(PicsWebOperation.OrganisationsList):
                return await session.PicsWebLists.OrganisationsAsync(Freshness.Always, run).ConfigureAwait(false);
            case RecordKind.Qualification when session.PicsWeb.CanRead(PicsWebOperation.QualificationsList):
                await session.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
                return [];
            case RecordKind.Assessor:
                await session.OnefileLists.AssessorsAsync(Freshness.Always, run).ConfigureAwait(false);
                return [];
            case RecordKind.Placement:
                await session.OnefileLists.PlacementsAsync(Freshness.Always, run).ConfigureAwait(false);
                return [];
            default:
                return [];
        }
    }
}
