using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.PicsWeb;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Integration;

/// <summary>PICSWeb's integration settings and the switch. Plan first, ask in between, then apply.</summary>
public sealed class SyncSwitch(Workspace workspace)
{
    /// <summary>Reads the settings and the Integration Status from PICSWeb.</summary>
    /// <returns>The settings as PICSWeb shows them now.</returns>
    /// <exception cref="PicsOnefileException">OperationMissing or ApiMissing: the tenant does not show them; the message names the screen.</exception>
    public async Task<IntegrationSettings> GetAsync(RunContext run)
    {
        if (IsMissing(PicsWebOperation.IntegrationGet))
            throw Missing(
                $"The integration settings cannot be read by the API here. Look at {SettingsWindow.Screen}, and at Integration Status on the OneFile Summary."
            );
        return await ReadAndSettleAsync(run).ConfigureAwait(false);
    }

    /// <summary>Plans to switch on. Nothing is written.</summary>
    /// <param name="settings">The wanted settings besides the switch itself.</param>
    /// <param name="findings">The readiness report of this moment.</param>
    /// <param name="force">True to switch on in spite of errors.</param>
    /// <param name="reason">The reason, for the journal; <paramref name="force"/> needs one.</param>
    /// <param name="run">The run.</param>
    /// <param name="attestations">The attestations that count; null for those that were kept.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PicsOnefileException">NotReady with the rules' IDs; ReasonMissing; EnvironmentNotConnected; SecretMissing or
    /// CustomerTokenRefused.</exception>
    public async Task<SyncPlan> PlanEnableAsync(
        SyncSettings settings,
        IReadOnlyCollection<Finding> findings,
        bool force,
        string? reason,
        RunContext run,
        IReadOnlyList<Attestation>? attestations = null
    )
    {
        var overridden = SwitchGuard.Overridden(findings, force, reason);
        if (settings.Environment is { } asked && asked != workspace.Environment)
            throw ErrorKinds.EnvironmentNotConnected.For(
                asked,
                $"PICSWeb is to use {asked}, and the connection is to {workspace.Environment}: its customer token does not belong there."
            );
        var before = await ReadForChangeAsync(run).ConfigureAwait(false);
        var handOver = settings.HandOverCustomerToken ?? !IsConnectedAlready(before);
        if (handOver)
            await CheckTokenAsync(run).ConfigureAwait(false);
        var wanted = settings with { IntegrationEnabled = true, Environment = settings.Environment ?? (handOver ? workspace.Environment : null) };
        return new SyncPlan
        {
            Command = "Enable-PicsWebSync",
            Before = before,
            Changes = [.. Token(handOver), .. Changes(wanted, before)],
            Notices = await NoticesAsync(before, attestations, run).ConfigureAwait(false),
            Steps = SettingsWindow.StepsToEnable(settings with { HandOverCustomerToken = handOver }, workspace.Environment),
            ByHand = CannotChange,
            Reason = overridden is null ? reason : $"Forced despite {overridden}: {reason}",
        };
    }

    /// <summary>Plans to switch off. Nothing is written, and nothing has to be ready for it.</summary>
    /// <returns>The plan.</returns>
    /// <exception cref="PicsOnefileException">The settings cannot be read.</exception>
    public async Task<SyncPlan> PlanDisableAsync(string? reason, RunContext run)
    {
        var before = await ReadForChangeAsync(run).ConfigureAwait(false);
        return new SyncPlan
        {
            Command = "Disable-PicsWebSync",
            Before = before,
            Changes = [.. Changes(new SyncSettings { IntegrationEnabled = false }, before)],
            Steps = SettingsWindow.StepsToDisable(),
            ByHand = CannotChange,
            Reason = reason,
        };
    }

    /// <summary>Writes a plan: intent, compare, write once, read back each setting, outcome.</summary>
    /// <param name="plan">From <see cref="PlanEnableAsync"/> or <see cref="PlanDisableAsync"/>.</param>
    /// <param name="run">The run.</param>
    /// <returns>The settings as read back, with PICSWeb's Connection Test. Where PICSWeb's API cannot change them, the steps for a person.</returns>
    /// <exception cref="PicsOnefileException">ValueChanged: somebody changed a setting since the plan. SettingUnconfirmed: PICSWeb shows another value
    /// afterwards.</exception>
    public async Task<SyncOutcome> ApplyAsync(SyncPlan plan, RunContext run)
    {
        if (plan.Changes.Count == 0)
        {
            run.Log.Verbose("Every setting is as asked: nothing was written.");
            return SyncOutcome.For(plan.Before);
        }
        if (plan.ByHand)
            return SyncOutcome.LeftToAPerson(plan);
        IntegrationSettings after;
        try
        {
            after = await WriteAsync(plan, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException error) when (IsForAPerson(error))
        {
            // A tenant without an OpenAPI document shows only when it is called that it lacks an operation.
            return SyncOutcome.LeftToAPerson(plan);
        }
        if (after.IntegrationEnabled == true)
        {
            // From here on these centres are the known ones: the rule about them compares with the last switching on.
            if (workspace.Cache.Records.Read<Centre>() is { } centres)
                CentreBaseline.Keep(workspace.Cache.Ledger, workspace.Environment, workspace.LinkBy, centres.Rows);
            if (ConnectionTestResult.IsSuccess(after.ConnectionTest) != true)
                run.Log.Warning($"PICSWeb's Connection Test says '{after.ConnectionTest}'. It may need a moment: look again with Get-PicsWebSync.");
        }
        return SyncOutcome.For(after);
    }

    // The same reading recovers what an earlier run left open.
    private async Task<IntegrationSettings> ReadAndSettleAsync(RunContext run)
    {
        var settings = await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false);
        await new Recovery(workspace.Cache.Journal, workspace.Environment).SettleAsync(new SettingsChanges(workspace, settings), run).ConfigureAwait(false);
        return settings;
    }

