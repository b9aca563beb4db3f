using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Takes links of organisations and placements off.</summary>
[Cmdlet(VerbsCommon.Remove, "OrganisationLink", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByPlacement)]
[OutputType(typeof(OrganisationLink))]
public sealed class RemoveOrganisationLinkCommand : LinkChangeCommandBase
{
    private const string ByOrganisation = "Organisation";
    private const string ByPlacement = "Placement";

    /// <summary>The organisation's Ident. Without a Onefile ID all its links are taken off.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ByOrganisation)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OrganisationCompleter))]
    public string? OrganisationIdent { get; set; }

    /// <summary>The placement's Onefile ID.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ByOrganisation)]
    [Parameter(Mandatory = true, ParameterSetName = ByPlacement)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlacementCompleter))]
    public string? PlacementId { get; set; }

    private protected override LinkKind Kind => LinkKind.Organisation;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect(new LinkRequest(Kind, OrganisationIdent, PlacementId));

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        Change((links, book, requests) => LinkPlanner.PlanRemoval(book, requests, links.Options(Confidence.None, force: false, Reason)));
}
