using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking.TakingBack;

/// <summary>Brings values back by the protocol of every write, as one run of the journal, which can be undone itself.</summary>
public sealed class Reversing(Workspace workspace, ChangeService changeService)
{
    private readonly LinkRecording _memory = new(workspace);
    private readonly WriteThrough _values = new(workspace);

    /// <summary>Carries out what was agreed on; a value that PICSWeb's API cannot write goes to the worklist.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="agreed">The items of it that are to be carried out.</param>
    /// <param name="run">The run.</param>
    public async Task<ReversalResult> ApplyAsync(string command, ReversalPlan plan, IReadOnlyList<Reversal> agreed, RunContext run)
    {
        var rows = new List<Change>();
        foreach (var item in agreed.Where(item => item.Withdraws))
            rows.AddRange(Withdraw(plan, item));
        var writable = agreed.Where(item => item.Change is { } change && workspace.SystemOf(change.Kind).CanWrite(change.Kind)).ToList();
        // What was there before need not have been a link: an ID of another e-portfolio may stand with several.
        writable = [.. writable.Select(item => item with { Change = item.Change! with { MayBeShared = !IsLink(plan, item.Change) } })];
        var originals = writable.ToDictionary(item => item.Change!, item => item.Original);
        var undoes = writable.Select(item => item.Original?.RunId).FirstOrDefault();
        var written = await changeService
            .ApplyAsync(command, [.. writable.Select(item => item.Change!)], run, (runId, outcome) => Keep(plan, originals, runId, outcome), undoes)
            .ConfigureAwait(false);
        if (written.RunId is { } id)
            rows.AddRange(workspace.Cache.Journal.Read(new JournalFilter(RunId: id)).Where(row => row.State != ChangeState.Intended));
        var manual = agreed
            .Where(item => item.Change is { } change && !workspace.SystemOf(change.Kind).CanWrite(change.Kind))
            .Select(item => item.Change!)
            .ToList();
        rows.AddRange(LeaveToPerson(command, plan, manual, run));
        return new(rows, [.. written.Outcomes.Select(outcome => outcome.Error).OfType<PicsOnefileException>()]);
    }

    private static bool IsLink(ReversalPlan plan, PlannedChange change) =>
        plan.Now.Book(change.Kind) is not { } book
        || (RecordType.For(change.Kind).IsOnefiles ? book.PicsWeb(change.NewValue ?? "") is not null : book.Onefile(change.NewValue ?? "") is not null);

    private void Keep(ReversalPlan plan, Dictionary<PlannedChange, Change?> originals, string runId, ChangeOutcome outcome)
    {
        if (outcome.State != ChangeState.Done)
            return;
        var change = outcome.Planned;
        if (plan.Now.Book(change.Kind) is { } book)
        {
            _values.Keep(book, change);
            _memory.Keep(book, change, pending: false);
        }
        else
        {
            _values.Keep(change);
            workspace.Cache.Worklist.Withdraw(workspace.Environment, change.Kind.ToString(), change.Key, change.Field);
        }
        if (originals[change] is { } original)
            workspace.Cache.Journal.Append([UndoneMarks.Of(original, UndoneMarks.By(runId))]);
    }

    private IReadOnlyList<Change> Withdraw(ReversalPlan plan, Reversal item)
    {
        var original = item.Original!;
        workspace.Cache.Worklist.Withdraw(workspace.Environment, original.Kind, original.Key, original.Field);
        _memory.Forget([
            .. (plan.Now.Book(item.Kind)?.Sources.Recorded ?? []).Where(link =>
                link.Pending && link.Environment == workspace.Environment && link.Ident == original.Key
            ),
        ]);
        return workspace.Cache.Journal.Append([UndoneMarks.Of(original, "Taken from the worklist.")]);
    }

    private IReadOnlyList<Change> LeaveToPerson(string command, ReversalPlan plan, List<PlannedChange> changes, RunContext run)
    {
        if (changes.Count == 0)
            return [];
        foreach (var change in changes)
        {
            if (plan.Now.Book(change.Kind) is { } book)
                _memory.Keep(book, change, pending: true);
        }
        run.Log.Warning($"PICSWeb's API cannot write these records here: {changes.Count} value(s) have to be keyed in by a person.");
        return changeService.LeaveToPerson(command, changes);
    }
}
