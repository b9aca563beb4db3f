using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>The result of one request.</summary>
/// <param name="Item">The plan's item.</param>
/// <param name="Entry">The link as it is now, or null where there is none to show.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="Done">True where the link was written (or put on the worklist), or the exclusion or rejection kept.</param>
public sealed record LinkResult(LinkPlanItem Item, LinkEntry? Entry, PicsOnefileException? Error, bool Done);

/// <summary>Reads, plans and writes links of officers and organisations alike.</summary>
public sealed class LinkService
{
    /// <summary>How many records a run looks at singly before it links to them.</summary>
    public const int MostLookedAt = 25;

    private readonly Workspace _workspace;
    private readonly ChangeService _changes;
    private readonly LinkRecording _memory;
    private readonly LinkReading _reading;

    /// <summary>Links of a workspace, written by its write protocol.</summary>
    public LinkService(Workspace workspace, ChangeService changes)
    {
        (_workspace, _changes, _memory) = (workspace, changes, new(workspace));
        _reading = new(workspace, _memory);
    }

    /// <inheritdoc cref="LinkReading.TakeSnapshotAsync"/>
    public Task<LinkSnapshot> TakeSnapshotAsync(LinkKind kind, Freshness freshness, RunContext run) => _reading.TakeSnapshotAsync(kind, freshness, run);

    /// <summary>The same for a run that writes. What an earlier run left open is recovered first, even where nothing is left to do.</summary>
    /// <returns>The snapshot after the recovery.</returns>
    public async Task<LinkSnapshot> RecoverAndTakeSnapshotAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        await _changes.RecoverWherePossibleAsync(run).ConfigureAwait(false);
        return await TakeSnapshotAsync(kind, freshness, run).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the details of the accounts and placements that the wanted links lead to. Where rows lack the flag, only the details show that a record is
    /// archived. The cost is one call for each record whose details are missing or too old (<see cref="DetailsAge.OfALinksTarget"/>). A run with more than
    /// <see cref="MostLookedAt"/> such records uses what is known. Reading them would cost half as many calls again, and Find-OfficerLink has read the details
    /// of its candidates. A record that could not be read (<see cref="LinkSources.Unread"/>) is not linked to.
    /// </summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="requests">The links that are wanted.</param>
    /// <param name="options">The options of the plan. Links that would not be written are not looked at.</param>
    /// <param name="run">The run.</param>
    /// <returns>The snapshot with these details.</returns>
    public Task<LinkSnapshot> LookAtTargetsAsync(LinkSnapshot snapshot, IReadOnlyList<LinkRequest> requests, LinkPlanOptions options, RunContext run) =>
        LookAtAsync(
            snapshot,
            [
                .. LinkPlanner
                    .Plan(snapshot, requests, options)
                    .Where(item => item.Change is not null || item.Refusal?.Kind == ErrorKinds.TargetNotLive)
                    .Select(item => item.Request.OnefileId)
                    .OfType<string>(),
            ],
            always: false,
            run
        );

