using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Shows how officers and assessors are linked: every link and every record without one, with its state.</summary>
[Cmdlet(VerbsCommon.Get, "OfficerLink")]
[OutputType(typeof(OfficerLink))]
public sealed class GetOfficerLinkCommand : GetLinkCommandBase
{
    /// <summary>Idents of officers; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OfficerCompleter))]
    public string[]? OfficerIdent { get; set; }

    /// <summary>Onefile IDs of assessors; wildcards are allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AssessorCompleter))]
    public string[]? AssessorId { get; set; }

    private protected override string MainParameter => nameof(OfficerIdent);

    private protected override void Select() =>
        WriteLinks(LinkKind.Officer, Selected(nameof(OfficerIdent), OfficerIdent), Selected(nameof(AssessorId), AssessorId));
}
