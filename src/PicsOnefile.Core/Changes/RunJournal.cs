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
    /// <param name="seen">Requests that another run has made after this row of the journal are not begun; null begins all.</param>
    /// <returns>The requests with their intents, in the same order.</returns>
    /// <exception cref="PicsOnefileException">The journal cannot be written. Where changes were sent already, the message says so.</exception>
    public IReadOnlyList<WriteStep<TRequest, TCurrent>> Begin(
        IReadOnlyList<TRequest> requests,
        Func<TRequest, IReadOnlyList<Change>> rowsOf,
        long? seen = null
    )
    {
        var rows = requests.Select(request => (request, rows: (IReadOnlyList<Change>)[.. rowsOf(request).Select(Intent)])).ToList();
        var groups = rows.ConvertAll(one => one.rows);
        var intents = Write(() => seen is { } row ? journal.Begin(groups, row) : journal.Append([.. groups.SelectMany(group => group)]));
        var begun = intents.ToDictionary(intent => intent.ChangeId, StringComparer.Ordinal);
        // Append, then look: of two runs the one that appended first is seen by the other, whatever happens between.
        var claims = journal.Claims.FindConflicts(intents).ToLookup(claim => claim.AgainstChangeId, StringComparer.Ordinal);
        return
        [
            .. rows.Select(one => new WriteStep<TRequest, TCurrent>(
                one.request,
                [.. one.rows.Select(row => begun.TryGetValue(row.ChangeId, out var intent) ? intent : row)]
            )
            {
                IsBegun = one.rows.All(row => begun.ContainsKey(row.ChangeId)),
                Claims = [.. one.rows.SelectMany(row => claims[row.ChangeId])],
            }),
        ];
    }

    /// <summary>Notes that a request is about to leave.</summary>
    public void IsSending(WriteStep<TRequest, TCurrent> step) => Interlocked.Add(ref _unrecorded, step.Intents.Count);

    /// <summary>
    /// Writes down what requests came to. A write is Done once in the journal, by the run that sent it. A request that was not begun gets intent and outcome in
    /// one transaction.
    /// </summary>
    /// <exception cref="PicsOnefileException">The journal cannot be written; where changes were sent already, the message says so.</exception>
    public void Conclude(IReadOnlyCollection<WriteStep<TRequest, TCurrent>> steps)
    {
        if (steps.Count == 0)
            return;
        var others = Write(() =>
        {
            var made = new HashSet<string>(
                journal
                    .Append([.. steps.SelectMany(Rows).Select(row => row.MadeBy).OfType<Change>()])
                    .Where(row => row.State == ChangeState.Done)
                    .Select(row => row.ChangeId),
                StringComparer.Ordinal
            );
            var written = Recovery.Conclude(
                journal,
                [
                    .. steps.Where(step => !step.IsBegun).SelectMany(step => step.Intents),
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

    private Change Intent(Change row) =>
        row with
        {
            RunId = runId,
            ChangeId = Guid.NewGuid().ToString("N"),
            Environment = environment,
            State = ChangeState.Intended,
        };

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
                    + "open until the next connection checks them.",
                error
            );
        }
    }
}