    private async Task<IntegrationSettings> WriteAsync(SyncPlan plan, RunContext run)
    {
        var journal = workspace.Cache.Journal;
        var runId = journal.BeginRun(plan.Command);
        using var underWay = journal.Claims.AcquireLease(runId);
        var protocol = new WriteProtocol<SyncPlan, IntegrationSettings>(journal, workspace.Environment, new SettingsChanges(workspace), runId);
        var written = (await protocol.WriteAsync([plan], readsBack: true, run).ConfigureAwait(false))[0];
        return written.Outcome!.Error is { } error ? throw error : written.After ?? written.Current!;
    }

    private static IEnumerable<SettingChange> Changes(SyncSettings wanted, IntegrationSettings before) =>
        from field in SettingField.All
        let value = field.Asked(wanted)
        where value is not null && SettingField.Text(value) != field.TextOf(before)
        select new SettingChange(field.Name, field.Label, field.TextOf(before), SettingField.Text(value)) { Value = value };

    private IEnumerable<SettingChange> Token(bool handOver) =>
        handOver ? [new SettingChange(SettingField.CustomerToken, "Customer Token", null, SettingChange.SecretSet) { Value = workspace.CustomerToken }] : [];

    private bool IsConnectedAlready(IntegrationSettings settings) =>
        settings.IntegrationEnabled == true && settings.Environment == workspace.Environment && ConnectionTestResult.IsSuccess(settings.ConnectionTest) == true;

    // The connection was opened with this very token. It is only handed on where Onefile accepts it in this environment and for this customer.
    private async Task CheckTokenAsync(RunContext run)
    {
        if (workspace.CustomerToken is null)
            throw ErrorKinds.SecretMissing.For("CustomerToken", "The connection has no customer token that PICSWeb could be given.");
        var customer = await workspace.Onefile.GetCustomerAsync(run).ConfigureAwait(false);
        if (customer.CustomerId != workspace.Customer.CustomerId)
            throw ErrorKinds.CustomerTokenRefused.For(
                workspace.Environment,
                $"In {workspace.Environment} the customer token belongs to {customer.Name}, and the connection was opened for {workspace.Customer.Name}."
            );
    }

    // A write that could not be read back would be a guess: both operations are needed.
    private bool CannotChange => IsMissing(PicsWebOperation.IntegrationUpdate) || IsMissing(PicsWebOperation.IntegrationGet);

    // Settings that cannot be read count as none: every one that is asked for is then a step.
    private async Task<IntegrationSettings> ReadForChangeAsync(RunContext run)
    {
        if (IsMissing(PicsWebOperation.IntegrationGet))
            return new IntegrationSettings();
        try
        {
            return await ReadAndSettleAsync(run).ConfigureAwait(false);
        }
        catch (PicsOnefileException error) when (IsForAPerson(error))
        {
            return new IntegrationSettings();
        }
    }

    private static bool IsForAPerson(PicsOnefileException error) => error.Kind == ErrorKinds.OperationMissing || error.Kind == ErrorKinds.ApiMissing;

    // The readiness report has just read both lists: they are counted from the cache.
    private async Task<IReadOnlyList<string>> NoticesAsync(IntegrationSettings before, IReadOnlyList<Attestation>? attestations, RunContext run)
    {
        if (
            before.IntegrationEnabled == true
            || before.LastSynchronised is not null
            || !DesktopFirstRun.IsAhead(attestations ?? AttestedHere.Read(workspace.Cache.Ledger, workspace.Environment))
        )
            return [];
        return DesktopFirstRun.Sentences(workspace.Cache.Records.Read<Learner>()?.Rows, await OfficersAsync(run).ConfigureAwait(false), run.Terms);
    }

    private async Task<LinkSnapshot?> OfficersAsync(RunContext run)
    {
        var officers = await ReadResult
            .ReadAsync(() => new LinkReading(workspace).TakeSnapshotAsync(LinkKind.Officer, Freshness.Never, run), run)
            .ConfigureAwait(false);
        if (officers.Reason is { } reason)
            run.Log.Verbose($"{run.Terms.Officer.ManyLabel} are not counted: {reason}");
        return officers.Value;
    }

    private bool IsMissing(PicsWebOperation operation) =>
        !workspace.PicsWeb.Operations.TryGetValue(operation, out var availability) || availability == OperationAvailability.Missing;

    private PicsOnefileException Missing(string message) =>
        (
            workspace.PicsWeb.Operations.Values.All(availability => availability == OperationAvailability.Missing)
                ? ErrorKinds.ApiMissing
                : ErrorKinds.OperationMissing
        ).For(SyncPlan.Target, message);
}
