using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Shows how organisations and placements are linked: every link and every record without one, with its state.</summary>
[Cmdlet(VerbsCommon.Get, "OrganisationLink")]
[OutputType(typeof(OrganisationLink))]
public sealed class GetOrganisationLinkCommand : GetLinkCommandBase
{
    /// <summary>Idents of organisations.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(OrganisationCompleter))]
    public string[]? OrganisationIdent { get; set; }

    /// <summary>Onefile IDs of placements.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PlacementCompleter))]
    public string[]? PlacementId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteLinks(LinkKind.Organisation, OrganisationIdent, PlacementId);
}
