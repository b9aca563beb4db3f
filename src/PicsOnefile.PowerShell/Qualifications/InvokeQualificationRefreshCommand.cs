using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Qualifications;

/// <summary>
/// Reads the learning aims of all centres, and presses PICSWeb's Refresh Qualification Links where its API can. It shows the changes since the last time.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "QualificationRefresh", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(QualificationRefreshResult))]
public sealed class InvokeQualificationRefreshCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ShouldProcess($"{Session.Profile.ProfileName} ({Session.Environment})", "Fetch the learning aims and refresh PICSWeb's qualification links"))
            WriteObject(Run(run => Session.Qualifications.RefreshAsync(run)));
    }
}
