using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Shows how organisations and placements are linked: every link and every record without one, with its state.</summary>
[Cmdlet(VerbsCommon.Get, "OrganisationLink")]
[OutputType(typeof(OrganisationLink))]
public sealed class GetOrganisationLinkCommand : GetLinkCommandBase
{
    /// <summary>Idents of organisations; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganisationCompleter))]
    public string[]? OrganisationIdent { get; set; }

    /// <summary>Onefile IDs of placements; wildcards are allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PlacementCompleter))]
    public string[]? PlacementId { get; set; }

    private protected override string MainParameter => nameof(OrganisationIdent);

    private protected override void Select() =>
        WriteLinks(LinkKind.Organisation, Selected(nameof(OrganisationIdent), OrganisationIdent), Selected(nameof(PlacementId), PlacementId));
}
