using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Records;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>A cmdlet about exclusions: one record of either system, in the words of each kind.</summary>
public abstract class LinkExclusionCommandBase : RowCmdlet
{
    /// <summary>Officer (with assessors), Organisation (with placements) or Qualification (with learning aims).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByIds)]
    [Parameter(Position = 0, ParameterSetName = ByRow, ValueFromPipelineByPropertyName = true)]
    public ExclusionKind Kind { get; set; }

    /// <summary>The PICSWeb Ident; of a qualification its key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OfficerIdent", "OrganisationIdent", "QualificationId")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ExcludedIdentCompleter))]
    public string? Ident { get; set; }

    /// <summary>
    /// The Onefile ID. Of a pair of officer and assessor, or organisation and placement, it is that of the Onefile record. For a qualification it is the code.
    /// With the qualification's key the two are no pair; without it the learning aim is meant to have no qualification.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AssessorId", "PlacementId", "Code")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ExcludedOnefileIdCompleter))]
    public string? OnefileId { get; set; }

    /// <summary>The decisions of a review that say the opposite of what the cmdlet does.</summary>
    private protected abstract IReadOnlyCollection<ReviewDecision> Opposite { get; }

    private protected abstract void Take();

    /// <summary>The words of the result line. One exclusion that is typed needs none.</summary>
    private protected abstract ResultForm Form { get; }

    private protected sealed override ResultForm? Wording => IsPiped ? Form : null;

    private protected override IReadOnlyList<string> IdParameters => [nameof(Ident), nameof(OnefileId)];

    private protected override void Require(PipedRow row)
    {
        ReviewRows.RequireKey(row, Setter(null));
        if (IsTyped(nameof(Kind)))
            RowKinds.Require(row, Kind, nameof(LinkExclusion));
        else if (RowKinds.Find(row) is { Kind: null } line && line.TypeName != nameof(LinkExclusion) && !RowKinds.IsMapping(row, wanted: null))
            throw ErrorKinds.RowOfAnotherKind.For(RowKinds.Target(row), $"This is {line.Words}, and names no record to exclude. Nothing was done with it.");
        else if (!IsGiven(row, nameof(Kind)) && !ReviewRows.IsOne(row))
            throw ErrorKinds.InputUnusable.For(
                RowKinds.Target(row),
                $"{RowKinds.Target(row)}: the row does not say what it is about. Give -Kind Officer, Organisation or Qualification."
            );
    }

    private protected sealed override bool TakeId(string id)
    {
        if (!IsTyped(nameof(Kind)) || IsTyped(nameof(Ident)) || IsTyped(nameof(OnefileId)))
            return false;
        (Ident, OnefileId) = (id, null);
        Take(row: null);
        return true;
    }

    private protected sealed override void Take(PipedRow? row)
    {
        if (row is not null && ReviewRows.IsOne(row))
        {
            TakeReviewed(ReviewRows.Texts(row));
            return;
        }
        if (row is not null && !IsTyped(nameof(Kind)) && row["Kind"] is null)
            throw ErrorKinds.InputUnusable.For(
                RowKinds.Target(row),
                $"{RowKinds.Target(row)}: the column Kind is empty. Give -Kind Officer, Organisation or Qualification."
            );
        if (row is { IsLive: true, Given: ReviewRow or StandardReviewRow })
            RequireDecision((row.Given as ReviewRow)?.Decision ?? (row.Given as StandardReviewRow)?.Decision);
        if (RecordId.Normalise(Ident) is null && RecordId.Normalise(OnefileId) is null)
            throw ErrorKinds.InputUnusable.For(
                null,
                $"No record is named: {Known(nameof(Ident))} and {Known(nameof(OnefileId))} are both empty. Nothing was done."
            );
        // Of a row the Onefile record is meant; who types both may mean either, or both.
        if (row is null && LinkType.For(Kind) is not null && RecordId.Normalise(Ident) is not null && RecordId.Normalise(OnefileId) is not null)
            throw ErrorKinds.InputUnusable.For(
                $"{Ident}, {OnefileId}",
                $"An exclusion is of one record, and two are named: {Ident} in PICSWeb and {OnefileId} in Onefile. Nothing was done. Give them one after the "
                    + "other. Or say that the two are not the same with a review (the decision Reject)."
            );
        RequireConnected(RowSources.From(row, nameof(RowSource.PicsWebName)));
        Take();
    }

    /// <summary>The record in words, for -WhatIf and -Confirm.</summary>
    private protected string Target => ExclusionWords.Target(Kind, Ident, OnefileId, Terms);

    // A qualification that is not one learning aim may be another.
    private protected bool IsPair => Kind == ExclusionKind.Qualification && !string.IsNullOrEmpty(Ident) && !string.IsNullOrEmpty(OnefileId);

    // The key says what the row is about, as in Import-LinkReview.
    private void TakeReviewed(Dictionary<string, string?> texts)
    {
        if (texts.ContainsKey(nameof(StandardReviewRow.StandardCode)))
        {
            var standards = StandardReviewFile.Read([texts]);
            Take(
                standards.Problems,
                standards.Rows.Select(row => (ExclusionKind.Qualification, row.QualificationId, row.Code, row.Decision, RowSources.From(row)))
            );
            return;
        }
        var reading = ReviewFile.Read([texts]);
        Take(
            reading.Problems,
            reading.Rows.Select(row =>
                (
                    LinkType.For(row.Kind).Exclusion,
                    ((ILinkPair)row).Ident,
                    ((ILinkPair)row).OnefileId,
                    row.Decision,
                    RowSources.From(row)
                )
            )
        );
    }

    private void Take(
        IEnumerable<PicsOnefileException> problems,
        IEnumerable<(ExclusionKind Kind, string? Ident, string? OnefileId, ReviewDecision? Decision, RowSource Source)> rows
    )
    {
        foreach (var problem in problems)
            Refuse(problem);
        foreach (var row in rows)
        {
            if (IsTyped(nameof(Kind)) && row.Kind != Kind)
                throw ErrorKinds.RowOfAnotherKind.For(
                    row.Ident ?? row.OnefileId,
                    $"The key of the row is about the kind {row.Kind}, and -Kind says {Kind}. Nothing was done with it."
                );
            (Kind, Ident, OnefileId) = (row.Kind, row.Ident, row.OnefileId);
            RequireDecision(row.Decision);
            RequireConnected(row.Source);
            Take();
        }
    }

    private void RequireConnected(RowSource source)
    {
        if (Session.Workspace.Connected.FindMismatch(source) is { } mismatch)
            throw ErrorKinds.CandidateOfAnotherProfile.For(
                OnefileId ?? Ident,
                $"{Target}: {mismatch}. Nothing was done: connect to that customer, or read the record again for this one."
            );
    }

    private void RequireDecision(ReviewDecision? decision) => ReviewRows.RequireDecision(Target, decision, Opposite, MyInvocation.MyCommand.Name, Setter(Kind));

    private static string Setter(ExclusionKind? kind) =>
        kind is not { } known ? LinkType.All[0].Set
        : LinkType.For(known) is { } link ? link.Set
        : "Set-StandardVqReference";
}
