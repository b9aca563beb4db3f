using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Records;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Takes links off: by ID, or of the rows piped in.</summary>
public abstract class RemoveLinkCommandBase : LinkChangeCommandBase
{
    private static readonly ReviewDecision[] Opposite = [ReviewDecision.Accept, ReviewDecision.Replace];

    /// <summary>What the parameters say now, by either kind's names.</summary>
    private protected abstract (string? Ident, string? OnefileId) Ids { get; }

    private protected override ResultForm? Wording => ResultForm.Unlink;

    private protected sealed override bool TakeId(string id)
    {
        if (IsTyped(IdentParameter) || IsTyped(OnefileIdParameter) || RecordId.Normalise(id) is null)
            return false;
        Collect(new LinkRequest(Kind, id, null));
        return true;
    }

    private protected sealed override void Take(PipedRow? row)
    {
        if (row is null || !ReviewRows.IsOne(row))
        {
            if (row is { TypeName: "OfficerReviewRow" or "OrganisationReviewRow" })
                RequireDecision(Ids.Ident ?? Ids.OnefileId, row["Decision"] as ReviewDecision?);
            // Of a row the Onefile record alone may be meant. A variable that turned out to be empty is no order to take another record's link off.
            if (RecordId.Normalise(Ids.Ident) is null && (IsTyped(IdentParameter) || RecordId.Normalise(Ids.OnefileId) is null))
                throw ErrorKinds.InputUnusable.For(
                    null,
                    IsTyped(IdentParameter)
                        ? $"-{IdentParameter} is empty. Nothing was done."
                        : $"No record is named: {IdentParameter} and {OnefileIdParameter} are both empty. Nothing was done with the row."
                );
            Collect(new LinkRequest(Kind, Ids.Ident, Ids.OnefileId) { Source = RowSources.From(row, LinkType.For(Kind).PicsWeb.Name) });
            return;
        }
        var reading = ReviewFile.Read([ReviewRows.Texts(row)]);
        foreach (var problem in reading.Problems.Concat(reading.Rows.Select(OtherKind).Where(another => another is not null).Select(another => another!)))
            Refuse(problem);
        foreach (var read in reading.Rows.Where(read => OtherKind(read) is null))
        {
            var pair = (ILinkPair)read;
            RequireDecision(pair.Ident ?? pair.OnefileId, read.Decision);
            Collect(new LinkRequest(Kind, pair.Ident, pair.OnefileId) { Source = RowSources.From(read) });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Change((links, snapshot, requests) => LinkPlanner.PlanRemoval(snapshot, requests, links.Options(Confidence.None, force: false, Reason)));
        ShowResult();
    }

    private void RequireDecision(string? target, ReviewDecision? decision) =>
        ReviewRows.RequireDecision(
            target ?? "",
            decision,
            Opposite,
            MyInvocation.MyCommand.Name,
            LinkType.For(Kind).Set
        );
}
