using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>
/// What the lists show of firms with several branches: which they are, how many, and how often branches share a telephone number or an e-mail address.
/// A branch of which only the name and the switchboard's number are known cannot be distinguished from another branch.
/// </summary>
internal sealed class ChainStatistics
{
    private int _firms;
    private int _chains;
    private Sharing _telephones;
    private Sharing _emails;
    private Sharing _both;

    /// <summary>Looks at the lists of both sides and writes the number of branches into the profiles.</summary>
    public ChainStatistics(IReadOnlyList<OrganisationProfile> lefts, IReadOnlyList<OrganisationProfile> rights, Vocabulary vocabulary)
    {
        Look(lefts, vocabulary);
        Look(rights, vocabulary);
    }

    /// <summary>The chance that a record has a sister branch of the same name that shares what the two records have in common.</summary>
    /// <param name="telephone">True where the telephone number is the same.</param>
    /// <param name="email">True where the e-mail address is; both together are seldom shared, either alone more often.</param>
    /// <param name="seen">True where the lists have such a sister.</param>
    public double ChanceOfOtherBranch(bool telephone, bool email, bool seen)
    {
        var shared =
            telephone && email ? Math.Min(_both.Rate, Math.Min(_telephones.Rate, _emails.Rate))
            : telephone ? _telephones.Rate
            : email ? _emails.Rate
            : 1;
        return shared * (seen ? 1 : ShareOfChains);
    }

    private double ShareOfChains => (_chains + 0.5) / (_firms + 1);

    private void Look(IReadOnlyList<OrganisationProfile> records, Vocabulary vocabulary)
    {
        var groups = new Dictionary<string, List<OrganisationProfile>>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record.Names.Length == 0)
                continue;
            var key = string.Join(" ", Core(record, vocabulary).Select(vocabulary.Word).OrderBy(word => word, StringComparer.Ordinal));
            if (!groups.TryGetValue(key, out var group))
                groups[key] = group = [];
            group.Add(record);
        }

        _firms += groups.Count;
        foreach (var group in groups.Values.Where(group => group.Count > 1))
        {
            _chains++;
            var silent = (
                Telephone: group.Count(record => record.Telephones.Count == 0),
                Email: group.Count(record => record.Email is null),
                Both: group.Count(record => record.Telephones.Count == 0 && record.Email is null)
            );
            foreach (var record in group)
                record.Branches = new(group.Count, silent.Telephone, silent.Email, silent.Both);
            CountShared(group.Take(10).ToArray());
        }
    }

    private void CountShared(OrganisationProfile[] branches)
    {
        for (var i = 0; i < branches.Length; i++)
        {
            for (var j = i + 1; j < branches.Length; j++)
            {
                var (one, other) = (branches[i], branches[j]);
                if (!AreApart(one, other))
                    continue;
                var (numbers, addresses) = (one.Telephones.Count > 0 && other.Telephones.Count > 0, one.Email is not null && other.Email is not null);
                var sameNumber = numbers && one.Telephones.Any(other.Telephones.Contains);
                var sameAddress = addresses && one.Email!.Whole == other.Email!.Whole;
                _telephones.Count(numbers, sameNumber);
                _emails.Count(addresses, sameAddress);
                _both.Count(numbers && addresses, sameNumber && sameAddress);
            }
        }
    }

    private static bool AreApart(OrganisationProfile one, OrganisationProfile other) =>
        one.Postcode is { } here && other.Postcode is { } there ? here != there
        : one.Address is not null && other.Address is not null && !one.Address.IsSamePlaceAs(other.Address);

    // Without towns, numbers and fillers, unless nothing would be left.
    private static int[] Core(OrganisationProfile record, Vocabulary vocabulary)
    {
        var ids = record.Names[0].Ids;
        var core = ids.Where(id => !vocabulary.IsTown(id) && !vocabulary.IsNumber(id) && !Abbreviations.IsFiller(vocabulary.Word(id))).ToArray();
        return core.Length > 0 ? core : ids;
    }

    /// <summary>Of the pairs of branches that could be compared, how many had the same.</summary>
    private struct Sharing
    {
        private int _compared;
        private int _same;

        /// <summary>Laplace's rule of succession: nothing seen is no proof that it never happens.</summary>
        public readonly double Rate => (_same + 1.0) / (_compared + 2);

        public void Count(bool comparable, bool equal)
        {
            _compared += comparable ? 1 : 0;
            _same += equal ? 1 : 0;
        }
    }
}
