using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Integration;

/// <summary>
/// The protocol of every write for settings, which are one record with many fields: intent of each field, compare, write once, read back each field,
/// outcome of each field.
/// </summary>
internal sealed class SettingsProtocol(Workspace workspace) : IRecoverable
{
    private static readonly string Kind = RecordKind.Integration.ToString();

    /// <summary>The settings now; intents that an earlier run left open are settled by them.</summary>
    public async Task<IntegrationSettings> ReadAsync(RunContext run)
    {
        var settings = await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false);
        Settle(Due(), settings, run);
        return settings;
    }

    /// <summary>Settles what an earlier run left open by looking at the settings; nothing is read where nothing is open.</summary>
    /// <param name="run">The run.</param>
    public async Task RecoverAsync(RunContext run)
    {
        var due = Due();
        if (due.Count > 0 && workspace.PicsWeb.CanRead(PicsWebOperation.IntegrationGet))
            Settle(due, await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false), run);
    }

    private IReadOnlyList<LeftIntent> Due() => Recovery.Left(workspace.Cache.Journal, workspace.Environment, row => row.Kind == Kind);

    private void Settle(IReadOnlyList<LeftIntent> due, IntegrationSettings settings, RunContext run)
    {
        if (due.Count == 0)
            return;
        var settled = due.Select(left => (left, Outcome: Settled(left, settings))).ToList();
        workspace.Cache.Journal.Append([.. settled.Select(one => one.Outcome).OfType<Change>()]);
        Recovery.Tell(run, settled.Count(one => one.Outcome is not null), [.. settled.Where(one => one.Outcome is null).Select(one => one.left)]);
    }

    /// <summary>Writes the plan and answers the settings as read back.</summary>
    public async Task<IntegrationSettings> WriteAsync(SyncPlan plan, RunContext run)
    {
        var runId = workspace.Cache.Journal.BeginRun(plan.Command);
        using var underWay = workspace.Cache.Journal.Claims.AcquireLease(runId);
        var intents = plan.Changes.ToDictionary(change => change, change => Row(runId, plan, change));
        Append(plan, intents, _ => (ChangeState.Intended, null));
        await CompareAsync(plan, intents, run).ConfigureAwait(false);
        var refused = await TryWriteAsync(plan, run).ConfigureAwait(false);
        // Where this read fails the intents stay open: nobody knows whether the write arrived, and the next reading settles them.
        var after = await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false);
        var wrong = plan.Changes.Where(change => !Arrived(change, after, refused)).ToList();
        Append(plan, intents, change =>
            wrong.Contains(change) ? (ChangeState.Failed, refused?.Message ?? Unconfirmed(change, after)) : (ChangeState.Done, null)
        );
        if (wrong.Count > 0)
            throw refused ?? ErrorKinds.SettingUnconfirmed.For(SyncPlan.Target, string.Join(" ", wrong.Select(change => Unconfirmed(change, after))));
        var lost = SettingField.All.Where(field => IsLost(field, plan, after)).Select(field => field.Label).ToList();
        if (lost.Count > 0)
            throw ErrorKinds.SettingUnconfirmed.For(
                SyncPlan.Target,
                $"What was asked for is set, and these settings were emptied by it: {string.Join(", ", lost)}. Set them again, and use an API map with body "
                    + $"\"whole\"."
            );
        return after;
    }

    private async Task CompareAsync(SyncPlan plan, Dictionary<SettingChange, Change> intents, RunContext run)
    {
        IntegrationSettings now;
        try
        {
            now = await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            // Nothing was written yet, so that these intents need nobody to look.
            Append(plan, intents, _ => (ChangeState.Failed, failure.Message));
            throw;
        }
        var moved = plan
            .Changes.Where(change => FieldOf(change) is { } field && field.TextOf(now) is var value && value != change.OldValue && value != change.NewValue)
            .ToList();
        if (moved.Count == 0)
            return;
        Append(plan, intents, change =>
            moved.Contains(change)
                ? (ChangeState.Conflict, $"It is {Shown(change, now)} by now.")
                : (ChangeState.Skipped, "Another setting was changed by somebody else in the meantime.")
        );
        throw ErrorKinds.ValueChanged.For(
            SyncPlan.Target,
            string.Join(" ", moved.Select(change => $"{change.Label} is {Shown(change, now)} and was expected to be {SettingChange.InWords(change.OldValue)}."))
        );
    }

    private async Task<PicsOnefileException?> TryWriteAsync(SyncPlan plan, RunContext run)
    {
        try
        {
            await workspace
                .PicsWeb.UpdateIntegrationAsync(plan.Changes.ToDictionary(change => change.Field, change => change.Value), run)
                .ConfigureAwait(false);
            return null;
        }
        catch (PicsOnefileException failure)
        {
            // An answer that was lost says nothing about the write: only reading back tells.
            return failure;
        }
    }

    // The token is never shown again: it counts as set where PICSWeb took the request, and the connection test tells whether it is the right one.
    private static bool Arrived(SettingChange change, IntegrationSettings after, PicsOnefileException? refused) =>
        FieldOf(change) is { } field ? field.TextOf(after) == change.NewValue : refused is null;

    private static bool IsLost(SettingField field, SyncPlan plan, IntegrationSettings after) =>
        plan.Changes.All(change => change.Field != field.Name)
        && field.TextOf(plan.Before) is { } before
        && before != "False"
        && field.TextOf(after) is null or "False"
        && before != field.TextOf(after);

    private static Change? Settled(LeftIntent left, IntegrationSettings now)
    {
        if (SettingField.All.FirstOrDefault(field => field.Name == left.Intent.Field) is { } field)
            return Recovery.Decide(left, field.TextOf(now), "setting");
        if (ConnectionTestResult.IsSuccess(now.ConnectionTest) == true)
            return left.Intent with { State = ChangeState.Done };
        return left.IsQuiet
            ? left.Intent with
            {
                State = ChangeState.Failed,
                Error = "The process ended before PICSWeb's answer: it is not known whether the customer token arrived. Run Enable-PicsWebSync again.",
            }
            : null;
    }

    private void Append(SyncPlan plan, Dictionary<SettingChange, Change> intents, Func<SettingChange, (ChangeState State, string? Error)> outcome) =>
        Recovery.Conclude(
            workspace.Cache.Journal,
            [.. plan.Changes.Select(change => intents[change] with { State = outcome(change).State, Error = outcome(change).Error })]
        );

    private Change Row(string runId, SyncPlan plan, SettingChange change) =>
        new()
        {
            RunId = runId,
            ChangeId = Guid.NewGuid().ToString("N"),
            Environment = workspace.Environment,
            Kind = Kind,
            Key = "Onefile",
            Field = change.Field,
            OldValue = change.OldValue,
            NewValue = change.NewValue,
            Reason = plan.Reason,
        };

    private static SettingField? FieldOf(SettingChange change) => SettingField.All.FirstOrDefault(field => field.Name == change.Field);

    private static string Shown(SettingChange change, IntegrationSettings settings) => SettingChange.InWords(FieldOf(change)?.TextOf(settings));

    private static string Unconfirmed(SettingChange change, IntegrationSettings after) =>
        FieldOf(change) is null
            ? "It is not known whether the customer token arrived."
            : $"{change.Label} is {Shown(change, after)} after {SettingChange.InWords(change.NewValue)} was set.";
}
