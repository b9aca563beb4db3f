using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Links organisations to placements: by ID, from candidates, from a decided review, or from the rows of a CSV file.</summary>
[Cmdlet(VerbsCommon.Set, "OrganisationLink", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByIds)]
[OutputType(typeof(OrganisationLink))]
public sealed class SetOrganisationLinkCommand : SetLinkCommandBase
{
    /// <summary>
    /// The organisation's Ident. A CSV file may call it as PICS Desktop and PICSWeb do: Ident, Organisation Code, Placement Code, Employer Code.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByIds)]
    [Parameter(Position = 0, ParameterSetName = ByRow, ValueFromPipelineByPropertyName = true)]
    [Alias("Ident", "Organisation Ident", "OrganisationCode", "Organisation Code", "PlacementCode", "Placement Code", "EmployerCode", "Employer Code")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(OrganisationCompleter))]
    public string? OrganisationIdent { get; set; }

    /// <summary>The placement's Onefile ID. A CSV file may call it OneFile ID, Placement ID, Additional ID or Other System ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByIds)]
    [Parameter(Position = 1, ParameterSetName = ByRow, ValueFromPipelineByPropertyName = true)]
    [Alias("OnefileId", "OneFile ID", "Placement ID", "Additional ID", "Other System ID")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlacementCompleter))]
    public string? PlacementId { get; set; }

    private protected override LinkKind Kind => LinkKind.Organisation;

    private protected override (string? Ident, string? OnefileId) Ids => (OrganisationIdent, PlacementId);
}
