using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Failures;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using PicsOnefile.Setup;

namespace PicsOnefile.Qualifications;

/// <summary>
/// Adds qualifications by the protocol of every write: intent, read, create, read back, outcome. A create is never sent twice: whether one whose answer was
/// lost has arrived is seen in PICSWeb's list.
/// </summary>
internal sealed class NewQualifications(PicsOnefileSession session)
{
    /// <summary>The journal's Kind: a record that has no key yet. Its Key is the VQ Reference.</summary>
    public const string Kind = "NewQualification";

    private const string Field = "VqReference";

    // Younger intents may belong to another process that is at work.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(5);

    /// <summary>Whether the tenant's API offers it.</summary>
    public bool CanCreate =>
        Has(PicsWebOperation.QualificationsCreate) && Has(PicsWebOperation.QualificationsList);

    /// <summary>Leaves them to a person.</summary>
    public void LeaveToPerson(string command, IReadOnlyCollection<PlannedQualification> plan) =>
        session.LeaveToPerson(command, [.. plan.Select(one => (Row("", one), (string?)one.Qualification.Title))]);

    /// <summary>Adds them and answers each as PICSWeb keeps it, or what went wrong.</summary>
    /// <exception cref="PicsOnefileException">PICSWeb's list could not be read before anything was sent.</exception>
    public async Task<IReadOnlyDictionary<PlannedQualification, (Qualification? Added, PicsOnefileException? Failure)>> CreateAsync(
        string command, IReadOnlyList<PlannedQualification> plan, RunContext run)
    {
        await new FirstWriteBackup(session.Cache, session.Environment).EnsureAsync(() => new ValuesNow(session).ReadAsync(run)).ConfigureAwait(false);
        var earlier = await SettleAsync(session.Clock.GetUtcNow() - UnderWay, run).ConfigureAwait(false);
        var runId = session.Cache.Journal.BeginRun(command);
        var intents = plan.ToDictionary(one => one, one => Row(runId, one) with { ChangeId = Guid.NewGuid().ToString("N") });
        session.Cache.Journal.Append([.. intents.Values.Select(row => row with { State = ChangeState.Intended })]);
        var before = await ListOrGiveUpAsync([.. intents.Values], run).ConfigureAwait(false);
        var outcomes = new Dictionary<PlannedQualification, (Qualification? Added, PicsOnefileException? Failure)>();
        foreach (var one in plan)
        {
            if (Carrier(before, one.Code) is { } there)
                Close(one, ChangeState.Conflict, null, FailureKinds.ReferenceTaken.About(one.Code, $"{one.Target}: '{one.Code}' is carried by {there.QualificationId} ({there.Title}) by now."));
            else if (earlier.Contains(one.Code))
                Close(one, ChangeState.Skipped, null, FailureKinds.QualificationUnderWay.About(one.Code, $"{one.Target}: another run is adding it, or ended this minute before it could tell."));
        }
        var sent = new Dictionary<PlannedQualification, PicsOnefileException?>();
        foreach (var one in plan.Where(one => !outcomes.ContainsKey(one)))
        {
            if (run.Cancellation.IsCancellationRequested)
                Close(one, ChangeState.Skipped, null, FailureKinds.NotWritten.About(one.Code, $"{one.Target}: stopped before it was added."));
            else
                sent[one] = await SendAsync(one, run).ConfigureAwait(false);
        }
        await ReadBackAsync(sent, Close, (one, failure) => outcomes[one] = (null, failure), run).ConfigureAwait(false);
        return outcomes;

        void Close(PlannedQualification one, ChangeState state, Qualification? added, PicsOnefileException? failure)
        {
            session.Cache.Journal.Append([intents[one] with { State = state, Error = failure?.Message }]);
            outcomes[one] = (added, failure);
        }
    }

    /// <summary>Settles what an earlier process left open by looking at PICSWeb's list; answers the references that another process may be adding at this moment.</summary>
    /// <param name="olderThan">Intents written before this time only.</param>
    /// <param name="run">The run.</param>
    public async Task<IReadOnlyCollection<string>> SettleAsync(DateTimeOffset olderThan, RunContext run)
    {
        var open = session.Cache.Journal.Open().Where(row => row.Kind == Kind && row.Environment == session.Environment).ToList();
        var due = open.Where(row => row.At < olderThan).ToList();
        if (due.Count > 0 && session.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
        {
            var now = await session.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
            session.Cache.Journal.Append([.. due.Select(row => Carrier(now, row.Key) is not null
                ? row with { State = ChangeState.Done }
                : row with { State = ChangeState.Failed, Error = "The process ended before the outcome was known, and PICSWeb's list does not have the qualification." })]);
        }
        return [.. open.Except(due).Select(row => row.Key)];
    }

    private async Task<PicsOnefileException?> SendAsync(PlannedQualification one, RunContext run)
    {
        try
        {
            await session.PicsWeb.CreateQualificationAsync(one.Qualification, run).ConfigureAwait(false);
            return null;
        }
        catch (PicsOnefileException failure)
        {
            // An answer that was lost says nothing about the create: only the list tells.
            return failure;
        }
    }

    private async Task ReadBackAsync(
        Dictionary<PlannedQualification, PicsOnefileException?> sent,
        Action<PlannedQualification, ChangeState, Qualification?, PicsOnefileException?> close,
        Action<PlannedQualification, PicsOnefileException> leaveOpen,
        RunContext run)
    {
        if (sent.Count == 0)
            return;
        IReadOnlyList<Qualification> after;
        try
        {
            after = await session.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            foreach (var pair in sent)
                leaveOpen(pair.Key, pair.Value ?? failure);
            return;
        }
        foreach (var pair in sent)
        {
            if (Carrier(after, pair.Key.Code) is { } added)
                close(pair.Key, ChangeState.Done, added, null);
            else
                close(pair.Key, ChangeState.Failed, null, pair.Value ?? FailureKinds.NotWritten.About(pair.Key.Code, $"{pair.Key.Target}: PICSWeb's list does not have it after it was added."));
        }
    }

    // Nothing was sent yet, so that these intents need nobody to look.
    private async Task<IReadOnlyList<Qualification>> ListOrGiveUpAsync(IReadOnlyList<Change> intents, RunContext run)
    {
        try
        {
            return await session.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is PicsOnefileException or OperationCanceledException)
        {
            session.Cache.Journal.Append([.. intents.Select(row => row with { State = ChangeState.Failed, Error = failure.Message })]);
            throw;
        }
    }

    private bool Has(PicsWebOperation operation) =>
        session.PicsWeb.Operations.TryGetValue(operation, out var availability) && availability != OperationAvailability.Missing;

    private static Qualification? Carrier(IReadOnlyList<Qualification> list, string reference) =>
        list.FirstOrDefault(one => RecordStatus.IsLive(one.Status) != false && one.VqReference == reference);

    private Change Row(string runId, PlannedQualification one) => new()
    {
        RunId = runId,
        Environment = session.Environment,
        Kind = Kind,
        Key = one.Code,
        Field = Field,
        NewValue = one.Code,
        Reason = one.Reason,
    };
}
