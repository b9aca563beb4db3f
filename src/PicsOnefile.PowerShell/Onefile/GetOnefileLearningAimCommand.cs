using System.Linq;
using System.Management.Automation;
using PicsOnefile.Identifiers;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Onefile;

/// <summary>Reads the learning aims of all centres' own lists, with the codes that VQ References must equal.</summary>
[Cmdlet(VerbsCommon.Get, "OnefileLearningAim")]
[OutputType(typeof(LearningAim))]
public sealed class GetOnefileLearningAimCommand : SelectingCmdlet
{
    /// <summary>The code, for example 196AS; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LearningAimCompleter))]
    public string? Code { get; set; }

    /// <summary>The LARS code of an apprenticeship standard.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(StandardCompleter))]
    public string? StandardCode { get; set; }

    /// <summary>The title; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Title { get; set; }

    /// <summary>The centre.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CentreCompleter))]
    public string? CentreId { get; set; }

    private protected override string MainParameter => nameof(Code);

    private protected override void Select()
    {
        var (code, title) = (Selected(nameof(Code), Code is null ? null : [Code]), Fits(Title));
        WriteObject(
            Run(run => Session.Workspace.OnefileLists.LearningAimsAsync(Freshness, run))
                .Where(aim =>
                    code?.Includes(aim.Code) != false
                    && title?.Invoke(aim.Title) != false
                    && (StandardCode is null || RecordId.Same(aim.StandardCode, LarsCode.Parse(StandardCode) ?? StandardCode))
                    && (CentreId is null || RecordId.Same(aim.CentreId, CentreId))
                ),
            enumerateCollection: true
        );
        TellUnknownCentre(CentreId);
    }
}
