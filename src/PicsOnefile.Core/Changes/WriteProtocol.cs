using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>
/// The protocol of every write: intent, claims, current value compared, write, read back, outcome. Whenever a process is killed, the journal has either no row
/// or an open intent. <see cref="Recovery"/> decides the intent by a look at the record.
/// </summary>
/// <remarks>One instance serves one run.</remarks>
/// <param name="journal">The journal of intents and outcomes.</param>
/// <param name="environment">The connected environment.</param>
/// <param name="adapter">The kind of change.</param>
/// <param name="runId">The run, from <see cref="IJournal.BeginRun(string)"/>.</param>
/// <param name="onOutcome">Called with each request as it is in the journal; null for no call.</param>
internal sealed class WriteProtocol<TRequest, TCurrent>(
    IJournal journal,
    OnefileEnvironment environment,
    IChangeAdapter<TRequest, TCurrent> adapter,
    string runId,
    Action<WriteStep<TRequest, TCurrent>>? onOutcome = null
)
    where TCurrent : class
{
    private readonly ILookup<(string Kind, string Key, string Field), LeftIntent> _earlier = Recovery
        .Left(journal, environment, _ => true)
        .ToLookup(left => FieldOf(left.Intent));

    private readonly RunJournal<TRequest, TCurrent> _record = new(journal, environment, runId, onOutcome);

    /// <summary>Writes requests whose intents are appended to the journal at once.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="readsBack">False where the caller reads back what was sent, and concludes it.</param>
    /// <param name="run">The run.</param>
    /// <returns>The requests with their outcomes; without one where the caller has to read the request back.</returns>
    /// <exception cref="PicsOnefileException">The journal cannot be written: nothing more was sent, and the message says how much was. Or the one reading that
    /// shows all requests failed: nothing was sent, and every intent has its outcome.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped. Requests that were not sent have their outcome; sent ones stay open.</exception>
    public async Task<IReadOnlyList<WriteStep<TRequest, TCurrent>>> WriteAsync(IReadOnlyList<TRequest> requests, bool readsBack, RunContext run)
    {
        if (!adapter.ReadsOnce)
        {
            var (looked, begun) = await BeginAsync(requests, run).ConfigureAwait(false);
            return [.. looked, .. await EachAsync(begun, step => WriteAsync(step, readsBack, run), run).ConfigureAwait(false)];
        }
        var steps = _record.Begin(requests, adapter.Rows);
        var decided = await CompareTogetherAsync(steps, run).ConfigureAwait(false);
        var sent = await EachAsync([.. decided.Where(step => step.Outcome is null)], step => SendAsync(step, run), run).ConfigureAwait(false);
        var read = readsBack ? await ReadBackTogetherAsync([.. sent.Where(step => step.IsSent)], run).ConfigureAwait(false) : sent.Where(step => step.IsSent);
        return [.. decided.Where(step => step.Outcome is not null), .. sent.Where(step => !step.IsSent), .. read];
    }

    /// <summary>Reads one request back and judges it.</summary>
    /// <returns>The request with its outcome. It is Intended where the system cannot be read: the intent stays open.</returns>
    public Task<WriteStep<TRequest, TCurrent>> ReadBackAsync(WriteStep<TRequest, TCurrent> sent, RunContext run) =>
        JudgeAsync(sent, () => adapter.ReadAsync(sent.Request, run));

    /// <inheritdoc cref="RunJournal{TRequest, TCurrent}.Conclude"/>
    public void Conclude(IReadOnlyCollection<WriteStep<TRequest, TCurrent>> steps) => _record.Conclude(steps);

    // Another run may have made a request since the plan. Such a request is looked at before it has an intent. Where the value is there, intent and outcome are
    // written at once, and a run that is killed here leaves nothing that recovery could take for its own. A value that was taken away by hand is written again.
    private async Task<(List<WriteStep<TRequest, TCurrent>> Looked, List<WriteStep<TRequest, TCurrent>> Begun)> BeginAsync(
        IReadOnlyList<TRequest> requests,
        RunContext run
    )
    {
        var looked = new List<WriteStep<TRequest, TCurrent>>();
        var begun = new List<WriteStep<TRequest, TCurrent>>();
        for (var seen = 0L; requests.Count > 0;)
        {
            var steps = _record.Begin(requests, adapter.Rows, seen).ToLookup(step => step.IsBegun);
            begun.AddRange(steps[true]);
            if (!steps[false].Any())
                break;
            seen = journal.Head().Count;
            var read = (await Task.WhenAll(steps[false].Select(step => LookAsync(step, run))).ConfigureAwait(false)).ToLookup(step => step.Outcome is null);
            looked.AddRange(read[false]);
            requests = [.. read[true].Select(step => step.Request)];
        }
        _record.Conclude(looked);
        // The requests that were begun have their outcome before the run ends.
        if (begun.Count == 0 && looked.Exists(step => step.IsStopped))
            throw new OperationCanceledException(run.Cancellation);
        return (looked, begun);
    }

    private Task<WriteStep<TRequest, TCurrent>> LookAsync(WriteStep<TRequest, TCurrent> step, RunContext run) =>
        BeforeSendingAsync(
            step,
            async () =>
            {
                var current = await adapter.ReadAsync(step.Request, run).ConfigureAwait(false);
                run.Cancellation.ThrowIfCancellationRequested();
                return current is not null && step.Intents.All(intent => adapter.Holds(intent, current))
                    ? step with
                    {
                        Current = current,
                        MadeByRun = [.. step.Intents.Select(intent => MadeByRun(intent, current))],
                        Outcome = RequestOutcome.For(step.Intents.Count, ChangeState.Done, null),
                    }
                    : step;
            },
            run
        );

    private async Task<WriteStep<TRequest, TCurrent>> WriteAsync(WriteStep<TRequest, TCurrent> step, bool readsBack, RunContext run)
    {
        step = await CompareAsync(step, () => adapter.ReadAsync(step.Request, run), run).ConfigureAwait(false);
        if (step.Outcome is null)
            step = await SendAsync(step, run).ConfigureAwait(false);
        return readsBack && step.IsSent ? await ReadBackAsync(step, run).ConfigureAwait(false) : step;
    }

    // A value that needs no request is concluded before the first one leaves. A later look could not distinguish it from a request that arrived.
    private async Task<IReadOnlyList<WriteStep<TRequest, TCurrent>>> CompareTogetherAsync(
        IReadOnlyList<WriteStep<TRequest, TCurrent>> steps,
        RunContext run
    )
    {
        var once = new Lazy<Task<TCurrent?>>(() => adapter.ReadAsync(steps[0].Request, run));
        var compared = new List<WriteStep<TRequest, TCurrent>>();
        foreach (var step in steps)
            compared.Add(await CompareAsync(step, () => once.Value, run).ConfigureAwait(false));
        _record.Conclude([.. compared.Where(step => step.Outcome is not null)]);
        if (compared.Exists(step => step.IsStopped))
            throw new OperationCanceledException(run.Cancellation);
        await once.Value.ConfigureAwait(false);
        return compared;
    }

    private async Task<IReadOnlyList<WriteStep<TRequest, TCurrent>>> ReadBackTogetherAsync(IReadOnlyList<WriteStep<TRequest, TCurrent>> sent, RunContext run)
    {
        if (sent.Count == 0)
            return sent;
        var once = new Lazy<Task<TCurrent?>>(() => adapter.ReadAsync(sent[0].Request, run));
        var read = await Task.WhenAll(sent.Select(step => JudgeAsync(step, () => once.Value))).ConfigureAwait(false);
        _record.Conclude(read);
        return read;
    }

    private async Task<IReadOnlyList<WriteStep<TRequest, TCurrent>>> EachAsync(
        IReadOnlyList<WriteStep<TRequest, TCurrent>> steps,
        Func<WriteStep<TRequest, TCurrent>, Task<WriteStep<TRequest, TCurrent>>> write,
        RunContext run
    )
    {
        var writes = new List<Task<WriteStep<TRequest, TCurrent>>>();
        foreach (var step in steps)
        {
            writes.Add(write(step));
            if (adapter.ReadsOnce && (await Task.WhenAny(writes[writes.Count - 1]).ConfigureAwait(false)).IsFaulted)
                break;
        }
        try
        {
            await Task.WhenAll(writes).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopped between write and reading back: only looking shows what became of these.
            run.Log.Verbose("Stopped; open changes are settled at a later connection.");
        }
        finally
        {
            // Whatever ended one of them, what became of the others is known and must not be lost.
            _record.Conclude([
                .. writes.Where(one => one.Status == TaskStatus.RanToCompletion && one.Result.Outcome is not null).Select(one => one.Result),
            ]);
        }
        if (writes.Exists(one => one.IsCanceled || one.Result.IsStopped))
            throw new OperationCanceledException(run.Cancellation);
        return [.. writes.Select(one => one.Result)];
    }

    private Task<WriteStep<TRequest, TCurrent>> CompareAsync(WriteStep<TRequest, TCurrent> step, Func<Task<TCurrent?>> read, RunContext run) =>
        BeforeSendingAsync(
            step,
            async () =>
            {
                var current = await read().ConfigureAwait(false);
                run.Cancellation.ThrowIfCancellationRequested();
                var compared = step with { Current = current, MadeBy = current is null ? [] : [.. step.Intents.Select(intent => MadeBy(intent, current))] };
                if (current is not null)
                    compared = compared with { MadeByRun = [.. step.Intents.Select(intent => MadeByRun(intent, current))] };
                var outcome =
                    current is not null && compared.MadeBy.All(made => made is not null)
                        ? RequestOutcome.For(step.Intents.Count, ChangeState.Done, null)
                        : adapter.Compare(step.Request, current);
                return compared with { Outcome = outcome ?? await adapter.RefusalAsync(step.Request, step.Claims, run).ConfigureAwait(false) };
            },
            run
        );

    // An existing value may come from an ended run whose reading back failed.
    private Change? MadeBy(Change intent, TCurrent current) =>
        adapter.Holds(intent, current)
            ? _earlier[FieldOf(intent)].Select(left => adapter.Decide(left, current)).LastOrDefault(outcome => outcome?.State == ChangeState.Done)
            : null;

    // The value exists, and did not when the change was planned. Another run has made it since, or is about to record that.
    private string? MadeByRun(Change intent, TCurrent current)
    {
        if (!RecordType.HasKey(intent.Kind) || !adapter.Holds(intent, current))
            return null;
        var others = journal
            .Read(new JournalFilter(Kind: intent.Kind, Key: intent.Key))
            .Where(row => row.Environment == environment && row.RunId != intent.RunId && FieldOf(row) == FieldOf(intent))
            .ToList();
        var last = others.LastOrDefault(row => row.State == ChangeState.Done);
        if (last is not null && ChangeOutcome.SameValue(last.NewValue, intent.NewValue))
            return last.RunId;
        return others
            .GroupBy(row => row.ChangeId)
            .Where(change => change.All(row => row.State == ChangeState.Intended))
            .Select(change => change.First())
            .LastOrDefault(open => ChangeOutcome.SameValue(open.NewValue, intent.NewValue))
            ?.RunId;
    }

    private async Task<WriteStep<TRequest, TCurrent>> SendAsync(WriteStep<TRequest, TCurrent> step, RunContext run)
    {
        step = await BeforeSendingAsync(step, () => Task.FromResult(Confirmed(step, run)), run).ConfigureAwait(false);
        if (step.Outcome is not null)
            return step;
        _record.IsSending(step);
        try
        {
            await adapter.SendAsync(step.Request, step.Current!, run).ConfigureAwait(false);
            return step with { IsSent = true };
        }
        catch (PicsOnefileException error)
        {
            return step with { IsSent = true, Refused = error };
        }
    }

    private WriteStep<TRequest, TCurrent> Confirmed(WriteStep<TRequest, TCurrent> step, RunContext run)
    {
        // A change that an ended run began and did not make is decided now, before this run's own write would look like it.
        journal.Append([
            .. from intent in step.Intents
            where !adapter.Holds(intent, step.Current!)
            from left in _earlier[FieldOf(intent)]
            select adapter.Decide(left with { IsQuiet = true }, step.Current!)!,
        ]);
        if (!step.Intents.All(journal.Claims.Confirm))
            return step with { Outcome = adapter.Superseded(step.Request) };
        run.Cancellation.ThrowIfCancellationRequested();
        return step;
    }

    private async Task<WriteStep<TRequest, TCurrent>> BeforeSendingAsync(
        WriteStep<TRequest, TCurrent> step,
        Func<Task<WriteStep<TRequest, TCurrent>>> act,
        RunContext run
    )
    {
        try
        {
            run.Cancellation.ThrowIfCancellationRequested();
            return await act().ConfigureAwait(false);
        }
        catch (PicsOnefileException error)
        {
            return step with { Outcome = RequestOutcome.For(step.Intents.Count, ChangeState.Failed, error) };
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            return step with { Outcome = adapter.Stopped(step.Request), IsStopped = true };
        }
    }

    private async Task<WriteStep<TRequest, TCurrent>> JudgeAsync(WriteStep<TRequest, TCurrent> sent, Func<Task<TCurrent?>> read)
    {
        try
        {
            var after = await read().ConfigureAwait(false);
            return sent with { After = after, Outcome = adapter.Judge(sent, after) };
        }
        catch (PicsOnefileException error)
        {
            return sent with { Outcome = RequestOutcome.For(sent.Intents.Count, ChangeState.Intended, sent.Refused ?? error) };
        }
    }

    private static (string Kind, string Key, string Field) FieldOf(Change row) => (row.Kind, row.Key, row.Field);
}
