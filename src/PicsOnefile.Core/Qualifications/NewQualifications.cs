using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>What came of adding a qualification.</summary>
/// <param name="Added">The qualification as PICSWeb keeps it; null where it is not there.</param>
/// <param name="Error">What went wrong, or null.</param>
internal sealed record AddedQualification(Qualification? Added, PicsOnefileException? Error);

/// <summary>Adds qualifications by the write protocol, or leaves them to a person.</summary>
internal sealed class NewQualifications(Workspace workspace, ChangeService changeService)
{
    /// <summary>The journal's Kind: a record that has no key yet. Its Key is the VQ Reference.</summary>
    public const string Kind = RecordType.NewQualification;

    private readonly NewQualificationChanges _changes = new(workspace);

    /// <summary>Whether the tenant's API offers it.</summary>
    public bool CanCreate => Has(PicsWebOperation.QualificationsCreate) && Has(PicsWebOperation.QualificationsList);

    /// <summary>Leaves them to a person.</summary>
    public void LeaveToPerson(string command, IReadOnlyCollection<PlannedQualification> plan, RunContext run) =>
        changeService.LeaveToPerson(command, [.. plan.Select(one => (_changes.Row(one), (string?)one.Qualification.Title))], run);

    /// <summary>Adds them as one run of the journal.</summary>
    /// <returns>What came of each.</returns>
    /// <exception cref="PicsOnefileException">PICSWeb's list could not be read before anything was sent. Or the journal cannot be written.</exception>
    public async Task<IReadOnlyDictionary<PlannedQualification, AddedQualification>> CreateAsync(
        string command,
        IReadOnlyList<PlannedQualification> plan,
        RunContext run
    )
    {
        await changeService.BackUpAsync(run).ConfigureAwait(false);
        await changeService.RecoverAsync(_changes, run).ConfigureAwait(false);
        var journal = workspace.Cache.Journal;
        var runId = journal.BeginRun(command);
        run.Tally.Begin(runId);
        using var underWay = journal.Claims.AcquireLease(runId);
        var protocol = new WriteProtocol<PlannedQualification, IReadOnlyList<Qualification>>(
            journal,
            workspace.Environment,
            _changes,
            runId,
            step => Count(step, run)
        );
        var written = await protocol.WriteAsync(plan, readsBack: true, run).ConfigureAwait(false);
        return written.ToDictionary(
            step => step.Request,
            step => new AddedQualification(
                step.Outcome!.Rows[0].State == ChangeState.Done
                    ? NewQualificationChanges.Carrier((step.After ?? step.Current)!, step.Request.Code)
                    : null,
                step.Outcome.Error
            )
        );
    }

    // What the tenant does not offer is left to a person, and counted then.
    private static void Count(WriteStep<PlannedQualification, IReadOnlyList<Qualification>> step, RunContext run)
    {
        if (step.Outcome!.Error?.Kind == ErrorKinds.OperationMissing)
            return;
        if (step.Outcome.Rows[0].State == ChangeState.Done)
            run.Tally.Conclude(ResultKind.Added);
        else
            run.Tally.Conclude(step.Outcome.Rows[0].State);
    }

    private bool Has(PicsWebOperation operation) =>
        workspace.PicsWeb.Operations.TryGetValue(operation, out var availability) && availability != OperationAvailability.Missing;
}
