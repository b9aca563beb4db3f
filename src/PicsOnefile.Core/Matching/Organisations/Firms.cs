using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Organisations;

/// <summary>
/// What the lists show of firms with several branches: which they are, how many, and how often branches share a telephone number or an e-mail address.
/// A branch of which only the name and the switchboard's number are known cannot be told from its sister.
/// </summary>
internal sealed class Firms
{
    // Where nothing but the name is known, the lists may not show enough to say how many records lack a partner: one in twenty is taken for alone.
    private const double SisterAlone = 0.05;

    private int firms;
    private int chains;
    private int pairs;
    private int sharedNumbers;

    /// <summary>Looks at the lists of both sides and writes the number of branches into the profiles.</summary>
    public Firms(IReadOnlyList<OrganisationProfile> lefts, IReadOnlyList<OrganisationProfile> rights, Vocabulary vocabulary)
    {
        Look(lefts, vocabulary);
        Look(rights, vocabulary);
    }

    /// <summary>The chance that a record has a sister of the same name and number.</summary>
    /// <param name="knownChain">True where the lists show other branches of the firm.</param>
    public double ChanceOfSister(bool knownChain) => (knownChain ? 1 : ShareOfChains) * (sharedNumbers + 1) / (pairs + 2);

    /// <summary>The chance that two records with one name and nothing else are two branches.</summary>
    public double ChanceOfSistersByName => SisterAlone * ShareOfChains;

    private double ShareOfChains => (chains + 0.5) / (firms + 1);

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

        firms += groups.Count;
        foreach (var group in groups.Values.Where(group => group.Count > 1))
        {
            chains++;
            foreach (var record in group)
                record.RecordsOfFirm = group.Count;
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
                if (one.Postcode is null || other.Postcode is null || one.Postcode == other.Postcode)
                    continue;
                var numbers = one.Telephones.Count > 0 && other.Telephones.Count > 0;
                var addresses = one.Email is not null && other.Email is not null;
                if (!numbers && !addresses)
                    continue;
                pairs++;
                if ((numbers && one.Telephones.Any(other.Telephones.Contains)) || (addresses && one.Email!.Whole == other.Email!.Whole))
                    sharedNumbers++;
            }
        }
    }

    // Without towns, numbers and fillers, unless nothing would be left.
    private static int[] Core(OrganisationProfile record, Vocabulary vocabulary)
    {
        var ids = record.Names[0].Ids;
        var core = ids.Where(id => !vocabulary.IsTown(id) && !vocabulary.IsNumber(id) && !Abbreviations.IsFiller(vocabulary.Word(id))).ToArray();
        return core.Length > 0 ? core : ids;
    }
}
