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
    // Two firms of one name seldom have one address made of it.
    private const double OfNamesakes = 0.05;

    private readonly Vocabulary _vocabulary;
    private readonly ChainStatistics _firms;
    private readonly OrganisationBlocking _blocking;
    private readonly OrganisationNameComparison _names;
    private readonly OrganisationComparison _organisations;
    private readonly ContactComparison _contacts;

    public OrganisationComparer(IReadOnlyList<OrganisationProfile> lefts, IReadOnlyList<OrganisationProfile> rights)
    {
        var all = lefts.Concat(rights).ToArray();
        _vocabulary = new(lefts, rights);
        Parents.Find(lefts, _vocabulary);
        Parents.Find(rights, _vocabulary);
        _firms = new(lefts, rights, _vocabulary);
        _blocking = new(_vocabulary);
        _names = new(_vocabulary);
        _organisations = new(all.Length, UnseenBearers.Estimate(lefts.Select(Postcode), rights.Select(Postcode)));
        _contacts = new(ofPeople: false, lefts, rights, OfNamesakes);
        CountFrequencies(all, record => record.Postcode?.Whole, (record, holders) => record.PostcodeFrequency = holders);
        CountFrequencies(all, record => record.Domain, (record, holders) => record.DomainFrequency = holders);
    }

    /// <inheritdoc/>
    public void Keys(OrganisationProfile record, List<ulong> keys) => _blocking.Keys(record, keys);

    /// <inheritdoc/>
    public ComparisonVector Compare(OrganisationProfile left, OrganisationProfile right, bool ofOneList = false, List<TallyRow>? rows = null)
    {
        var (pair, tally) = (_organisations.Measure(left, right), new Tally(rows));
        _names.Compare(left, right, ref tally);
        var namesAgree = tally.Seen.HasAny(LevelSets.NamesAgreeInPart);
        var around = tally.Part();
        OrganisationComparison.ComparePlaces(in pair, ref around);
        _contacts.Compare(left, right, namesAgree, namesakesShare: false, ofOneList, ref around);
        tally.Add(in around);
        OrganisationComparison.CompareRest(in pair, ref tally);
        if (!left.HasMoreThanName && !right.HasMoreThanName)
            tally.Add(Level.NothingElse);
        return new(tally.Seen, tally.Bits);
    }

    /// <inheritdoc/>
    public double ChanceOfHiddenBranch(CandidatePair pair) =>
        _firms.ChanceOfOtherBranch(
            pair.Levels.HasAny(LevelSets.OwnNumber),
            pair.Levels.HasAny(LevelSets.OwnMailbox),
            seen: pair.Levels.HasAny(Level.SeveralBranches)
        );

    private static string Postcode(OrganisationProfile record) => record.Postcode is { Full: true } postcode ? postcode.Whole : "";

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
