using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Blocking;

/// <summary>
/// The keys under which an organisation is found: rare words, pairs of common ones, words with a letter left out, and everything that is not the
/// name.
/// </summary>
internal sealed class OrganisationBlocking(Vocabulary vocabulary)
{
    // A word above this many holders leads nowhere by itself; a pair of such words may.
    private const int RareDocumentFrequency = 100;

    // A mistyped word is rare; its right form may be common, but then the other words of the name lead there.
    private const int MaximumTypoFrequency = 30;

    /// <summary>Writes the keys of a record.</summary>
    public void Keys(OrganisationProfile record, List<ulong> keys)
    {
        if (record.MisKey.Length > 0)
            keys.Add(BlockKey.Create('i', record.MisKey.TrimStart('0')));
        if (record.Edrs is { } edrs)
            keys.Add(BlockKey.Create('r', edrs));
        if (record.Email is { } email)
            keys.Add(BlockKey.Create('e', email.Whole));
        if (record.Domain is { } domain)
            keys.Add(BlockKey.Create('o', domain));
        foreach (var telephone in record.Telephones)
            keys.Add(BlockKey.Create('t', telephone.Key));
        if (record.Postcode is { Full: true } postcode)
            keys.Add(BlockKey.Create('c', postcode.Whole));
        foreach (var name in record.Names)
            AddName(name, keys);
    }

    private void AddName(OrganisationName name, List<ulong> keys)
    {
        keys.Add(BlockKey.Create('j', name.Joined));
        if (name.Initials.Length >= 3)
            keys.Add(BlockKey.Create('a', name.Initials));
        if (name.Words.Length == 1 && name.Joined.Length is >= 3 and <= 8)
            keys.Add(BlockKey.Create('a', name.Joined));

        var byRarity = name.Ids.OrderBy(vocabulary.DocumentFrequency).ThenBy(id => id).Take(6).ToArray();
        foreach (var id in byRarity)
        {
            keys.Add(BlockKey.Create('w', id));
            if (vocabulary.DocumentFrequency(id) <= MaximumTypoFrequency)
                AddDeletions(vocabulary.Word(id), keys);
        }

        for (var i = 0; i < byRarity.Length; i++)
        {
            for (var j = i + 1; j < byRarity.Length && vocabulary.DocumentFrequency(byRarity[j]) > RareDocumentFrequency; j++)
                keys.Add(byRarity[i] < byRarity[j] ? BlockKey.Create('p', byRarity[i], byRarity[j]) : BlockKey.Create('p', byRarity[j], byRarity[i]));
        }
    }

    // Two words within one typing error share a form with one letter left out (symmetric deletion).
    private static void AddDeletions(string word, List<ulong> keys)
    {
        if (word.Length is < 5 or > 24)
            return;
        keys.Add(BlockKey.Create('d', word));
        for (var i = 0; i < word.Length; i++)
        {
            if (i == 0 || word[i] != word[i - 1])
                keys.Add(BlockKey.Create('d', word, without: i));
        }
    }
}
