using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching;
using PicsOnefile.Matching.Learning;

namespace PicsOnefile.Benchmarks.Labelled;

/// <summary>Two lists and who is who: what the matching is given, and what its answer is judged by.</summary>
public sealed record LabelledLists<TOnefile, TPicsWeb>
    where TOnefile : IOnefileRecord
    where TPicsWeb : IPicsWebRecord
{
    public required IReadOnlyList<TOnefile> Onefile { get; init; }

    public required IReadOnlyList<TPicsWeb> PicsWeb { get; init; }

    /// <summary>The Idents of each Onefile record's person or organisation, whether the record is live or not.</summary>
    public required ILookup<string, string> Same { get; init; }

    public IReadOnlyCollection<string> TakenOnefileIds { get; init; } = [];

    public IReadOnlyCollection<TakenIdent> TakenIdents { get; init; } = [];

    public LinkBy LinkBy { get; init; } = LinkBy.AdditionalId;

    internal LearningSteps Learning { get; init; } = LearningSteps.All;

    public MatchInput<TOnefile, TPicsWeb> Input(bool all) =>
        new()
        {
            Onefile = Onefile,
            PicsWeb = PicsWeb,
            TakenOnefileIds = TakenOnefileIds,
            TakenIdents = TakenIdents,
            LinkBy = LinkBy,
            All = all,
            Learning = Learning,
        };
}
