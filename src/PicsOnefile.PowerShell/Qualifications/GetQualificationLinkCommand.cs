using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Qualifications;

/// <summary>Shows how every learning aim and every qualification pair up.</summary>
[Cmdlet(VerbsCommon.Get, "QualificationLink")]
[OutputType(typeof(QualificationLink))]
public sealed class GetQualificationLinkCommand : ReadingCmdlet
{
    /// <summary>The code; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LearningAimCompleter))]
    public string? Code { get; set; }

    /// <summary>Only pairs in these states.</summary>
    [Parameter]
    public QualificationLinkState[]? State { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var code = Fits(Code);
        WriteObject(
            Run(run => Session.Qualifications.LinksAsync(Freshness, run))
                .Where(link => (code is null || code(link.Code ?? "")) && (State is null || State.Contains(link.State))),
            enumerateCollection: true
        );
    }
}
