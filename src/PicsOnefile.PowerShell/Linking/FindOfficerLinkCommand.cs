using System.Management.Automation;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Finds which officer each assessor is, with score, confidence, reasons and conflicts.</summary>
[Cmdlet(VerbsCommon.Find, "OfficerLink")]
[OutputType(typeof(OfficerLinkCandidate))]
public sealed class FindOfficerLinkCommand : FindLinkCommandBase
{
    /// <summary>PICSWeb's officers, or rows of Import-Csv about them. With it no connection is needed: the two given lists are the world.</summary>
    [Parameter]
    public PSObject[]? Officer { get; set; }

    private protected override LinkKind Kind => LinkKind.Officer;

    private protected override PSObject[]? Given => Officer;
}
