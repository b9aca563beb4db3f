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
/// New qualifications, for the write protocol: records that have no key yet. A create is never sent twice. Where its response was lost, PICSWeb's list shows
/// whether it has arrived.
/// </summary>
internal sealed class NewQualificationChanges(Workspace workspace) : IChangeAdapter<PlannedQualification, IReadOnlyList<Qualification>>, IRecoverable
{
    /// <inheritdoc/>
    public bool ReadsOnce => true;

    /// <summary>Makes the journal's row, without run, change and state.</summary>
    /// <returns>The row.</returns>
    public Change Row(PlannedQualification one) =>
        new()
        {
            Environment = workspace.Environment,
            Kind = NewQualifications.Kind,
            Key = one.Code,
            Field = RecordField.VqReference.Name,
            NewValue = one.Code,
            Reason = one.Reason,
        };

    /// <summary>Finds the qualification in use that carries a reference.</summary>
    /// <returns>The qualification, or null.</returns>
    public static Qualification? Carrier(IReadOnlyList<Qualification> list, string reference) => list.FirstOrDefault(one => Carries(one, reference));

    /// <inheritdoc/>
    public IReadOnlyList<Change> Rows(PlannedQualification request) => [Row(request)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Qualification>?> ReadAsync(PlannedQualification request, RunContext run) =>
        await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);

    /// <inheritdoc/>
    public bool Holds(Change intent, IReadOnlyList<Qualification> current) => Carrier(current, intent.Key) is not null;

    /// <inheritdoc/>
    public RequestOutcome? Compare(PlannedQualification request, IReadOnlyList<Qualification>? current) =>
        Carrier(current!, request.Code) is { } there
            ? One(
                ChangeState.Conflict,
                ErrorKinds.ReferenceTaken.For(
                    request.Code,
                    $"{request.Target}: '{request.Code}' is carried by {there.QualificationId} ({there.Title}) now."
                )
            )
            : null;

    /// <inheritdoc/>
    public Task<RequestOutcome?> RefusalAsync(PlannedQualification request, IReadOnlyCollection<Claim> claims, RunContext run) =>
        Task.FromResult(
            claims.FirstOrDefault(claim => !claim.IsDone && claim.State.Run != RunActivity.Ended) is { } claim
                ? One(
                    ChangeState.Skipped,
                    ErrorKinds.QualificationUnderWay.For(request.Code, $"{request.Target}: {ClaimWords.Describe(claim, run.Terms)}")
                )
                : null
        );

    /// <inheritdoc/>
    public RequestOutcome Superseded(PlannedQualification request) =>
        One(
            ChangeState.Skipped,
            ErrorKinds.QualificationUnderWay.For(
                request.Code,
                $"{request.Target}: another run took this one for ended, and has settled what it had begun."
            )
        );

    /// <inheritdoc/>
    public RequestOutcome Stopped(PlannedQualification request) =>
        One(ChangeState.Skipped, ErrorKinds.NotWritten.For(request.Code, $"{request.Target}: stopped before it was added."));

    /// <inheritdoc/>
    public Task SendAsync(PlannedQualification request, IReadOnlyList<Qualification> current, RunContext run) =>
        workspace.PicsWeb.CreateQualificationAsync(request.Qualification, run);

    /// <inheritdoc/>
    public RequestOutcome Judge(WriteStep<PlannedQualification, IReadOnlyList<Qualification>> sent, IReadOnlyList<Qualification>? after)
    {
        var one = sent.Request;
        return Carrier(after!, one.Code) is { } added
            ? One(ChangeState.Done, SecondCarrier(after!, one, added))
            : One(
                ChangeState.Failed,
                sent.Refused ?? ErrorKinds.NotWritten.For(one.Code, $"{one.Target}: PICSWeb's list does not have it after it was added.")
            );
    }

    /// <inheritdoc/>
    public Change? Decide(LeftIntent left, IReadOnlyList<Qualification> current) =>
        Holds(left.Intent, current) ? left.Intent with { State = ChangeState.Done }
        : left.IsQuiet
            ? left.Intent with
            {
                State = ChangeState.Failed,
                Error = "The process ended before the outcome was known, and PICSWeb's list does not have the qualification.",
            }
        : null;

    /// <inheritdoc/>
    public bool Concerns(Change intent) => intent.Kind == NewQualifications.Kind;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecoveredIntent> LookAsync(IReadOnlyList<LeftIntent> due, RunContext run)
    {
        if (!workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
            yield break;
        var current = await workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run).ConfigureAwait(false);
        foreach (var left in due)
            yield return new(left, Decide(left, current));
    }

    // What came from another computer, or from a person, between looking and adding.
    private static PicsOnefileException? SecondCarrier(IReadOnlyList<Qualification> list, PlannedQualification one, Qualification added) =>
        list.FirstOrDefault(other => Carries(other, one.Code) && other.QualificationId != added.QualificationId) is { } second
            ? ErrorKinds.ValueHeldTwice.For(
                one.Code,
                $"{one.Target}: it was added, and two qualifications carry '{one.Code}' now, {added.QualificationId} and {second.QualificationId} "
                    + $"({second.Title}): another computer or a person added the other at the same time."
            )
            : null;

    private static bool Carries(Qualification one, string reference) => RecordStatus.IsLive(one.Status) != false && one.VqReference == reference;

    private static RequestOutcome One(ChangeState state, PicsOnefileException? error) => RequestOutcome.For(1, state, error);
}
