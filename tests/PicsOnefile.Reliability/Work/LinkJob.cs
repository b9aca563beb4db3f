using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.Reliability.Work;

/// <summary>What one run of a cmdlet did.</summary>
/// <param name="Planned">How many changes it had to make.</param>
/// <param name="Failures">What it told of single records.</param>
public sealed record Pass(int Planned, IReadOnlyList<PicsOnefileException> Failures)
{
    /// <summary>Nothing was left to be done.</summary>
    public bool IsDone => Planned == 0;
}

/// <summary>The bulk runs, by the services that Set-OfficerLink, Set-OrganisationLink and Undo-LinkChange call.</summary>
public static class LinkJob
{
    // By it the journal tells the runs that link from those that take back.
    internal const string Reason = "reliability";

    /// <summary>Links what is not linked yet.</summary>
    public static async Task<Pass> LinkAsync(PicsOnefileSession session, LinkKind kind, IReadOnlyList<BulkPair> pairs, RunContext run)
    {
        var links = session.Links;
        var snapshot = await links.RecoverAndTakeSnapshotAsync(kind, Freshness.Always, run);
        var items = LinkPlanner.Plan(
            snapshot,
            [.. pairs.Select(pair => new LinkRequest(kind, pair.Ident, pair.OnefileId))],
            links.Options(Confidence.Certain, force: false, Reason)
        );
        var changes = items.Where(item => item.Change is not null).ToList();
        var results = changes.Count == 0 ? [] : await links.ApplyAsync(Command(kind), snapshot, changes, run);
        return new(changes.Count, [.. items.Select(item => item.Refusal).Concat(results.Select(result => result.Error)).OfType<PicsOnefileException>()]);
    }

    /// <summary>Takes the links off that are still there.</summary>
    public static async Task<Pass> UnlinkAsync(PicsOnefileSession session, LinkKind kind, IReadOnlyList<BulkPair> pairs, RunContext run)
    {
        var links = session.Links;
        var snapshot = await links.RecoverAndTakeSnapshotAsync(kind, Freshness.Always, run);
        var items = LinkPlanner.PlanRemoval(
            snapshot,
            [.. pairs.Select(pair => new LinkRequest(kind, pair.Ident, null))],
            links.Options(Confidence.None, force: false, Reason)
        );
        var changes = items.Where(item => item.Change is not null || item.Forgets is not null).ToList();
        var command = kind == LinkKind.Officer ? "Remove-OfficerLink" : "Remove-OrganisationLink";
        var results = changes.Count == 0 ? [] : await links.ApplyAsync(command, snapshot, changes, run);
        return new(changes.Count, [.. results.Select(result => result.Error).OfType<PicsOnefileException>()]);
    }

    /// <summary>Takes back what the bulk runs made and is still there, the newest run first.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ended">
    /// The runs of which nothing is left. They are passed by, as an administrator would: else a pass reads both lists once for every run of the journal, and
    /// among thirty of them a fault ends it before it has come to the oldest.
    /// </param>
    /// <param name="run">The run.</param>
    public static async Task<Pass> UndoAsync(PicsOnefileSession session, ISet<string> ended, RunContext run)
    {
        int planned = 0;
        var failures = new List<PicsOnefileException>();
        var runs = session
            .Cache.Journal.Read(new())
            .Where(row => row.Reason == Reason)
            .Select(row => row.RunId)
            .Distinct()
            .OrderDescending(StringComparer.Ordinal);
        foreach (string runId in runs.Where(runId => !ended.Contains(runId)).ToList())
        {
            var plan = await session.Undo.PlanAsync(runId, null, run);
            var refused = plan.Items.Select(item => item.Refusal).OfType<PicsOnefileException>().ToList();
            failures.AddRange(refused);
            var agreed = plan.Items.Where(item => item.Step.Action.Length > 0).ToList();
            if (agreed.Count == 0)
            {
                // A record that a list has left out for once is asked for again.
                if (refused.All(failure => failure.Kind != ErrorKinds.RecordUnknown))
                    ended.Add(runId);
                continue;
            }

            planned += agreed.Count;
            failures.AddRange((await session.UndoRunner.ApplyAsync("Undo-LinkChange", plan, agreed, run)).Errors);
        }

        return new(planned, failures);
    }

    private static string Command(LinkKind kind) => kind == LinkKind.Officer ? "Set-OfficerLink" : "Set-OrganisationLink";
}
