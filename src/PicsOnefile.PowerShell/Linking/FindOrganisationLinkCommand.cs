using System.Management.Automation;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Finds which organisation each placement is, with score, confidence, reasons and conflicts.</summary>
[Cmdlet(VerbsCommon.Find, "OrganisationLink")]
[OutputType(typeof(OrganisationLinkCandidate))]
public sealed class FindOrganisationLinkCommand : FindLinkCommandBase
{
    /// <summary>PICSWeb's organisations, or rows of Import-Csv about them. With it no connection is needed: the two given lists are the world.</summary>
    [Parameter]
    public PSObject[]? Organisation { get; set; }

    private protected override LinkKind Kind => LinkKind.Organisation;

    private protected override PSObject[]? Given => Organisation;
}
