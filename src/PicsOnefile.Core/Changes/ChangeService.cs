using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>What came of applying a plan.</summary>
/// <param name="RunId">The run; null where there was nothing to write and no run was begun.</param>
/// <param name="Outcomes">In the plan's order.</param>
public sealed record AppliedPlan(string? RunId, IReadOnlyList<ChangeOutcome> Outcomes);

/// <summary>
/// Apply, verify, record: the only way in which anything is written. It recovers what ended runs left open, and makes the backup before the first write.
/// <see cref="ChangeWriter"/> writes, and a person gets what no API can write.
/// </summary>
/// <param name="cache">The mapping cache, with the journal.</param>
/// <param name="environment">The connected environment.</param>
/// <param name="clock">The clock.</param>
/// <param name="records">The records that are changed.</param>
/// <param name="recoverables">The kinds of change that are recovered after the fields of records.</param>
/// <param name="observers">Called with what recovery found out, in this order.</param>
public sealed class ChangeService(
    IMappingCache cache,
    OnefileEnvironment environment,
    TimeProvider clock,
    IChangedRecords records,
    IReadOnlyList<IRecoverable> recoverables,
    IReadOnlyList<IRecoveryObserver> observers
)
{
    // The records of each kind that PICSWeb's cached lists show. Onefile's are known by their IDs, and hold what they hold whether they are in use or not.
    private static readonly Dictionary<RecordKind, Func<IRecordCache, IReadOnlyCollection<KnownRecord>>> KnownRecords = new()
    {
        [RecordKind.Officer] = records => Known(records.Read<Officer>()?.Rows),
        [RecordKind.Organisation] = records => Known(records.Read<Organisation>()?.Rows),
        [RecordKind.Qualification] = records => [.. (records.Read<Qualification>()?.Rows ?? []).Select(Known)],
    };

    private readonly IReadOnlyList<IRecoverable> _recoverables = [new FieldRecovery(records), .. recoverables];

    internal IMappingCache Cache => cache;

    internal OnefileEnvironment Environment => environment;

    /// <summary>Recovers what is due. An intent that cannot be decided now stays open, and the caller goes on.</summary>
    /// <remarks>
    /// Every run that may write begins with it, so that it plans on known values. Intents do not stay open because there was nothing else to do.
    /// </remarks>
    public async Task RecoverWherePossibleAsync(RunContext run)
    {
        try
        {
            await RecoverAsync(run).ConfigureAwait(false);
        }
        catch (PicsOnefileException error)
        {
            run.Log.Warning($"Changes that an earlier run left open could not be settled: {error.Message} They stay open (Get-LinkHistory -Open).");
        }
    }

    /// <summary>Recovers what runs that are not under way any more left open in both systems.</summary>
    /// <exception cref="PicsOnefileException">A list that shows it cannot be read.</exception>
    public async Task RecoverAsync(RunContext run)
    {
        run.Enter(Stage.Recover);
        foreach (var recoverable in _recoverables)
            await RecoverAsync(recoverable, run).ConfigureAwait(false);
    }

    /// <summary>The same for one kind of change.</summary>
    internal async Task RecoverAsync(IRecoverable recoverable, RunContext run)
    {
        var settled = await new Recovery(cache.Journal, environment).SettleAsync(recoverable, run).ConfigureAwait(false);
        records.Forget(settled.Select(change => (change.Kind, change.Key)));
        foreach (var observer in observers)
            observer.Recovered(settled);
    }

    /// <summary>Makes the backup from before the first write, unless it was made before.</summary>
    /// <exception cref="PicsOnefileException">FileNotWritten: it could not be made, so nothing may be written. Or a system could not be read for
    /// it.</exception>
    public Task BackUpAsync(RunContext run) => new FirstWriteBackup(cache, environment).EnsureAsync(() => records.ReadValuesAsync(run));

    /// <summary>Reads every value that the module may ever write from both systems.</summary>
    /// <returns>The present values.</returns>
    public Task<IReadOnlyCollection<BackedUpValue>> ReadValuesAsync(RunContext run) => records.ReadValuesAsync(run);

    /// <summary>Applies a plan as one run that can be undone.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="plan">The changes.</param>
    /// <param name="run">The run.</param>
    /// <param name="onOutcome">Called with the run's ID and each outcome as it is in the journal.</param>
    /// <param name="undoes">The run that this one undoes, or null.</param>
    /// <returns>The run and the outcomes, in the order of the plan.</returns>
    /// <exception cref="PicsOnefileException">FileNotWritten: the backup could not be made; nothing was written. Any error of a system that could not be read
    /// for it.</exception>
    public async Task<AppliedPlan> ApplyAsync(
        string command,
        IReadOnlyList<PlannedChange> plan,
        RunContext run,
        Action<string, ChangeOutcome>? onOutcome = null,
        string? undoes = null
    )
    {
        if (plan.Count == 0)
            return new(null, []);
        run.Enter(Stage.Apply);
        await RecoverWherePossibleAsync(run).ConfigureAwait(false);
        await BackUpAsync(run).ConfigureAwait(false);
        var runId = cache.Journal.BeginRun(command, undoes);
        run.Tally.Begin(runId);
        run.Log.Verbose($"Run {runId}: {plan.Count} change(s).");
        using var underWay = cache.Journal.Claims.AcquireLease(runId);
        // The journal marks the lists that a write makes old. Lists whose records carry the written values have them as soon as each is read back.
        var upToDate = cache.Records.FindFresh([.. plan.Select(change => WrittenFields.FindOwnList(change.Kind.ToString())).OfType<Type>().Distinct()]);
        var writer = new ChangeWriter(cache.Journal, environment, records.SystemOf, LastListingCalls, Known);
        var outcomes = await WriteAsync().ConfigureAwait(false);
        records.Forget(plan.Select(change => (change.Kind.ToString(), change.Key)));
        cache.Records.MarkFresh([
            .. upToDate.Where(list =>
                outcomes.Count == plan.Count
                && outcomes.All(outcome => !BelongsTo(list, outcome) || outcome is { State: ChangeState.Done or ChangeState.Skipped, Error: null })
            ),
        ]);
        if (outcomes.Count > 0)
            run.Log.Verbose($"Run {runId}: {string.Join(", ", outcomes.GroupBy(outcome => outcome.State).Select(state => $"{state.Count()} {state.Key}"))}.");
        return new(runId, outcomes);

        async Task<IReadOnlyList<ChangeOutcome>> WriteAsync()
        {
            try
            {
                return await writer.ApplyAsync(runId, plan, run, Keep).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Requests that were sent before the stop have no outcome yet; the next run settles them.
                run.Tally.Conclude(ResultKind.Open, cache.Journal.Open().Count(intent => intent.RunId == runId));
                throw;
            }
        }

        void Keep(ChangeOutcome outcome)
        {
            // The caller leaves it to a person, and counts it then.
            if (!outcome.IsForAPerson)
                run.Tally.Conclude(outcome.State, outcome.IsAnothers);
            onOutcome?.Invoke(runId, outcome);
        }
    }

    /// <summary>Leaves changes that PICSWeb's API cannot make to a person. They are journalled and put on the worklist, and nothing is written here.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="plan">The changes.</param>
    /// <param name="run">The run.</param>
    /// <returns>The journal's rows.</returns>
    public IReadOnlyList<Change> LeaveToPerson(string command, IReadOnlyList<PlannedChange> plan, RunContext run) =>
        LeaveToPerson(command, [.. plan.Select(change => (change.Row("", "", environment), (string?)null))], run);

    /// <summary>The same for changes that are no field of an existing record.</summary>
    /// <returns>The journal's rows.</returns>
    internal IReadOnlyList<Change> LeaveToPerson(string command, IReadOnlyList<(Change Row, string? Name)> changes, RunContext run)
    {
        var rows = new ManualChanges(cache, clock).Leave(command, changes);
        if (rows.Count > 0)
            run.Tally.Begin(rows[0].RunId);
        run.Tally.Conclude(ResultKind.Waiting, changes.Count);
        return rows;
    }

    /// <summary>Takes changes that are not wanted any more from the worklist; the journal says so too.</summary>
    internal void TakeFromWorklist(IReadOnlyList<WaitingChange> items) => new ManualChanges(cache, clock).TakeOff(items);

    /// <summary>Checks whether a field of this kind of record can be written here at all.</summary>
    /// <returns>True where the system offers it.</returns>
    internal bool CanWrite(RecordKind kind) => records.SystemOf(kind).CanWrite(kind);

    private static bool BelongsTo(Type list, ChangeOutcome outcome) => WrittenFields.FindOwnList(outcome.Planned.Kind.ToString()) == list;

    private IReadOnlyCollection<KnownRecord> Known(RecordKind kind) =>
        KnownRecords.TryGetValue(kind, out var read) ? read(cache.Records) : [];

    private static IReadOnlyCollection<KnownRecord> Known(IReadOnlyList<IPicsWebRecord>? rows) =>
        [.. (rows ?? []).Select(row => new KnownRecord(row.Ident, row.RecordId, row.Live != false, row.DisplayName))];

    private static KnownRecord Known(Qualification row) =>
        new(row.QualificationId, row.QualificationId, RecordStatus.IsLive(row.Status) != false, row.Title);

    // The cache knows the lists by their records' names, which are the kinds'.
    private int? LastListingCalls(RecordKind kind) => cache.Describe().FirstOrDefault(entry => entry.Kind == kind.ToString())?.Calls;
}
