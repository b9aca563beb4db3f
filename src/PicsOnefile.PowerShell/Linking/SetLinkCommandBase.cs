using System.Management.Automation;
using PicsOnefile.Failures;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Makes links: by ID, from candidates, from a decided review, or from the rows of a CSV file.</summary>
public abstract class SetLinkCommandBase : LinkChangeCommandBase
{
    /// <summary>A candidate's confidence; comes with it through the pipeline.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Confidence? Confidence { get; set; }

    /// <summary>A candidate's score; comes with it through the pipeline.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? Score { get; set; }

    /// <summary>Accept, Replace, Reject or Exclude; comes with a review row through the pipeline. A review row without a decision is left alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Decision { get; set; }

    /// <summary>A remark of the person who decided; kept in the journal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Note { get; set; }

    /// <summary>The profile that a candidate was found in; candidates of another profile are refused.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Candidates below this confidence are left alone. A person's decision stands above it.</summary>
    [Parameter]
    public Confidence MinimumConfidence { get; set; } = PicsOnefile.Confidence.Certain;

    /// <summary>Overwrites another value that the field holds, and links to a Onefile record that is not live.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected void Collect(string? ident, string? onefileId)
    {
        try
        {
            Collect(new LinkRequest(Kind, ident?.Trim(), onefileId?.Trim())
            {
                Confidence = Confidence,
                Score = Score,
                Decision = DecisionWords.Parse(Decision),
                NeedsDecision = MyInvocation.BoundParameters.ContainsKey(nameof(Decision)),
                Note = string.IsNullOrWhiteSpace(Note) ? null : Note,
                ProfileName = string.IsNullOrEmpty(ProfileName) ? null : ProfileName,
            });
        }
        catch (PicsOnefileException failure)
        {
            WriteFailure(failure);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        Change((links, book, requests) => LinkPlanner.Plan(book, requests, links.Options(MinimumConfidence, Force, Reason)));
}