    /// <summary>Reads the details of the Onefile records that a person asks for.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="ids">Onefile IDs. IDs that no list shows are ignored.</param>
    /// <param name="always">True reads details anew, however young they are.</param>
    /// <param name="run">The run.</param>
    /// <returns>The snapshot with these details.</returns>
    public async Task<LinkSnapshot> LookAtAsync(LinkSnapshot snapshot, IReadOnlyCollection<string> ids, bool always, RunContext run)
    {
        var now = _workspace.Clock.GetUtcNow();
        var wanted = ids.Distinct(StringComparer.Ordinal)
            .Select(snapshot.Onefile)
            .OfType<IOnefileRecord>()
            .Where(record => always || DetailsAge.OfALinksTarget.WantsReading(record, now))
            .ToList();
        if (wanted.Count > MostLookedAt)
            run.Log.Verbose(
                $"Whether {wanted.Count} {run.Terms.Onefile(snapshot.Sources.Kind).Many} are in use was not checked one by one ({MostLookedAt} at most): "
                    + "what is known of them counts."
            );
        if (wanted.Count is 0 or > MostLookedAt)
            return snapshot;
        DetailedRecords<IOnefileRecord> seen;
        try
        {
            seen = await LinkLists.For(snapshot.Sources.Kind).ReadDetailsAsync(_workspace, wanted, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Verbose($"Whether the {run.Terms.Onefile(snapshot.Sources.Kind).Many} are in use could not be checked: {failure.Message}");
            seen = new([], wanted.ToDictionary(record => record.OnefileId, _ => failure, StringComparer.Ordinal));
        }
        var better = seen.ToDictionary(record => record.OnefileId, StringComparer.Ordinal);
        var asked = new HashSet<string>(wanted.Select(record => record.OnefileId), StringComparer.Ordinal);
        return LinkSnapshot.From(
            snapshot.Sources with
            {
                Unread = seen.Unread,
                NoneWasRead = wanted.Count > 1 && seen.Unread.Count == wanted.Count,
                Onefile =
                [
                    .. snapshot
                        .Sources.Onefile.Where(record =>
                            !asked.Contains(record.OnefileId) || better.ContainsKey(record.OnefileId) || seen.Unread.ContainsKey(record.OnefileId)
                        )
                        .Select(record => better.TryGetValue(record.OnefileId, out var known) ? known : record),
                ],
            }
        );
    }

    /// <summary>Makes the options of a plan in this workspace.</summary>
    /// <returns>The options, with the running account as the actor and the present time.</returns>
    public LinkPlanOptions Options(Confidence minimumConfidence, bool force, string? reason) =>
        new(_workspace.Connected, minimumConfidence, force, reason, RunningAccount.Name, _workspace.Clock.GetUtcNow()) { Terms = _workspace.Terms };

    /// <summary>Writes the changes of a plan.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="snapshot">The snapshot that the plan was made on.</param>
    /// <param name="items">The items to carry out. Items without a change or an exclusion are returned as they are.</param>
    /// <param name="run">The run.</param>
    /// <returns>The results, in the order of the plan.</returns>
    public async Task<IReadOnlyList<LinkResult>> ApplyAsync(string command, LinkSnapshot snapshot, IReadOnlyList<LinkPlanItem> items, RunContext run)
    {
        foreach (var exclusion in items.Select(item => item.Exclusion).OfType<LinkExclusion>())
            _workspace.Cache.Ledger.Exclude(exclusion);
        _memory.Forget([.. items.Select(item => item.Forgets).OfType<Cache.RecordedLink>()]);
        RejectedPairs.Keep(
            _workspace.Cache.Ledger,
            _workspace.Environment,
            items.Where(item => item.Rejects).Select(item => (item.Request.Kind, item.Request.Ident, item.Request.OnefileId)),
            new(RunningAccount.Name, _workspace.Clock.GetUtcNow())
        );
        run.Tally.Conclude(ResultKind.Excluded, items.Count(item => item.Exclusion is not null));
        run.Tally.Conclude(ResultKind.Done, items.Count(item => item.Forgets is not null));
        run.Tally.Conclude(ResultKind.Rejected, items.Count(item => item.Rejects));
        var asked = items.Where(item => item.Change is not null).ToDictionary(item => item.Change!, item => item.Request);
        var writable = items.Where(item => item.Change is { } change && _workspace.SystemOf(change.Kind).CanWrite(change.Kind)).ToList();
        var outcomes = (
            await _changes
                .ApplyAsync(command, [.. writable.Select(item => item.Change!)], run, (_, outcome) => Keep(snapshot, asked, outcome))
                .ConfigureAwait(false)
        )
            .Outcomes.Zip(writable, (outcome, item) => (outcome, item))
            .ToDictionary(pair => pair.item, pair => pair.outcome);
        // Without an OpenAPI document only the first write shows that the tenant has no such operation.
        foreach (var item in writable.Where(item => outcomes[item].IsForAPerson))
            outcomes.Remove(item);
        var manual = items.Where(item => item.Change is not null && !outcomes.ContainsKey(item)).ToList();
        foreach (var item in manual.Where(item => ChangeOutcome.SameValue(item.Change!.OldValue, item.Change.NewValue)))
        {
            // The field is as it should be: there is nothing for a person to key in.
            outcomes.Add(item, new ChangeOutcome(item.Change!, ChangeState.Done, null));
            run.Tally.Conclude(ResultKind.Done);
            Keep(snapshot, asked, outcomes[item]);
        }
        LeaveToWorklist(command, snapshot, [.. manual.Where(item => !outcomes.ContainsKey(item))], run);
        return [.. items.Select(item => Result(snapshot, item, outcomes.TryGetValue(item, out var outcome) ? outcome : null))];
    }

    private void Keep(LinkSnapshot snapshot, Dictionary<PlannedChange, LinkRequest> asked, ChangeOutcome outcome)
    {
        if (outcome.State != ChangeState.Done)
            return;
        var change = outcome.Planned;
        new WriteThrough(_workspace).Keep(snapshot, change);
        _memory.Keep(snapshot, change, pending: false);
        ForgetRejections([asked[change]]);
    }

    // Who links a pair after all takes its rejection back; a write that failed has linked nothing.
    private void ForgetRejections(IEnumerable<LinkRequest> requests) =>
        RejectedPairs.Forget(
            _workspace.Cache.Ledger,
            _workspace.Environment,
            requests.Select(request => (request.Kind, request.Ident, request.OnefileId))
        );

    private void LeaveToWorklist(string command, LinkSnapshot snapshot, List<LinkPlanItem> items, RunContext run)
    {
        if (items.Count == 0)
            return;
        _changes.LeaveToPerson(command, [.. items.Select(item => item.Change!)], run);
        foreach (var item in items)
            _memory.Keep(snapshot, item.Change!, pending: true);
        ForgetRejections(items.Select(item => item.Request));
        run.Log.Warning(
            $"PICSWeb's API cannot write {run.Terms.PicsWeb(snapshot.Sources.Kind).Many} here: {items.Count} value(s) have to be keyed in "
                + $"({LinkType.For(snapshot.Sources.Kind).PicsWeb.Screen}). They are Pending until the next reading shows them. See Export-LinkWorklist."
        );
    }

    private static LinkResult Result(LinkSnapshot snapshot, LinkPlanItem item, ChangeOutcome? outcome)
    {
        var entry = new LinkEntry
        {
            Kind = item.Request.Kind,
            PicsWeb = string.IsNullOrEmpty(item.Request.Ident) ? null : snapshot.PicsWeb(item.Request.Ident!),
            Onefile = string.IsNullOrEmpty(item.Request.OnefileId) ? null : snapshot.Onefile(item.Request.OnefileId!),
            MissingOnefileId = item.Request.OnefileId,
            LinkedBy = RunningAccount.Name,
        };
        return item.Step switch
        {
            PlanStep.Exclude exclude => new(item, entry with { State = LinkState.Excluded, Detail = exclude.Exclusion.Reason }, null, true),
            PlanStep.Forget => new(item, entry with { State = LinkState.Unlinked }, null, true),
            PlanStep.Write when outcome is null => new(
                item,
                entry with
                {
                    State = LinkState.Pending,
                    Detail = "Has to be keyed in by a person.",
                },
                null,
                true
            ),
            PlanStep.Write when outcome.State != ChangeState.Done || outcome.Error is not null =>
                new(item, null, outcome.Error, outcome.State == ChangeState.Done),
            PlanStep.Write write => new(
                item,
                entry with
                {
                    State = string.IsNullOrEmpty(write.Change.NewValue) ? LinkState.Unlinked : LinkState.Linked,
                },
                null,
                true
            ),
            _ => new(item, null, item.Refusal, item.Rejects),
        };
    }
}
