using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Records;

namespace PicsOnefile.Review;

/// <summary>The columns of the review file in their order. People type into the first ones and look at the next ones; the key is the last.</summary>
public static class ReviewColumns
{
    /// <summary>The column of what a person decided.</summary>
    public const string Decision = "Decision";

    /// <summary>The column of the ID of another record that a person typed in.</summary>
    public const string OtherId = "OtherId";

    /// <summary>The column of a remark of the person.</summary>
    public const string Note = "Note";

    /// <summary>The column of how sure the matching is.</summary>
    public const string Confidence = "Confidence";

    /// <summary>The column of the score.</summary>
    public const string Score = "Score";

    /// <summary>The column of what speaks for the pair.</summary>
    public const string Reasons = "Reasons";

    /// <summary>The column of what speaks against it.</summary>
    public const string Conflicts = "Conflicts";

    /// <summary>The column of what the row is about, for the reader.</summary>
    public const string Key = "Key";

    private static readonly IReadOnlyList<(string Name, LinkKind? Only, Func<ILinkPair, LinkCandidate, ReviewKey, string?> Value)> Table =
    [
        (Decision, null, (_, c, _) => MarkedBefore(c)),
        (OtherId, null, (_, _, _) => null),
        (Note, null, (_, _, _) => null),
        .. LinkType.All.SelectMany(Ends),
        (Confidence, null, (_, c, _) => c.Confidence.ToString()),
        (Score, null, (_, c, _) => c.Score.ToString(CultureInfo.InvariantCulture)),
        ("Ambiguous", null, (_, c, _) => c.Ambiguous ? "Yes" : "No"),
        (Reasons, null, (_, c, _) => c.Reasons),
        (Conflicts, null, (_, c, _) => c.Conflicts),
        ("CentreId", null, (pair, _, _) => pair.CentreId),
        ("ProfileName", null, (_, _, key) => key.ProfileName),
        (Key, null, (_, _, key) => key.ToString()),
    ];

    /// <summary>The columns without which a file cannot be read back.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Decision, Key];

    /// <summary>Every column there is.</summary>
    public static IEnumerable<string> All => Table.Select(column => column.Name);

    /// <summary>Names the column of the PICSWeb record's name.</summary>
    /// <returns>The heading.</returns>
    public static string PicsWebName(LinkKind kind) => LinkType.For(kind).PicsWeb.Name;

    /// <summary>Names the column of the Onefile record's name.</summary>
    /// <returns>The heading.</returns>
    public static string OnefileName(LinkKind kind) => LinkType.For(kind).Onefile.Name;

    /// <summary>Lists the headings of a file about these kinds.</summary>
    /// <returns>The headings, in their order.</returns>
    public static IEnumerable<string> Headings(ICollection<LinkKind> kinds) => For(kinds).Select(column => column.Name);

    /// <summary>Lists the cells of a candidate under the same headings.</summary>
    /// <returns>The cells, in the order of the headings.</returns>
    internal static IEnumerable<string?> Cells(ICollection<LinkKind> kinds, LinkCandidate candidate, ReviewKey key) =>
        For(kinds).Select(column => column.Only is null || column.Only == candidate.Kind ? column.Value((ILinkPair)candidate, candidate, key) : null);

    private static IEnumerable<(string Name, LinkKind? Only, Func<ILinkPair, LinkCandidate, ReviewKey, string?> Value)> For(ICollection<LinkKind> kinds) =>
        Table.Where(column => column.Only is not { } kind || kinds.Contains(kind));

    private static IEnumerable<(string Name, LinkKind? Only, Func<ILinkPair, LinkCandidate, ReviewKey, string?> Value)> Ends(LinkType type) =>
        [
            (type.PicsWeb.Id, type.Kind, (pair, _, _) => pair.Ident),
            (type.PicsWeb.Name, type.Kind, (pair, _, _) => pair.PicsWebName),
            (type.Onefile.Id, type.Kind, (pair, _, _) => pair.OnefileId),
            (type.Onefile.Name, type.Kind, (pair, _, _) => pair.OnefileName),
        ];

    // Certain pairs may be linked unseen, so a person only looks at the others. The second best candidate of a record is never marked.
    private static string? MarkedBefore(LinkCandidate candidate) =>
        candidate is { Confidence: PicsOnefile.Confidence.Certain, Ambiguous: false, Rank: <= 1 } ? nameof(ReviewDecision.Accept) : null;
}
