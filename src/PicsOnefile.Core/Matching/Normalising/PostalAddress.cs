using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>The address lines without the postcode, read for comparing.</summary>
internal sealed class PostalAddress
{
    private static readonly Regex Postcodes = new(@"\b[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s*[0-9][A-Za-z]{2}\b", RegexOptions.CultureInvariant);

    // Shorter words in one say too little.
    private const int FewestJoined = 6;

    private static readonly WordList List = WordList.Load(WordLists.AddressWords);

    // What a street, a building or a country is called, and not which one.
    private static readonly HashSet<string> Kinds = List.Words("kind");

    // A last line with one of these is no town's.
    private static readonly HashSet<string> Streetlike = List.Words("street");

    // Words of very many addresses; where a street has no other (High Street, North Park), they are its name all the same.
    private static readonly HashSet<string> Common = List.Words("common");

    // The words of the first line in one: North Point Street, Northpoint.
    private readonly string _joined;

    private PostalAddress(Premises premises, string[] streets, string[] town, string joined)
    {
        _joined = joined;
        Premises = premises;
        Streets = streets;
        Town = town;
    }

    /// <summary>The numbers of houses, units and floors.</summary>
    public Premises Premises { get; }

    /// <summary>All distinctive words before the last line.</summary>
    public string[] Streets { get; }

    /// <summary>The distinctive words of the last lines, which hold the town and perhaps the county.</summary>
    public string[] Town { get; }

    /// <summary>Reads address lines separated by commas or line breaks; null where there is nothing distinctive.</summary>
    public static PostalAddress? Read(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;

        var lines = new List<(string Line, string[] Words)>();
        var shortened = address!.Length > Letters.Longest ? address.Substring(0, Letters.Longest) : address;
        foreach (var line in shortened.Split([',', '\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = EndsLikePostcode(line) ? Postcodes.Replace(line, " ") : line;
            var words = Letters.Split(plain);
            if (words.Length > 0 && !Placeholders.IsField(plain))
                lines.Add((plain, words));
        }

        // The last line is a town or a county; of three and more, the last two.
        var townFrom =
            lines.Count
            - (
                lines.Count <= 1 ? 0
                : lines.Count == 2 ? 1
                : 2
            );
        var (premises, joined) = (new Premises(), "");
        var (streets, plainWords, town) = (new List<string>(), new List<string>(), new List<string>());
        for (var i = 0; i < lines.Count; i++)
        {
            var ofTown = i >= townFrom;
            var hasHouses = i < lines.Count - 1 || lines.Count == 1 || lines[i].Words.Any(Streetlike.Contains);
            var names = premises.TakeOut(lines[i].Line, lines[i].Words, hasHouses);
            if (i == 0)
                joined = string.Concat(names.Where(word => word.Length > 2 && !Kinds.Contains(word)));
            foreach (var word in names)
            {
                var list =
                    Common.Contains(word) ? plainWords
                    : ofTown ? town
                    : streets;
                if ((list == plainWords && ofTown) || word.Length <= 2 || Kinds.Contains(word))
                    continue;
                var singular = Abbreviations.Singular(word);
                if (!list.Contains(singular))
                    list.Add(singular);
            }
        }

        streets = streets.Count > 0 ? streets : plainWords;
        return streets.Count + town.Count == 0 && premises.First is null ? null : new(premises, streets.ToArray(), town.ToArray(), joined);
    }

    /// <summary>True where street and house number are the same, neither unit nor floor differs, and the towns do not.</summary>
    public bool IsSamePlaceAs(PostalAddress other) =>
        Premises.Agree(other.Premises)
        && !Premises.Contradict(other.Premises)
        && (AnyIn(Streets, other) || AnyIn(other.Streets, this) || (_joined.Length >= FewestJoined && _joined == other._joined))
        && (Town.Length == 0 || other.Town.Length == 0 || AnyIn(Town, other) || AnyIn(other.Town, this));

    /// <summary>True where street and house number are the same, and neither unit nor floor differs, whatever the towns are called.</summary>
    public bool IsSameStreetAs(PostalAddress other) =>
        Streets.Any(word => Array.IndexOf(other.Streets, word) >= 0) && Premises.Agree(other.Premises) && !Premises.Contradict(other.Premises);

    /// <summary>True where a street is in both and no house number is, or the units or floors differ: next door, a few doors on, or a typing error.</summary>
    /// <param name="other">The other address.</param>
    /// <param name="ofOnePostcode">True where the postcodes are equal: they say that it is one street, however it is written.</param>
    public bool IsOtherHouseThan(PostalAddress other, bool ofOnePostcode) =>
        (ofOnePostcode || Streets.Any(word => Array.IndexOf(other.Streets, word) >= 0)) && Premises.Contradict(other.Premises);

    /// <summary>
    /// True where both have distinctive words and none is in both, and where they are two houses of two streets of one town, or one street's name in two towns
    /// without a house.
    /// </summary>
    public bool IsElsewhereThan(PostalAddress other)
    {
        var (streets, towns) = (AnyIn(Streets, other) || AnyIn(other.Streets, this), AnyIn(Town, other) || AnyIn(other.Town, this));
        if (!HasWords || !other.HasWords || (streets && towns))
            return false;
        if (!streets && !towns)
            return true;
        if (streets)
            return Town.Length > 0 && other.Town.Length > 0 && Premises.First is null && other.Premises.First is null;
        var bothHaveHouses = Premises.First is not null && other.Premises.First is not null;
        return Streets.Length > 0 && other.Streets.Length > 0 && bothHaveHouses && !Premises.Agree(other.Premises);
    }

    /// <summary>True where a word is anywhere in the address; words are singular, as in names.</summary>
    public bool Has(string word) => Array.IndexOf(Town, word) >= 0 || Array.IndexOf(Streets, word) >= 0;

    private bool HasWords => Streets.Length + Town.Length > 0;

    private static bool EndsLikePostcode(string line)
    {
        var end = line.Length;
        while (end > 0 && (line[end - 1] is ' ' or '.'))
            end--;
        return end >= 5 && char.IsDigit(line[end - 3]) && char.IsLetter(line[end - 2]) && char.IsLetter(line[end - 1]);
    }

    private static bool AnyIn(string[] words, PostalAddress address)
    {
        foreach (var word in words)
        {
            if (address.Has(word))
                return true;
        }

        return false;
    }
}
