using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Levels;

namespace PicsOnefile.Matching.Learning;

/// <summary>
/// How often two that are not one agree as a pair does: learned where the answer is known, inside one list. It bounds what fields say together that depend
/// on each other: firms of one building, people of one household.
/// </summary>
internal sealed class Strangers
{
    /// <summary>A pair of one list that is worth so many bits less shows the same.</summary>
    public const float Tolerance = 2;

    // However well the lists fit, a record may have no partner.
    private const double FewestFree = 0.05;

    // So many records that were looked at show what agrees by chance and what does not.
    private const int EnoughLooked = 800;

    // The share of records that have another one of their list at the same place, with the same number and more words in one name: where it is less, they
    // were entered twice; where it is more, the lists hold firms and their parts.
    private const double EnteredTwice = 1.0 / 400;

    private readonly Dictionary<Pattern, float[]> _inside = [];
    private readonly double _scale;
    private readonly bool _partsAreTwo;

    /// <summary>Takes over the pairs of one list that are two.</summary>
    /// <param name="inside">The pairs of either list.</param>
    /// <param name="lefts">Records of the one list.</param>
    /// <param name="rights">Records of the other list.</param>
    /// <param name="partners">How many records are expected to have a partner.</param>
    /// <param name="weights">What was learned of the levels.</param>
    /// <param name="shift">What was learned of the odds before comparing, in bits.</param>
    public Strangers(IReadOnlyList<InsidePairs> inside, int lefts, int rights, double partners, LevelWeights weights, float shift)
    {
        var looked = inside.Sum(list => list.Looked);
        _partsAreTwo = inside.Sum(list => list.Pairs.Count(pair => IsPartAtOnePlace(pair.Levels))) > looked * EnteredTwice;
        var pairs = inside
            .SelectMany(list => list.Pairs)
            .Where(pair => !IsDuplicate(pair.Levels) && (_partsAreTwo || !IsPartAtOnePlace(pair.Levels)))
            .GroupBy(pair => Pattern.From(pair.Levels));
        foreach (var pattern in pairs)
            _inside[pattern.Key] = [.. pattern.Select(pair => pair.Weight + shift + weights.Bits(pair.Levels)).OrderBy(weight => weight)];
        AreMany = looked >= EnoughLooked;
        var free = Math.Max(FewestFree, 1 - (partners / Math.Max(1, lefts))) * Math.Max(FewestFree, 1 - (partners / Math.Max(1, rights)));
        // Each pair looked at stands for as many across the lists as there are pairs across for one inside.
        _scale = free * lefts * rights / Math.Max(1.0, inside.Sum(list => (double)list.Looked * list.Records));
    }

    /// <summary>True where the lists are long enough to show how alike two strangers can be.</summary>
    public bool AreMany { get; }

    /// <summary>The expected number of pairs across the lists that are two, free of other partners, and agree at least as well.</summary>
    public double Expected(LevelSet levels, float weight) => Expected(levels, weight, (inside, across) => inside.IsAtLeast(across));

    /// <summary>The same, with those that differ in a field which the pair across lacks: nobody could have seen that.</summary>
    public double ExpectedUnseen(LevelSet levels, float weight) => Expected(levels, weight, (inside, across) => inside.MayBeAtLeast(across));

    private double Expected(LevelSet levels, float weight, Func<Pattern, Pattern, bool> counts)
    {
        var pattern = Pattern.From(levels);
        var seen = 0;
        foreach (var other in _inside)
        {
            if (counts(other.Key, pattern))
                seen += other.Value.Length - LowerBound(other.Value, weight - Tolerance);
        }

        return seen * _scale;
    }

    /// <summary>
    /// True where the lists can show whether a pair is one. Two records of one list whose names agree in part may be one that was entered twice, and show
    /// something only where such records are few and beside the name two more things agree.
    /// </summary>
    public bool CanTell(LevelSet levels) =>
        AreMany
        && AgreesBesideNames(levels)
        && (!levels.HasAny(LevelSets.NamesAgreeInPart.Without(LevelSets.NamesAgreeLoosely)) || (!_partsAreTwo && IsPartAtOnePlace(levels)));

    // A shared address that is made of the name says no more than the name.
    private static bool AgreesBesideNames(LevelSet levels) =>
        levels.HasAny(levels.HasAny(Level.EmailFromName) ? LevelSets.SecondAccount.Without(Level.SharedEmail) : LevelSets.SecondAccount);

    private static bool IsPartAtOnePlace(LevelSet levels) =>
        levels.HasAny(LevelSets.NamesAgreeInPart.Without(LevelSets.NamesAgreeLoosely)) && AgreesInPlaceAndMore(levels);

    private static bool AgreesInPlaceAndMore(LevelSet levels) =>
        levels.HasAny(LevelSets.SamePlace) && levels.HasAny(LevelSets.SecondAccount.Without(LevelSets.SamePlace));

    // Entered twice in one list: the answer is not known.
    private static bool IsDuplicate(LevelSet levels) =>
        (levels.HasAny(LevelSets.NamesAgreeLoosely) && AgreesInPlaceAndMore(levels))
        || (levels.HasAny(LevelSets.NamesAgree) && levels.HasAny(LevelSets.SamePlace) && !levels.HasAny(LevelSets.Denies | Level.OtherHouse))
        || (
            levels.HasAny(LevelSets.NamesAgreeLoosely)
            && levels.HasAny(LevelSets.ForenamesAgree)
            && AgreesBesideNames(levels)
            && !levels.HasAny(LevelSets.Denies)
        );

    private static int LowerBound(float[] weights, float least)
    {
        var (start, end) = (0, weights.Length);
        while (start < end)
        {
            var middle = (start + end) >>> 1;
            if (weights[middle] < least)
                start = middle + 1;
            else
                end = middle;
        }

        return start;
    }
}
