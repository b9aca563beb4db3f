using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>An intent that an ended run left without an outcome.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="IsQuiet">True where no request of the run can be under way any more. A value that is missing then was not written.</param>
/// <param name="SettledFrom">The time from which that is so.</param>
public sealed record LeftIntent(Change Intent, bool IsQuiet, DateTimeOffset SettledFrom);

/// <summary>
/// Recovers what ended runs left open. One rule holds for all kinds of change. An intent is never decided while its run is under way. It never waits for a time
/// that a wrong clock wrote.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="environment">The connected environment; intents of another one stay open.</param>
public sealed class Recovery(IJournal journal, OnefileEnvironment environment)
{
    /// <summary>Settles what can be settled now of one kind of change; nothing is read where nothing is open.</summary>
    /// <returns>The outcomes as they are in the journal.</returns>
    /// <exception cref="Errors.PicsOnefileException">A list that shows it cannot be read.</exception>
    public async Task<IReadOnlyList<Change>> SettleAsync(IRecoverable recoverable, RunContext run)
    {
        var due = Left(journal, environment, recoverable.Concerns);
        var settled = new List<Change>();
        var waiting = new List<LeftIntent>();
        if (due.Count == 0)
            return settled;
        await foreach (var looked in recoverable.LookAsync(due, run).ConfigureAwait(false))
        {
            // One by one: a stop keeps what was settled before it.
            if (looked.Outcome is { } outcome)
                settled.AddRange(journal.Append([outcome]));
            else
                waiting.Add(looked.Left);
        }
        Report(run, settled.Count, waiting);
        return settled;
    }

    /// <summary>Lists the intents of an environment whose run has ended.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="environment">The connected environment.</param>
    /// <param name="which">The intents that are meant.</param>
    /// <returns>The open intents.</returns>
    public static IReadOnlyList<LeftIntent> Left(IJournal journal, OnefileEnvironment environment, Func<Change, bool> which) =>
        [
            .. from intent in journal.Open()
            where intent.Environment == environment && which(intent)
            let standing = journal.Claims.GetState(intent)
            where standing.Run != RunActivity.UnderWay
            select new LeftIntent(intent, standing.Run == RunActivity.Ended, standing.SettledFrom),
        ];

    /// <summary>Decides the outcome of an intent by the present value of its field.</summary>
    /// <param name="left">The intent.</param>
    /// <param name="value">The present value.</param>
    /// <param name="what">The field in words, for the outcome's error.</param>
    /// <returns>The outcome; null while it cannot be decided.</returns>
    public static Change? Decide(LeftIntent left, string? value, string what = "field")
    {
        var intent = left.Intent;
        if (ChangeOutcome.Holds(value, intent.NewValue, intent.OldValue))
            return intent with { State = ChangeState.Done };
        // What was sent a moment ago may still arrive.
        if (!left.IsQuiet)
            return null;
        return ChangeOutcome.SameValue(value, intent.OldValue)
            ? intent with
            {
                State = ChangeState.Skipped,
                Error = "The process ended before the change was made.",
            }
            : intent with
            {
                State = ChangeState.Conflict,
                Error = $"The process ended before the outcome was known, and the {what} holds a third value.",
            };
    }

    /// <summary>
    /// Writes the outcomes of a run's own changes. Another process may have taken the run for ended and decided an intent as not made. The intent keeps that
    /// outcome, and the change that was made is in the journal by itself.
    /// </summary>
    /// <returns>The outcomes as they are in the journal: of two runs that made the same change it has one as Done.</returns>
    internal static IReadOnlyList<Change> Conclude(IJournal journal, IReadOnlyCollection<Change> outcomes)
    {
        var rows = journal.Append(outcomes);
        var written = new HashSet<string>(rows.Select(row => row.ChangeId), StringComparer.Ordinal);
        var made = outcomes.Where(row => row.State == ChangeState.Done && !written.Contains(row.ChangeId)).ToList();
        if (made.Count == 0)
            return rows;
        var known = new HashSet<string>(
            journal.Read(new JournalFilter(RunId: made[0].RunId)).Where(row => row.State == ChangeState.Done).Select(row => row.ChangeId),
            StringComparer.Ordinal
        );
        var late = made.Where(row => !known.Contains(row.ChangeId))
            .Select(row => row with { ChangeId = Guid.NewGuid().ToString("N"), Reason = $"{row.Reason} Another run had taken this one for ended.".Trim() });
        journal.Append([.. late.SelectMany(row => new[] { row with { State = ChangeState.Intended, Error = null }, row })]);
        return rows;
    }

    private static void Report(RunContext run, int settled, List<LeftIntent> waiting)
    {
        if (settled > 0)
            run.Log.Verbose($"Settled {settled} change(s) that an earlier run left open.");
        if (waiting.Count > 0)
            run.Log.Verbose(
                $"{waiting.Count} change(s) of a run that ended a moment ago may still arrive: they are settled from "
                    + $"{ClaimWords.Time(waiting.Max(left => left.SettledFrom))} on, by the next connection or run."
            );
    }
}
