using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Blocking;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares placements with organisations.</summary>
internal sealed class OrganisationComparer : IPairComparer<OrganisationProfile>
{
    private readonly Vocabulary vocabulary;
    private readonly ChainStatistics firms;
    private readonly OrganisationBlocking blocking;
    private readonly OrganisationNameComparison names;
    private readonly OrganisationComparison organisations;
    private readonly ContactComparison contacts;

    public OrganisationComparer(IReadOnlyList<OrganisationProfile> lefts, IReadOnlyList<OrganisationProfile> rights)
    {
        var all = lefts.Concat(rights).ToArray();
        vocabulary = new(all);
        firms = new(lefts, rights, vocabulary);
        blocking = new(vocabulary);
        names = new(vocabulary);
        organisations = new(all.Length);
        contacts = new(ofPeople: false, all.Length);
        CountFrequencies(all, record => record.Postcode?.Whole, (record, holders) => record.PostcodeFrequency = holders);
        CountFrequencies(all, record => record.Domain, (record, holders) => record.DomainFrequency = holders);
    }

    /// <inheritdoc/>
    public void Keys(OrganisationProfile record, List<ulong> keys) => blocking.Keys(record, keys);

    /// <inheritdoc/>
    public ComparisonVector Compare(OrganisationProfile left, OrganisationProfile right)
    {
        var (pair, seen) = (organisations.Measure(left, right), default(LevelSet));
        var bits = names.Compare(left, right, ref seen);
        var places = OrganisationComparison.ComparePlaces(in pair, ref seen);
        bits += places + contacts.Compare(left, right, seen.HasAny(LevelSets.NamesAgreeInPart), namesakesShare: false, ref seen);
        bits += OrganisationComparison.CompareRest(in pair, ref seen);
        if (!left.HasMoreThanName && !right.HasMoreThanName)
            seen |= Level.NothingElse;
        return new(seen, bits, (float)(right.Names.Length > 0 ? vocabulary.ExpectedNamesakes(right.Names[0].Ids) : 1));
    }

    /// <inheritdoc/>
    public double ExpectedNamesakes(CandidatePair pair) => Math.Max(pair.Namesakes, firms.ChanceOfBranchesByName);

    /// <inheritdoc/>
    public double ChanceOfHiddenBranch(CandidatePair pair) =>
        firms.ChanceOfOtherBranch(
            pair.Levels.HasAny(LevelSets.OwnNumber),
            pair.Levels.HasAny(LevelSets.OwnMailbox),
            seen: pair.Levels.HasAny(Level.SeveralBranches)
        );

    private static void CountFrequencies(OrganisationProfile[] all, Func<OrganisationProfile, string?> keyOf, Action<OrganisationProfile, int> write)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in all)
        {
            if (keyOf(record) is { } key)
                counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
        }

        foreach (var record in all)
        {
            if (keyOf(record) is { } key)
                write(record, counts[key]);
        }
    }
}
