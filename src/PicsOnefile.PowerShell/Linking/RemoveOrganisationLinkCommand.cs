using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Takes links of organisations and placements off.</summary>
[Cmdlet(VerbsCommon.Remove, "OrganisationLink", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByPlacement)]
[OutputType(typeof(OrganisationLink))]
public sealed class RemoveOrganisationLinkCommand : RemoveLinkCommandBase
{
    private const string ByOrganisation = "Organisation";
    private const string ByPlacement = "Placement";

    /// <summary>The organisation's Ident. Without a Onefile ID all its links are taken off.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByOrganisation)]
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ByRow)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(OrganisationCompleter))]
    public string? OrganisationIdent { get; set; }

    /// <summary>The placement's Onefile ID.</summary>
    [Parameter(Position = 1, ParameterSetName = ByOrganisation)]
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ByRow)]
    [Parameter(Mandatory = true, ParameterSetName = ByPlacement)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlacementCompleter))]
    public string? PlacementId { get; set; }

    private protected override LinkKind Kind => LinkKind.Organisation;

    private protected override (string? Ident, string? OnefileId) Ids => (OrganisationIdent, PlacementId);
}
