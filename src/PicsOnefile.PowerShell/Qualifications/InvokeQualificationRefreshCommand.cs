using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Qualifications;

/// <summary>
/// Reads the learning aims of all centres, and presses PICSWeb's Refresh Qualification Links where its API can. It shows the changes since the last time.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "QualificationRefresh", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(QualificationRefreshResult))]
public sealed class InvokeQualificationRefreshCommand : ConnectedCmdlet
{
    private protected override ResultForm? Wording => ResultForm.Refresh;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Agreed($"{Session.Profile.ProfileName} ({Session.Environment})", "Fetch the learning aims and refresh PICSWeb's qualification links"))
        {
            var read = Run(run => Session.Qualifications.RefreshAsync(run));
            WriteObject(read);
            Tally.Conclude(ResultKind.Done, read.LearningAims);
            Tally.Count(ResultKind.Added, read.Added);
            Tally.Count(ResultKind.Removed, read.Removed);
            Tally.Count(ResultKind.Renamed, read.Renamed);
        }
        if (IsLast)
            ShowResult();
    }
}
