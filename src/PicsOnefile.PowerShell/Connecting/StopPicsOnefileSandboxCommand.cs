using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Closes the connection to the sandbox and ends it; its records are gone.</summary>
[Cmdlet(VerbsLifecycle.Stop, "PicsOnefileSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class StopPicsOnefileSandboxCommand : PicsOnefileCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RunningSandbox.Here is not { } sandbox)
            WriteError(ErrorKinds.SandboxNotRunning.For(null, "No sandbox was started in this session."));
        else if (ShouldProcess($"Process {sandbox.Description.Id}", "End the sandbox and close its connection"))
        {
            if (!sandbox.IsRunning)
                WriteWarning(sandbox.EndedByItself);
            sandbox.End();
        }
    }
}
