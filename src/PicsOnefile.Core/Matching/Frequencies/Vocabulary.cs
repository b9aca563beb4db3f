using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>The words of all names of both lists, and how much agreement in each is worth: the rarer, the more (inverse document frequency).</summary>
internal sealed class Vocabulary
{
    // Names in a short list look rarer than they are: trades and fillers never count for more than this.
    private const float MostOfTrade = 4;
    private const float MostOfFiller = 1.5f;
    private const float MostOfWord = 14;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _counts = [];
    private readonly float[] _bits;
    private readonly bool[] _towns;
    private readonly int _records;

    public Vocabulary(IReadOnlyList<OrganisationProfile> lefts, IReadOnlyList<OrganisationProfile> rights)
    {
        var all = lefts.Concat(rights).ToArray();
        _records = all.Length;
        var unseen = UnseenBearers.Estimate(lefts.SelectMany(Words), rights.SelectMany(Words));
        var townWords = TownWords(all);
        foreach (var record in all)
        {
            for (var i = 0; i < record.Names.Length; i++)
            {
                var name = record.Names[i];
                name.Ids = new int[Math.Min(MostWords, name.Sorted.Length)];
                for (var k = 0; k < name.Ids.Length; k++)
                {
                    name.Ids[k] = IdOf(name.Sorted[k]);
                    if (i == 0 || Array.IndexOf(record.Names[0].Ids, name.Ids[k]) < 0)
                        _counts[name.Ids[k]]++;
                }

                Array.Sort(name.Ids);
            }
        }

        _bits = new float[_words.Count];
        _towns = new bool[_words.Count];
        for (var id = 0; id < _bits.Length; id++)
        {
            var most =
                Abbreviations.IsFiller(_words[id]) ? MostOfFiller
                : Abbreviations.IsTrade(_words[id]) ? MostOfTrade
                : MostOfWord;
            _bits[id] = Math.Min(most, LikelihoodRatio.Bits(1, LikelihoodRatio.Share(_counts[id], _records, unseen)));
            _towns[id] = Towns.Has(_words[id]) || townWords.Contains(_words[id]);
        }
    }

    /// <summary>Words of a name beyond which nothing is compared.</summary>
    public static int MostWords => 24;

    /// <summary>The word.</summary>
    public string Word(int id) => _words[id];

    /// <summary>How many records have the word.</summary>
    public int DocumentFrequency(int id) => _counts[id];

    /// <summary>What agreement in the word is worth, in bits.</summary>
    public float Bits(int id) => _bits[id];

    /// <summary>True for a town: one of the list, or a word in the town's line of several addresses.</summary>
    public bool IsTown(int id) => _towns[id];

    /// <summary>True for a town: one of the list, or a word in the town's line of several addresses.</summary>
    public bool IsTown(string word) => _ids.TryGetValue(word, out var id) ? _towns[id] : Towns.Has(word);

    /// <summary>True for a number, written in digits.</summary>
    public bool IsNumber(int id) => char.IsDigit(_words[id][0]);

    private static IEnumerable<string> Words(OrganisationProfile record) => record.Names.Length == 0 ? [] : record.Names[0].Sorted;

    private static HashSet<string> TownWords(IReadOnlyCollection<OrganisationProfile> all)
    {
        var (once, more) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var record in all)
        {
            foreach (var word in record.Address?.Town ?? [])
            {
                if (!once.Add(word))
                    more.Add(word);
            }
        }

        return more;
    }

    private int IdOf(string word)
    {
        if (_ids.TryGetValue(word, out var id))
            return id;
        _ids[word] = id = _words.Count;
        _words.Add(word);
        _counts.Add(0);
        return id;
    }
}
