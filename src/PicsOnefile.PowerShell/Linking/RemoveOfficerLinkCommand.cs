using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Takes links of officers and assessors off.</summary>
[Cmdlet(VerbsCommon.Remove, "OfficerLink", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByAssessor)]
[OutputType(typeof(OfficerLink))]
public sealed class RemoveOfficerLinkCommand : RemoveLinkCommandBase
{
    private const string ByOfficer = "Officer";
    private const string ByAssessor = "Assessor";

    /// <summary>The officer's Ident. Without a Onefile ID all its links are taken off.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByOfficer)]
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ByRow)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(OfficerCompleter))]
    public string? OfficerIdent { get; set; }

    /// <summary>The assessor's Onefile ID.</summary>
    [Parameter(Position = 1, ParameterSetName = ByOfficer)]
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ByRow)]
    [Parameter(Mandatory = true, ParameterSetName = ByAssessor)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AssessorCompleter))]
    public string? AssessorId { get; set; }

    private protected override LinkKind Kind => LinkKind.Officer;

    private protected override (string? Ident, string? OnefileId) Ids => (OfficerIdent, AssessorId);
}
