using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Learning;

namespace PicsOnefile.Matching;

/// <summary>What the matching is given: both lists, whole, and what is to be written out.</summary>
/// <typeparam name="TOnefile">Assessor or placement.</typeparam>
/// <typeparam name="TPicsWeb">Officer or organisation.</typeparam>
public sealed record MatchInput<TOnefile, TPicsWeb>
    where TOnefile : IOnefileRecord
    where TPicsWeb : IPicsWebRecord
{
    /// <summary>All Onefile records that compete, linked ones too: a record that is left out cannot speak against a wrong pair.</summary>
    public IReadOnlyList<TOnefile> Onefile { get; init; } = [];

    /// <summary>All PICSWeb records that compete, linked ones too.</summary>
    public IReadOnlyList<TPicsWeb> PicsWeb { get; init; } = [];

    /// <summary>Onefile records that are linked, excluded or archived already: they are compared, and never proposed.</summary>
    public IReadOnlyCollection<string> TakenOnefileIds { get; init; } = [];

    /// <summary>PICSWeb records that are linked or excluded already, in one centre or in all.</summary>
    public IReadOnlyCollection<TakenIdent> TakenIdents { get; init; } = [];

    /// <summary>Pairs that a person has said no to: they are never proposed again, and their records may find other partners.</summary>
    public IReadOnlyCollection<RejectedPair> Rejected { get; init; } = [];

    /// <summary>
    /// What ties the two systems. By Additional ID a PICSWeb record gets one Onefile record in all; by MIS Value it gets one in every centre,
    /// so that each centre's records compete by themselves.
    /// </summary>
    public LinkBy LinkBy { get; init; } = LinkBy.AdditionalId;

    /// <summary>The Onefile records whose candidates are written out; null for all. It never changes who competes.</summary>
    public IReadOnlyCollection<string>? Selection { get; init; }

    /// <summary>True for every candidate above a floor, ranked side by side; false for the proposed one alone.</summary>
    public bool All { get; init; }

    /// <summary>
    /// True to write a row with confidence None for every record of either side that has no candidate. PICSWeb's are left out where <see
    /// cref="Selection"/> leaves Onefile records out.
    /// </summary>
    public bool IncludeUnmatched { get; init; }

    /// <summary>The most wrong links that the run may expect among its Certain ones, 0 to 1; a value out of range counts as the nearest in range.</summary>
    public double MaximumExpectedWrong { get; init; } = MatchFigures.ExpectedWrongLinksLimit;

    /// <summary>The profile whose records these are; it is written into the candidates.</summary>
    public string? ProfileName { get; init; }

    /// <summary>What is learned from the lists: all that can be, except in a measurement.</summary>
    internal LearningSteps Learning { get; init; } = LearningSteps.All;

    /// <summary>Returns the same for records of one kind; records of another kind are left out.</summary>
    internal MatchInput<TOwnOnefile, TOwnPicsWeb> For<TOwnOnefile, TOwnPicsWeb>()
        where TOwnOnefile : IOnefileRecord
        where TOwnPicsWeb : IPicsWebRecord =>
        new()
        {
            Onefile = [.. Onefile.OfType<TOwnOnefile>()],
            PicsWeb = [.. PicsWeb.OfType<TOwnPicsWeb>()],
            TakenOnefileIds = TakenOnefileIds,
            TakenIdents = TakenIdents,
            Rejected = Rejected,
            LinkBy = LinkBy,
            Selection = Selection,
            All = All,
            IncludeUnmatched = IncludeUnmatched,
            MaximumExpectedWrong = MaximumExpectedWrong,
            ProfileName = ProfileName,
            Learning = Learning,
        };
}

/// <summary>Two records that a person has seen and found not to be the same.</summary>
/// <param name="OnefileId">The assessor or placement.</param>
/// <param name="Ident">The officer or organisation.</param>
public sealed record RejectedPair(string OnefileId, string Ident);

/// <summary>A PICSWeb record that is out of the game.</summary>
/// <param name="Ident">The Ident.</param>
/// <param name="CentreId">The centre in which it is linked, where links are made by MIS Value; null for a record that is out everywhere.</param>
public sealed record TakenIdent(string Ident, string? CentreId = null);
