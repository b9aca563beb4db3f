using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Qualifications;

/// <summary>Shows how every learning aim and every qualification pair up.</summary>
[Cmdlet(VerbsCommon.Get, "QualificationLink")]
[OutputType(typeof(QualificationLink))]
public sealed class GetQualificationLinkCommand : SelectingCmdlet
{
    /// <summary>The code; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LearningAimCompleter))]
    public string? Code { get; set; }

    /// <summary>Only pairs in these states.</summary>
    [Parameter]
    public QualificationLinkState[]? State { get; set; }

    private protected override string MainParameter => nameof(Code);

    private protected override void Select()
    {
        var code = Selected(nameof(Code), Code is null ? null : [Code]);
        WriteObject(
            Run(run => Session.Qualifications.LinksAsync(Freshness, run))
                .Where(link => code?.Includes(link.Code) != false && (State is null || State.Contains(link.State))),
            enumerateCollection: true
        );
    }
}
