using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Shows how officers and assessors are linked: every link and every record without one, with its state.</summary>
[Cmdlet(VerbsCommon.Get, "OfficerLink")]
[OutputType(typeof(OfficerLink))]
public sealed class GetOfficerLinkCommand : GetLinkCommandBase
{
    /// <summary>Idents of officers.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(OfficerCompleter))]
    public string[]? OfficerIdent { get; set; }

    /// <summary>Onefile IDs of assessors.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AssessorCompleter))]
    public string[]? AssessorId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteLinks(LinkKind.Officer, OfficerIdent, AssessorId);
}
