using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Makes links: by ID, from candidates, from a decided review, or from the rows of a CSV file.</summary>
public abstract class SetLinkCommandBase : LinkChangeCommandBase
{
    private readonly List<Dictionary<string, string?>> _reviewed = [];

    /// <summary>A candidate's confidence; comes with it through the pipeline.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Confidence? Confidence { get; set; }

    /// <summary>A candidate's score; comes with it through the pipeline.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? Score { get; set; }

    /// <summary>How many wrong links the run that found a candidate might expect; comes with it through the pipeline, and is kept in the journal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Fraction]
    public double? MaximumExpectedWrong { get; set; }

    /// <summary>Accept, Replace, Reject or Exclude; comes with a review row through the pipeline. A review row without a decision is left alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DecisionWord]
    [AllowNull]
    [AllowEmptyString]
    public string? Decision { get; set; }

    /// <summary>A remark of the person who decided; kept in the journal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Note { get; set; }

    /// <summary>The profile that a candidate was found in; one of another profile is refused where no origin is known.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Candidates below this confidence are left alone. A person's decision outranks it.</summary>
    [Parameter]
    public Confidence MinimumConfidence { get; set; } = PicsOnefile.Confidence.Certain;

    /// <summary>Overwrites another value that the field holds, and links to a Onefile record that is not live.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>What the parameters say now, by either kind's names.</summary>
    private protected abstract (string? Ident, string? OnefileId) Ids { get; }

    private protected override ResultForm? Wording => ResultForm.Link;

    private protected sealed override void Take(PipedRow? row)
    {
        if (row is not null && ReviewRows.IsOne(row))
            _reviewed.Add(ReviewRows.Texts(row));
        else if (
            row is { IsLive: false, TypeName: null }
            && Confidence is null
            && !IsGiven(row, nameof(Decision))
            && IdParameters.FirstOrDefault(parameter => !IsGiven(row, parameter)) is { } missing
        )
            // A mapping with one known heading. An error about a missing ID would not show which heading to correct.
            throw ErrorKinds.CandidateIncomplete.For(
                RowKinds.Target(row),
                $"{RowKinds.Target(row)}: no column is known as {Known(missing)}; the row's columns are {string.Join(", ", row.Names)}. Nothing was done "
                    + "with the row."
            );
        else
            Collect(
                new LinkRequest(Kind, Ids.Ident?.Trim(), Ids.OnefileId?.Trim())
                {
                    Confidence = Confidence,
                    Score = Score,
                    MaximumExpectedWrong = MaximumExpectedWrong,
                    Decision = DecisionWords.Parse(Decision),
                    NeedsDecision = IsGiven(row, nameof(Decision)),
                    Note = string.IsNullOrWhiteSpace(Note) ? null : Note,
                    Source = RowSources.From(row, LinkType.For(Kind).PicsWeb.Name) with { ProfileName = ProfileName },
                }
            );
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_reviewed.Count > 0)
            TakeReviewed();
        Change(
            (links, snapshot, requests) => LinkPlanner.Plan(snapshot, requests, links.Options(MinimumConfidence, Force, Reason)),
            // A user who forces a link means it whether or not the account is in use.
            Force ? null : links => links.Options(MinimumConfidence, Force, Reason)
        );
        if (UndecidedAlone is > 0 and var undecided)
            WriteWarning(
                $"Nothing was linked: {(undecided == 1 ? "the row is" : $"all {undecided} rows are")} not decided. Write Accept or Reject into the column "
                    + "Decision."
            );
        ShowResult();
    }

    // The same reading as that of Import-LinkReview. The key names the records, OtherId takes a record's place, and contradicting rows are refused.
    private void TakeReviewed()
    {
        var reading = Run(run => Session.Reviews.ReadAsync(_reviewed, Freshness.WhenOld, run));
        foreach (var problem in reading.Problems)
            Refuse(problem);
        foreach (var row in reading.Rows)
        {
            if (OtherKind(row) is { } another)
                Refuse(another);
            else
                Collect(
                    new LinkRequest(Kind, ((ILinkPair)row).Ident, ((ILinkPair)row).OnefileId)
                    {
                        Confidence = row.Confidence,
                        Score = row.Score,
                        Decision = row.Decision,
                        NeedsDecision = true,
                        Note = row.Note,
                        Source = RowSources.From(row),
                    }
                );
        }
    }
}
