using System;
using System.Collections.Generic;

namespace PicsOnefile.Review;

/// <summary>A row of the review file before its typed-in ID is looked up.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Key">The subject of the row.</param>
/// <param name="Decision">The person's decision, or null.</param>
/// <param name="OtherId">The ID the person typed in, or null.</param>
internal sealed record ReviewLine(int Line, ReviewKey Key, ReviewDecision? Decision, string? OtherId)
{
    // The two ends in each kind's own words.
    private static readonly Dictionary<LinkKind, Func<(string? Ident, string? Name), (string? Id, string? Name), ReviewRow>> Ends = new()
    {
        [LinkKind.Officer] = (picsWeb, onefile) => new OfficerReviewRow
        {
            OfficerIdent = picsWeb.Ident,
            OfficerName = picsWeb.Name,
            AssessorId = onefile.Id,
            AssessorName = onefile.Name,
        },
        [LinkKind.Organisation] = (picsWeb, onefile) => new OrganisationReviewRow
        {
            OrganisationIdent = picsWeb.Ident,
            OrganisationName = picsWeb.Name,
            PlacementId = onefile.Id,
            PlacementName = onefile.Name,
        },
    };

    public string? Note { get; init; }

    public string? PicsWebName { get; init; }

    public string? OnefileName { get; init; }

    public Confidence Confidence { get; init; }

    public int Score { get; init; }

    public string Reasons { get; init; } = "";

    public string Conflicts { get; init; } = "";

    /// <summary>The row is about a PICSWeb record alone, so that a typed-in ID is the Onefile record's.</summary>
    public bool WantsOnefileId => Key.OnefileId is null;

    /// <summary>Makes the row that the shell shows, with the two ends as decided.</summary>
    /// <param name="decision">What is decided.</param>
    /// <param name="otherId">The typed-in ID as the other system writes it, or null.</param>
    /// <param name="otherName">The name of that record, where it is known.</param>
    /// <param name="otherCentreId">Its centre, where it is a known Onefile record.</param>
    /// <returns>The row.</returns>
    public ReviewRow ToRow(ReviewDecision? decision, string? otherId, string? otherName, string? otherCentreId)
    {
        var ident = otherId is null || WantsOnefileId ? Key.Ident : otherId;
        var picsWebName = otherId is null || WantsOnefileId ? PicsWebName : otherName;
        var onefileId = otherId is not null && WantsOnefileId ? otherId : Key.OnefileId;
        var onefileName = otherId is not null && WantsOnefileId ? otherName : OnefileName;
        return Ends[Key.Kind]((ident, picsWebName), (onefileId, onefileName)) with
        {
            Key = Key.ToString(),
            Decision = decision,
            OtherId = otherId,
            Note = Note,
            // What the matching found speaks for the pair that it proposed, not for the one a person made.
            Confidence = otherId is null ? Confidence : Confidence.None,
            Score = otherId is null ? Score : 0,
            Reasons = otherId is null ? Reasons : "",
            Conflicts = otherId is null ? Conflicts : "",
            CentreId = Key.CentreId ?? otherCentreId,
            ProfileName = Key.ProfileName,
            Origin = Key.Origin,
            Line = Line,
        };
    }
}
