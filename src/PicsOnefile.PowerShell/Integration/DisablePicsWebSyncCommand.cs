using System.Management.Automation;

namespace PicsOnefile.PowerShell.Integration;

/// <summary>Switches PICSWeb's Onefile integration off; its other settings stay.</summary>
[Cmdlet(VerbsLifecycle.Disable, "PicsWebSync", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IntegrationSettings), typeof(SettingsStep))]
public sealed class DisablePicsWebSyncCommand : SyncSwitchCommandBase
{
    /// <inheritdoc/>
    protected override void EndProcessing() => Switch((sync, run) => sync.PlanDisableAsync(Reason, run));
}
