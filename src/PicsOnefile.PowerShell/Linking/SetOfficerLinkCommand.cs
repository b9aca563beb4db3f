using System.Management.Automation;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Links officers to assessors: by ID, from candidates, from a decided review, or from the rows of a CSV file.</summary>
[Cmdlet(VerbsCommon.Set, "OfficerLink", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(OfficerLink))]
public sealed class SetOfficerLinkCommand : SetLinkCommandBase
{
    /// <summary>The officer's Ident.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? OfficerIdent { get; set; }

    /// <summary>The assessor's Onefile ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? AssessorId { get; set; }

    private protected override LinkKind Kind => LinkKind.Officer;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect(OfficerIdent, AssessorId);
}
