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

namespace PicsOnefile.Integration;

/// <summary>The integration settings, for the write protocol: one record with many fields, written by one request.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="known">The settings where they were read a moment ago, for recovery; null to read them.</param>
internal sealed class SettingsChanges(Workspace workspace, IntegrationSettings? known = null) : IChangeAdapter<SyncPlan, IntegrationSettings>, IRecoverable
{
    private static readonly string Kind = RecordType.Integration.JournalKind;

    /// <inheritdoc/>
    public bool ReadsOnce => true;

    /// <inheritdoc/>
    public IReadOnlyList<Change> Rows(SyncPlan request) =>
        [
            .. request.Changes.Select(change => new Change
            {
                Kind = Kind,
                Key = "Onefile",
                Field = change.Field,
                OldValue = change.OldValue,
                NewValue = change.NewValue,
                Reason = request.Reason,
            }),
        ];

    /// <inheritdoc/>
    public async Task<IntegrationSettings?> ReadAsync(SyncPlan request, RunContext run) =>
        await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false);

    /// <inheritdoc/>
    public bool Holds(Change intent, IntegrationSettings current) => FieldOf(intent.Field) is { } field && field.TextOf(current) == intent.NewValue;

    /// <inheritdoc/>
    public RequestOutcome? Compare(SyncPlan request, IntegrationSettings? current)
    {
        var moved = request
            .Changes.Where(change =>
                FieldOf(change.Field) is { } field && field.TextOf(current!) is var value && value != change.OldValue && value != change.NewValue
            )
            .ToList();
        if (moved.Count == 0)
            return request.Changes.All(change => FieldOf(change.Field)?.TextOf(current!) is { } value && value == change.NewValue)
                ? RequestOutcome.For(request.Changes.Count, ChangeState.Done, null)
                : null;
        return new(
            [
                .. request.Changes.Select(change =>
                    moved.Contains(change)
                        ? new RowOutcome(ChangeState.Conflict, $"It is {Shown(change, current!)} now.")
                        : new RowOutcome(ChangeState.Skipped, "Another setting was changed by somebody else in the meantime.")
                ),
            ],
            ErrorKinds.ValueChanged.For(
                SyncPlan.Target,
                string.Join(
                    " ",
                    moved.Select(change => $"{change.Label} is {Shown(change, current!)} and was expected to be {SettingChange.InWords(change.OldValue)}.")
                )
            )
        );
    }

    /// <inheritdoc/>
    public Task<RequestOutcome?> RefusalAsync(SyncPlan request, IReadOnlyCollection<Claim> claims, RunContext run) => Task.FromResult<RequestOutcome?>(null);

    /// <inheritdoc/>
    public RequestOutcome Superseded(SyncPlan request) =>
        RequestOutcome.For(
            request.Changes.Count,
            ChangeState.Conflict,
            ErrorKinds.ValueClaimed.For(SyncPlan.Target, $"{SyncPlan.Target}: another run took this one for ended, and has settled what it had begun.")
        );

    /// <inheritdoc/>
    public RequestOutcome Stopped(SyncPlan request) =>
        RequestOutcome.For(request.Changes.Count, ChangeState.Skipped, null, "Stopped before it was written.");

    /// <inheritdoc/>
    public Task SendAsync(SyncPlan request, IntegrationSettings current, RunContext run) =>
        workspace.PicsWeb.UpdateIntegrationAsync(request.Changes.ToDictionary(change => change.Field, change => change.Value), run);

    /// <inheritdoc/>
    public RequestOutcome Judge(WriteStep<SyncPlan, IntegrationSettings> sent, IntegrationSettings? after)
    {
        var plan = sent.Request;
        var wrong = plan.Changes.Where(change => !Arrived(change, after!, sent.Refused)).ToList();
        if (wrong.Count > 0)
            return new(
                [
                    .. plan.Changes.Select(change =>
                        wrong.Contains(change)
                            ? new RowOutcome(ChangeState.Failed, sent.Refused?.Message ?? Unconfirmed(change, after!))
                            : new RowOutcome(ChangeState.Done)
                    ),
                ],
                sent.Refused
                    ?? ErrorKinds.SettingUnconfirmed.For(SyncPlan.Target, string.Join(" ", wrong.Select(change => Unconfirmed(change, after!))))
            );
        var lost = SettingField.All.Where(field => IsLost(field, plan, after!)).Select(field => field.Label).ToList();
        return new(
            [.. plan.Changes.Select(_ => new RowOutcome(ChangeState.Done))],
            lost.Count == 0
                ? null
                : ErrorKinds.SettingUnconfirmed.For(
                    SyncPlan.Target,
                    $"What was asked for is set, and these settings were emptied by it: {string.Join(", ", lost)}. Set them again, and use an API map with "
                        + "body \"whole\"."
                )
        );
    }

    /// <inheritdoc/>
    public Change? Decide(LeftIntent left, IntegrationSettings current)
    {
        if (FieldOf(left.Intent.Field) is { } field)
            return Recovery.Decide(left, field.TextOf(current), "setting");
        if (ConnectionTestResult.IsSuccess(current.ConnectionTest) == true)
            return left.Intent with { State = ChangeState.Done };
        return left.IsQuiet
            ? left.Intent with
            {
                State = ChangeState.Failed,
                Error = "The process ended before PICSWeb's answer: it is not known whether the customer token arrived. Run Enable-PicsWebSync again.",
            }
            : null;
    }

    /// <inheritdoc/>
    public bool Concerns(Change intent) => intent.Kind == Kind;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecoveredIntent> LookAsync(IReadOnlyList<LeftIntent> due, RunContext run)
    {
        if (known is null && !workspace.PicsWeb.CanRead(PicsWebOperation.IntegrationGet))
            yield break;
        var settings = known ?? await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false);
        foreach (var left in due)
            yield return new(left, Decide(left, settings));
    }

    // PICSWeb never shows the token again. It counts as set where PICSWeb took the request. The connection test shows whether it is the right one.
    private static bool Arrived(SettingChange change, IntegrationSettings after, PicsOnefileException? refused) =>
        FieldOf(change.Field) is { } field ? field.TextOf(after) == change.NewValue : refused is null;

    private static bool IsLost(SettingField field, SyncPlan plan, IntegrationSettings after) =>
        plan.Changes.All(change => change.Field != field.Name)
        && field.TextOf(plan.Before) is { } before
        && before != "False"
        && field.TextOf(after) is null or "False"
        && before != field.TextOf(after);

    private static SettingField? FieldOf(string name) => SettingField.All.FirstOrDefault(field => field.Name == name);

    private static string Shown(SettingChange change, IntegrationSettings settings) => SettingChange.InWords(FieldOf(change.Field)?.TextOf(settings));

    private static string Unconfirmed(SettingChange change, IntegrationSettings after) =>
        FieldOf(change.Field) is null
            ? "It is not known whether the customer token arrived."
            : $"{change.Label} is {Shown(change, after)} after {SettingChange.InWords(change.NewValue)} was set.";
}
