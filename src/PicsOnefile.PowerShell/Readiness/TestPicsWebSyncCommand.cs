using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Readiness;

namespace PicsOnefile.PowerShell.Readiness;

/// <summary>Tests whether everything is ready for the first synchronisation, and shows what was found with its remedy.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PicsWebSync")]
[OutputType(typeof(Finding))]
public sealed class TestPicsWebSyncCommand : ReadingCmdlet
{
    /// <summary>What you attest of the older PICS Desktop integration; kept with who and when.</summary>
    [Parameter]
    public DesktopIntegration? DesktopIntegration { get; set; }

    /// <summary>You attest that "Enable MIS value fields" is ticked in every centre; kept with who and when.</summary>
    [Parameter]
    public MisValueFields? MisValueFields { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var request = new ReadinessRequest { DesktopIntegration = DesktopIntegration, MisValueFields = MisValueFields, Freshness = Freshness };
        WriteObject(Run(run => new ReadinessService(Session).TestAsync(request, run)), enumerateCollection: true);
    }
}
