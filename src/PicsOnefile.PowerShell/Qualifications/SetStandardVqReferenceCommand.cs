using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Qualifications;

/// <summary>Sets VQ References from Onefile's codes: for one component, for a whole standard, or for everything piped in.</summary>
[Cmdlet(VerbsCommon.Set, "StandardVqReference", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByIds)]
[OutputType(typeof(StandardVqReference), typeof(QualificationLink))]
public sealed class SetStandardVqReferenceCommand : RowCmdlet
{
    private readonly List<VqRequest> _requests = [];
    private readonly List<Dictionary<string, string?>> _reviewed = [];

    /// <summary>The LARS code of the standard; without it the qualification and the code say what is meant.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StandardCompleter))]
    public string? StandardCode { get; set; }

    /// <summary>The component; without it all that Onefile offers.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public StandardComponentKind? Component { get; set; }

    /// <summary>PICSWeb's key of the qualification; without it the one that is recognised.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(QualificationCompleter))]
    public string? QualificationId { get; set; }

    /// <summary>Onefile's code; without it the component's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(LearningAimCompleter))]
    public string? Code { get; set; }

    /// <summary>The state that Get-StandardVqReference showed; comes with it through the pipeline.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public VqState? State { get; set; }

    /// <summary>Whether the qualification is a proposal that no person has accepted; comes with it through the pipeline.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public bool Proposed { get; set; }

    /// <summary>Accept, Reject or Exclude; comes with a row of the review file through the pipeline. A row without a decision is left alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [DecisionWord]
    [AllowNull]
    [AllowEmptyString]
    public string? Decision { get; set; }

    /// <summary>A remark of the person who decided; kept in the journal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Note { get; set; }

    /// <summary>The profile that a row of the review file was written in; one of another profile is refused where no origin is known.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Sets a code that Onefile does not have (yet), and the reference of a dormant qualification.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Adds a qualification for a component that has none in PICSWeb; where its API cannot, it goes to the worklist.</summary>
    [Parameter]
    public SwitchParameter Create { get; set; }

    /// <summary>Why; kept in the journal.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>Shows each component as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<string> IdParameters => [nameof(StandardCode), nameof(QualificationId), nameof(Code)];

    private protected override void Require(PipedRow row)
    {
        RowKinds.Require(row, ExclusionKind.Qualification);
        ReviewRows.RequireKey(row, MyInvocation.MyCommand.Name);
    }

    private protected override ResultForm? Wording => ResultForm.Reference;

    // The state of a pair of learning aim and qualification is another one, whose numbers mean other things.
    private protected override bool Reads(string parameter, PipedRow row) =>
        parameter != nameof(State) || RowKinds.Find(row)?.TypeName != nameof(QualificationLink);

    private protected override void Take(PipedRow? row)
    {
        if (row is not null && ReviewRows.IsOne(row))
            _reviewed.Add(ReviewRows.Texts(row));
        else
            _requests.Add(
                new VqRequest(Given(StandardCode), Component, Given(Code), Given(QualificationId))
                {
                    State = State,
                    Proposed = Proposed,
                    Decision = DecisionWords.Parse(Decision),
                    NeedsDecision = IsGiven(row, nameof(Decision)),
                    Note = Given(Note),
                    Source = RowSources.From(row, nameof(StandardVqReference.QualificationTitle)) with { ProfileName = ProfileName },
                }
            );
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        TakeReviewed();
        Change();
        ShowResult();
    }

    private void Change()
    {
        if (_requests.Count == 0)
            return;
        var standards = Session.Standards;
        var (snapshot, plan) = Run(async run =>
        {
            var read = await standards.RecoverAndTakeSnapshotAsync(Freshness.WhenOld, run).ConfigureAwait(false);
            return (read, StandardService.Plan(read, _requests, standards.Options(Force, Reason, Create), run));
        });
        var agreed = plan.Where(Confirmed).ToList();
        if (agreed.Count == 0)
            return;
        foreach (var result in Run(run => standards.ApplyAsync(MyInvocation.MyCommand.Name, snapshot, agreed, run)))
        {
            if (result.Error is { } failure)
                WriteError(failure);
            else if (PassThru)
                WriteObject((object?)result.Reference ?? result.Link);
        }
    }

    // The same reading as Import-LinkReview's.
    private void TakeReviewed()
    {
        var reading = StandardReviewFile.Read(_reviewed);
        foreach (var problem in reading.Problems)
            Refuse(problem);
        _requests.AddRange(
            reading.Rows.Select(row => new VqRequest(row.StandardCode, row.Component, row.Code, row.QualificationId)
            {
                Decision = row.Decision,
                NeedsDecision = true,
                Note = row.Note,
                Source = RowSources.From(row),
            })
        );
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
