using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Starts a made-up PICSWeb and a made-up Onefile on this computer, and connects to them.</summary>
[Cmdlet(VerbsLifecycle.Start, "PicsOnefileSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PicsOnefileSandbox))]
public sealed class StartPicsOnefileSandboxCommand : PicsOnefileCmdlet
{
    /// <summary>The folder of the sandbox's program; by default the folder sandbox of the module's data.</summary>
    [Parameter(Position = 0)]
    [Alias("LiteralPath")]
    [PathOfFile]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Which environment its Onefile is.</summary>
    [Parameter]
    public OnefileEnvironment Environment { get; set; }

    /// <summary>The seed of the made-up records: the same seed makes the same records.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Seed { get; set; } = 1;

    /// <summary>How many centres Onefile has.</summary>
    [Parameter]
    [ValidateRange(1, 20)]
    public int Centres { get; set; } = 1;

    /// <summary>How many people have an assessor's account.</summary>
    [Parameter]
    [ValidateRange(1, 10000)]
    public int Assessors { get; set; } = 60;

    /// <summary>How many organisations have a placement.</summary>
    [Parameter]
    [ValidateRange(1, 10000)]
    public int Placements { get; set; } = 40;

    /// <summary>Starts a PICSWeb that has no API, so that its exported lists and the worklist are used.</summary>
    [Parameter]
    public SwitchParameter NoPicsWebApi { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var folder = Path is null ? OrEnd(() => DataFolder.Sandbox) : FilePath(Path);
        var before = RunningSandbox.Here;
        if (before is { IsRunning: true })
            ThrowTerminatingError(ErrorRecords.From(before.AlreadyRuns));
        if (!ShouldProcess(folder, "Start the sandbox and connect to it"))
            return;
        if (before is not null)
        {
            WriteWarning(before.EndedByItself);
            before.End();
        }
        var options = new SandboxOptions
        {
            Environment = Environment,
            Seed = Seed,
            Centres = Centres,
            Assessors = Assessors,
            Placements = Placements,
            PicsWebApi = !NoPicsWebApi,
        };
        var sandbox = Run(run => SandboxProcess.StartAsync(folder, options, run.Cancellation));
        PicsOnefileSession session;
        try
        {
            session = Run(run => SessionOpening.OpenAsync(sandbox.Profile, sandbox.Secrets, null, run));
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
        RunningSandbox.Keep(sandbox).Add(session);
        OpenConnections.Add(session);
        OpenConnections.Rest(session, WriteWarning);
        WriteObject(sandbox.Description);
        Tell(
            $"""
            You are connected to made-up records, under the name '{PicsOnefileProfile.Sandbox}'. Nothing that you do here reaches a real system. Try:

                Find-OfficerLink
                Find-OfficerLink | Set-OfficerLink -WhatIf
                Test-PicsWebSync
                Stop-PicsOnefileSandbox

            """
        );
    }

    // Shown at a prompt, and silenced with -InformationAction, as Write-Host is.
    private void Tell(string text) => WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);
}
