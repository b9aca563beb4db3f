using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Classification;

/// <summary>A comparison space after classification.</summary>
internal sealed class ClassifiedSpace<TProfile>
    where TProfile : RecordProfile
{
    private readonly Decision?[] _decisions;

    /// <summary>Classifies the pairs.</summary>
    /// <param name="space">The records and their pairs.</param>
    /// <param name="rules">When a pair may be Certain.</param>
    /// <param name="words">What the records are called.</param>
    public ClassifiedSpace(ComparisonSpace<TProfile> space, IReadOnlyList<CertainRule> rules, KindWords words)
    {
        (Space, Words, Classifier) = (space, words, new(space, rules, words));
        _decisions = Enumerable.Range(0, space.Lefts.Count).Select(Classifier.Proposed).ToArray();
    }

    /// <summary>The records and their pairs.</summary>
    public ComparisonSpace<TProfile> Space { get; }

    /// <summary>What the records are called.</summary>
    public KindWords Words { get; }

    /// <summary>How it was decided.</summary>
    public Classifier<TProfile> Classifier { get; }

    /// <summary>The proposed pairs, at most one for each record.</summary>
    public IEnumerable<Decision> Proposed => _decisions.OfType<Decision>();

    /// <summary>The proposed pair of a Onefile record, or null.</summary>
    public Decision? ProposedFor(int left) => _decisions[left];
}
