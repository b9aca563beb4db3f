using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes.Undo;

/// <summary>What came of an undo.</summary>
/// <param name="Rows">The journal's rows of the outcomes.</param>
/// <param name="Errors">What went wrong, one for each record.</param>
public sealed record UndoResult(IReadOnlyList<Change> Rows, IReadOnlyList<PicsOnefileException> Errors);

/// <summary>Brings values back by the write protocol, as one run of the journal, which can be undone itself.</summary>
public sealed class UndoRunner(ChangeService changeService)
{
    private readonly IMappingCache _cache = changeService.Cache;

    /// <summary>Carries out what was agreed on; a value that PICSWeb's API cannot write goes to the worklist.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="agreed">The items of it that are to be carried out.</param>
    /// <param name="run">The run.</param>
    public async Task<UndoResult> ApplyAsync(string command, UndoPlan plan, IReadOnlyList<UndoItem> agreed, RunContext run)
    {
        var rows = new List<Change>();
        foreach (var item in agreed.Where(item => item.Step is PlanStep.Withdraw))
        {
            rows.AddRange(Withdraw(plan, item));
            run.Tally.Conclude(ResultKind.Done);
        }
        // What was there before need not have been a link: several records may hold an ID of another e-portfolio.
        var writable = agreed
            .Where(item => item.Change is { } change && changeService.CanWrite(change.Kind))
            .Select(item => (Change: item.Change! with { MayBeShared = !plan.Current.IsLink(item.Change!) }, item.Original))
            .ToList();
        var originals = writable.ToDictionary(item => item.Change, item => item.Original);
        var undoes = writable.Select(item => item.Original?.RunId).FirstOrDefault();
        var written = await changeService
            .ApplyAsync(command, [.. writable.Select(item => item.Change)], run, (runId, outcome) => Keep(plan, originals, runId, outcome), undoes)
            .ConfigureAwait(false);
        run.Tally.Conclude(ResultKind.Failed, written.Outcomes.Count(outcome => outcome.IsForAPerson));
        if (undoes is not null && written.Outcomes.Any(outcome => outcome.IsAnothers))
            new UndoneMarks(_cache.Journal).Complete(undoes);
        if (written.RunId is { } id)
            rows.AddRange(_cache.Journal.Read(new JournalFilter(RunId: id)).Where(row => row.State != ChangeState.Intended));
        rows.AddRange(
            LeaveToPerson(
                command,
                plan,
                [.. agreed.Where(item => item.Change is { } change && !changeService.CanWrite(change.Kind)).Select(item => item.Change!)],
                run
            )
        );
        return new(rows, [.. written.Outcomes.Select(outcome => outcome.Error).OfType<PicsOnefileException>()]);
    }

    private void Keep(UndoPlan plan, Dictionary<PlannedChange, Change?> originals, string runId, ChangeOutcome outcome)
    {
        if (outcome.State != ChangeState.Done)
            return;
        plan.Current.KeepWritten(outcome.Planned);
        // Where another undo was first, the mark names that one.
        if (!outcome.IsAnothers && originals[outcome.Planned] is { } original)
            _cache.Journal.Append([UndoneMarks.For(original, UndoneMarks.By(runId))]);
    }

    private IReadOnlyList<Change> Withdraw(UndoPlan plan, UndoItem item)
    {
        var original = item.Original!;
        _cache.Worklist.Withdraw(changeService.Environment, original.Kind, original.Key, original.Field);
        plan.Current.ForgetWaiting(item.Kind, original.Key);
        return _cache.Journal.Append([UndoneMarks.For(original, "Taken from the worklist.")]);
    }

    private IReadOnlyList<Change> LeaveToPerson(string command, UndoPlan plan, List<PlannedChange> changes, RunContext run)
    {
        if (changes.Count == 0)
            return [];
        changes.ForEach(plan.Current.KeepWaiting);
        run.Log.Warning($"PICSWeb's API cannot write these records here: {changes.Count} value(s) have to be keyed in by a person.");
        return changeService.LeaveToPerson(command, changes, run);
    }
}
