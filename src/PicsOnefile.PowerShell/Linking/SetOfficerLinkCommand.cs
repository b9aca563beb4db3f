using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Links officers to assessors: by ID, from candidates, from a decided review, or from the rows of a CSV file.</summary>
[Cmdlet(VerbsCommon.Set, "OfficerLink", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByIds)]
[OutputType(typeof(OfficerLink))]
public sealed class SetOfficerLinkCommand : SetLinkCommandBase
{
    /// <summary>The officer's Ident. A CSV file may call it as PICS Desktop and PICSWeb do: Ident, Officer Code.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByIds)]
    [Parameter(Position = 0, ParameterSetName = ByRow, ValueFromPipelineByPropertyName = true)]
    [Alias("Ident", "Officer Ident", "OfficerCode", "Officer Code", "Officer")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(OfficerCompleter))]
    public string? OfficerIdent { get; set; }

    /// <summary>The assessor's Onefile ID. A CSV file may call it OneFile ID, Assessor ID, Additional ID or Other System ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByIds)]
    [Parameter(Position = 1, ParameterSetName = ByRow, ValueFromPipelineByPropertyName = true)]
    [Alias("OnefileId", "OneFile ID", "Assessor ID", "Additional ID", "Other System ID")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AssessorCompleter))]
    public string? AssessorId { get; set; }

    private protected override LinkKind Kind => LinkKind.Officer;

    private protected override (string? Ident, string? OnefileId) Ids => (OfficerIdent, AssessorId);
}
