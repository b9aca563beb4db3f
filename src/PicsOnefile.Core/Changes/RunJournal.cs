using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PicsOnefile.Cache;
using PicsOnefile.Errors;

namespace PicsOnefile.Changes;

/// <summary>What one run writes in the journal: intents, and what they came to. It knows how much was sent and is not written down yet.</summary>
/// <param name="journal">The journal.</param>
/// <param name="environment">The connected environment.</param>
/// <param name="runId">The run.</param>
/// <param name="onOutcome">Called with each request as it is in the journal; null for no call.</param>
internal sealed class RunJournal<TRequest, TCurrent>(
    IJournal journal,
    OnefileEnvironment environment,
    string runId,
    Action<WriteStep<TRequest, TCurrent>>? onOutcome
)
    where TCurrent : class
{
    private int _unrecorded;

    /// <summary>Appends the intents of requests, and then looks for claims to their values.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="rowsOf">The rows of a request, without run, change, environment and state.</param>
    /// <returns>The requests with their intents.</returns>
    /// <exception cref="PicsOnefileException">The journal cannot be written. Where changes were sent already, the message says so.</exception>
    public IReadOnlyList<WriteStep<TRequest, TCurrent>> Begin(IReadOnlyList<TRequest> requests, Func<TRequest, IReadOnlyList<Change>> rowsOf)
    {
        var rows = requests
            .Select((request, at) => (at, rows: rowsOf(request)))
            .SelectMany(one =>
                one.rows.Select(row =>
                    (
                        one.at,
                        row: row with
                        {
                            RunId = runId,
                            ChangeId = Guid.NewGuid().ToString("N"),
                            Environment = environment,
                            State = ChangeState.Intended,
                        }
                    )
                )
            )
            .ToList();
        var intents = Write(() => journal.Append([.. rows.Select(one => one.row)]));
        // Append, then look: of two runs the one that appended first is seen by the other, whatever happens between.
        var claims = journal.Claims.FindConflicts(intents).ToLookup(claim => claim.AgainstChangeId, StringComparer.Ordinal);
        return
        [
            .. rows.Zip(intents, (one, intent) => (one.at, intent))
                .GroupBy(one => one.at, one => one.intent)
                .Select(request => new WriteStep<TRequest, TCurrent>(requests[request.Key], [.. request])
                {
                    Claims = [.. request.SelectMany(intent => claims[intent.ChangeId])],
                }),
        ];
    }

    /// <summary>Notes that a request is about to leave.</summary>
    public void IsSending(WriteStep<TRequest, TCurrent> step) => Interlocked.Add(ref _unrecorded, step.Intents.Count);

    /// <summary>Writes down what requests came to. A write is Done once in the journal, by the run that sent it.</summary>
    /// <exception cref="PicsOnefileException">The journal cannot be written; where changes were sent already, the message says so.</exception>
    public void Conclude(IReadOnlyCollection<WriteStep<TRequest, TCurrent>> steps)
    {
        if (steps.Count == 0)
            return;
        var others = Write(() =>
        {
            var made = new HashSet<string>(
                journal.Append([.. steps.SelectMany(Rows).Select(row => row.MadeBy).OfType<Change>()]).Select(row => row.ChangeId),
                StringComparer.Ordinal
            );
            var written = Recovery.Conclude(
                journal,
                [
                    .. steps
                        .SelectMany(Rows)
                        .Where(row => row.Outcome.State != ChangeState.Intended)
                        .Select(row =>
                            (row.MadeBy is { } by && made.Contains(by.ChangeId) ? by.RunId : row.MadeByRun) is { } maker
                                ? row.Outcome with
                                {
                                    State = ChangeState.Skipped,
                                    Error = MadeAlready.By(maker),
                                }
                                : row.Outcome
                        ),
                ]
            );
            return new HashSet<string>(written.Where(row => row.State == ChangeState.Skipped).Select(row => row.ChangeId), StringComparer.Ordinal);
        });
        foreach (var step in steps)
        {
            if (step.IsSent)
                Interlocked.Add(ref _unrecorded, -step.Intents.Count);
            var isAnothers = step.Outcome!.Rows.All(row => row.State == ChangeState.Done) && step.Intents.All(intent => others.Contains(intent.ChangeId));
            onOutcome?.Invoke(step with { IsAnothers = isAnothers });
        }
    }

    private static IEnumerable<(Change Outcome, Change? MadeBy, string? MadeByRun)> Rows(WriteStep<TRequest, TCurrent> step) =>
        step.Intents.Zip(step.Outcome!.Rows, (intent, row) => intent with { State = row.State, Error = row.Error, OldValue = row.OldValue ?? intent.OldValue })
            .Select(
                (row, at) =>
                    row.State == ChangeState.Done ? (row, step.MadeBy.ElementAtOrDefault(at), step.MadeByRun.ElementAtOrDefault(at)) : (row, null, null)
            );

    private T Write<T>(Func<T> append)
    {
        try
        {
            return append();
        }
        catch (PicsOnefileException error) when (_unrecorded > 0)
        {
            throw error.Kind.For(
                error.Target,
                $"{error.Message} {_unrecorded} change(s) of this run were sent already, and their outcome could not be written down: the journal keeps them "
                    + "open until the next connection looks.",
                error
            );
        }
    }
}
