using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>
/// Adds qualifications by the protocol of every write: intent, read, create, read back, outcome. A create is never sent twice: whether one whose answer was
/// lost has arrived is seen in PICSWeb's list.
/// </summary>
internal sealed class NewQualifications(Workspace workspace, ChangeService changeService)
{
    /// <summary>The journal's Kind: a record that has no key yet. Its Key is the VQ Reference.</summary>
    public const string Kind = RecordType.NewQualification;

    private static readonly string Field = RecordField.VqReference.Name;

    /// <summary>Whether the tenant's API offers it.</summary>
    public bool CanCreate => Has(PicsWebOperation.QualificationsCreate) && Has(PicsWebOperation.QualificationsList);

    /// <summary>Leaves them to a person.</summary>
    public void LeaveToPerson(string command, IReadOnlyCollection<PlannedQualification> plan) =>
        changeService.LeaveToPerson(command, [.. plan.Select(one => (Row("", one), (string?)one.Qualification.Title))]);

    /// <summary>Adds them and answers each as PICSWeb keeps it, or what went wrong.</summary>
    /// <exception cref="PicsOnefileException">PICSWeb's list could not be read before anything was sent.</exception>
    public async Task<IReadOnlyDictionary<PlannedQualification, (Qualification? Added, PicsOnefileException? Failure)>> CreateAsync(
        string command,
        IReadOnlyList<PlannedQualification> plan,
        RunContext run
    )
    {
        await changeService.BackUpAsync(run).ConfigureAwait(false);
        await new NewQualificationRecovery(workspace).RecoverAsync(run).ConfigureAwait(false);
        var journal = workspace.Cache.Journal;
        var runId = journal.BeginRun(command);
        using var underWay = journal.Claims.AcquireLease(runId);
        var intents = plan.Zip(
                journal.Append([.. plan.Select(one => Row(runId, one) with { ChangeId = Guid.NewGuid().ToString("N"), State = ChangeState.Intended })]),
                (one, row) => (one, row)
            )
            .ToDictionary(pair => pair.one, pair => pair.row);
        // Append, then look: of two runs the one that appended first is not seen by itself, and always by the other. The list is read after that, so that what
        // a run that has just ended added is in it.
        var claims = journal
            .Claims.FindConflicts([.. intents.Values])
            .Where(claim => !claim.IsDone && claim.State.Run != RunActivity.Ended)
            .ToLookup(claim => claim.AgainstChangeId);
        var before = await ListOrGiveUpAsync([.. intents.Values], run).ConfigureAwait(false);
        var outcomes = new Dictionary<PlannedQualification, (Qualification? Added, PicsOnefileException? Failure)>();
        foreach (var one in plan)
        {
            if (NewQualificationRecovery.Carrier(before, one.Code) is { } there)
                Close(
                    one,
                    ChangeState.Conflict,
                    null,
                    ErrorKinds.ReferenceTaken.For(one.Code, $"{one.Target}: '{one.Code}' is carried by {there.QualificationId} ({there.Title}) by now.")
                );
            else if (claims[intents[one].ChangeId].FirstOrDefault() is { } claim)
                Close(one, ChangeState.Skipped, null, ErrorKinds.QualificationUnderWay.For(one.Code, $"{one.Target}: {ClaimWords.Of(claim, run.Terms)}"));
        }
        var sent = new Dictionary<PlannedQualification, PicsOnefileException?>();
        foreach (var one in plan.Where(one => !outcomes.ContainsKey(one)))
        {
            if (!journal.Claims.Confirm(intents[one]))
                Close(
                    one,
                    ChangeState.Skipped,
                    null,
                    ErrorKinds.QualificationUnderWay.For(one.Code, $"{one.Target}: another run took this one for ended, and has settled what it had begun.")
                );
            else if (run.Cancellation.IsCancellationRequested)
                Close(one, ChangeState.Skipped, null, ErrorKinds.NotWritten.For(one.Code, $"{one.Target}: stopped before it was added."));
            else
                sent[one] = await SendAsync(one, run).ConfigureAwait(false);
        }
        await ReadBackAsync(sent, Close, (one, failure) => outcomes[one] = (null, failure), run).ConfigureAwait(false);
        return outcomes;

        void Close(PlannedQualification one, ChangeState state, Qualification? added, PicsOnefileException? failure)
        {
            Recovery.Conclude(journal, [intents[one] with { State = state, Error = failure?.Message }]);
            outcomes[one] = (added, failure);
        }
    }

    private async Task<PicsOnefileException?> SendAsync(PlannedQualification one, RunContext run)
    {
        try
        {
            await workspace.PicsWeb.CreateQualificationAsync(one.Qualification, run).ConfigureAwait(false);
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
        RunContext run
    )
    {
        if (sent.Count == 0)
            return;
        IReadOnlyList<Qualification> after;
        try
        {
            after = await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            foreach (var pair in sent)
                leaveOpen(pair.Key, pair.Value ?? failure);
            return;
        }
        foreach (var pair in sent)
        {
            if (NewQualificationRecovery.Carrier(after, pair.Key.Code) is { } added)
                close(pair.Key, ChangeState.Done, added, SecondCarrier(after, pair.Key, added));
            else
                close(
                    pair.Key,
                    ChangeState.Failed,
                    null,
                    pair.Value ?? ErrorKinds.NotWritten.For(pair.Key.Code, $"{pair.Key.Target}: PICSWeb's list does not have it after it was added.")
                );
        }
    }

    // What came from another computer, or from a person, between looking and adding.
    private static PicsOnefileException? SecondCarrier(IReadOnlyList<Qualification> list, PlannedQualification one, Qualification added) =>
        list.FirstOrDefault(other => NewQualificationRecovery.Carries(other, one.Code) && other.QualificationId != added.QualificationId) is { } second
            ? ErrorKinds.ValueHeldTwice.For(
                one.Code,
                $"{one.Target}: it was added, and two qualifications carry '{one.Code}' now, {added.QualificationId} and {second.QualificationId} "
                    + $"({second.Title}): another computer or a person added the other at the same time."
            )
            : null;

    // Nothing was sent yet, so that these intents need nobody to look.
    private async Task<IReadOnlyList<Qualification>> ListOrGiveUpAsync(IReadOnlyList<Change> intents, RunContext run)
    {
        try
        {
            return await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is PicsOnefileException or OperationCanceledException)
        {
            workspace.Cache.Journal.Append([.. intents.Select(row => row with { State = ChangeState.Failed, Error = failure.Message })]);
            throw;
        }
    }

    private bool Has(PicsWebOperation operation) =>
        workspace.PicsWeb.Operations.TryGetValue(operation, out var availability) && availability != OperationAvailability.Missing;

    private Change Row(string runId, PlannedQualification one) =>
        new()
        {
            RunId = runId,
            Environment = workspace.Environment,
            Kind = Kind,
            Key = one.Code,
            Field = Field,
            NewValue = one.Code,
            Reason = one.Reason,
        };
}
