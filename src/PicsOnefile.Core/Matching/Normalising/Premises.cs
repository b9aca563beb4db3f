using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>
/// The numbers of an address, by what they number: houses of a street, units of a building or an estate (flat 2, suite 3a, block B), and floors. Two addresses
/// contradict each other where both say one of these and have none in common; what one side leaves out says nothing.
/// </summary>
internal sealed class Premises
{
    // "12-16" means all of them; a longer way than this is no row of houses.
    private const int LongestRange = 60;

    private static readonly Regex Ranges = new(@"(?<![\w-])([0-9]{1,4})\s*[-–—]\s*([0-9]{1,4})(?![\w-])", RegexOptions.CultureInvariant);

    private static readonly WordList List = WordList.Load(WordLists.AddressWords);

    private static readonly HashSet<string> UnitWords = List.Words("unit");

    private static readonly HashSet<string> FloorWords = List.Words("floor");

    private static readonly Dictionary<string, string> Ordinals = Numbers("ordinal");

    private static readonly Dictionary<string, string> NumberWords = Numbers("cardinal");

    private readonly List<string> _houses = [];
    private readonly List<string> _units = [];
    private readonly List<string> _floors = [];
    private readonly List<(int From, int To)> _ranges = [];

    /// <summary>The first number of the address, of whatever kind; null where there is none.</summary>
    public string? First { get; private set; }

    /// <summary>
    /// Takes the numbers of a line out of its words, and the words that only say what is numbered; what is left are names. An ordinal is part of a street's
    /// name, and written in one way: Second Avenue is 2nd Avenue.
    /// </summary>
    /// <param name="line">The line as it is written, for ranges.</param>
    /// <param name="words">Its words after folding.</param>
    /// <param name="hasHouses">False for a last line, where a number is no house's.</param>
    public List<string> TakeOut(string line, string[] words, bool hasHouses)
    {
        foreach (var range in line.IndexOfAny(['-', '–', '—']) < 0 ? [] : Ranges.Matches(line).Cast<Match>())
        {
            var (from, to) = (int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture));
            if (from < to && to - from <= LongestRange)
                _ranges.Add((from, to));
        }

        var names = new List<string>();
        for (var at = 0; at < words.Length; at++)
        {
            var taken =
                Floor(words, at) is > 0 and var ofFloor ? ofFloor
                : UnitWords.Contains(words[at]) ? Units(words, at)
                : words[at] is "box" && names.Count > 0 ? PostBox(words, at)
                : IsHouseNumber(words[at]) ? House(words, at, hasHouses)
                : 0;
            if (taken == 0)
                names.Add(Ordinal(words[at]) is { } ordinal ? ordinal + "th" : words[at]);
            at += Math.Max(0, taken - 1);
        }

        return names;
    }

    /// <summary>True where both say a house, a unit or a floor, and none of that kind is in both; only of two addresses in one street.</summary>
    public bool Contradict(Premises other) =>
        Differ(_houses, other._houses, other) || Differ(_units, other._units, other) || Differ(_floors, other._floors, other);

    /// <summary>True where a house is in both, or, where one of them says no house, the first number of either kind is the same.</summary>
    public bool Agree(Premises other) =>
        _houses.Count > 0 && other._houses.Count > 0 ? !Differ(_houses, other._houses, other) : First is not null && First == other.First;

    private bool Differ(List<string> mine, List<string> theirs, Premises other) =>
        mine.Count > 0 && theirs.Count > 0 && !mine.Any(theirs.Contains) && !mine.Any(other.IsInRange) && !theirs.Any(IsInRange);

    private bool IsInRange(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && _ranges.Any(range => range.From <= value && value <= range.To);

    // "2nd floor", "lower ground floor", "floor 3".
    private int Floor(string[] words, int at)
    {
        var lower = words[at] is "lower" or "upper" or "sub" ? 1 : 0;
        if (at + lower + 1 < words.Length && FloorWords.Contains(words[at + lower + 1]) && Ordinal(words[at + lower]) is { } ordinal)
            return Add(_floors, lower > 0 ? words[at] + ordinal : ordinal, 2 + lower);
        if (!FloorWords.Contains(words[at]))
            return words[at] is "basement" && at == 0 ? Add(_floors, Ordinals["basement"], 1) : 0;
        if (at + 1 >= words.Length)
            return 0;
        var floor =
            NumberWords.TryGetValue(words[at + 1], out var number) ? number
            : IsHouseNumber(words[at + 1]) ? words[at + 1]
            : null;
        return floor is null ? 0 : Add(_floors, floor, 2);
    }

    private static string? Ordinal(string word)
    {
        if (Ordinals.TryGetValue(word, out var number))
            return number;
        var digits = word.TrimEnd("stndrh".ToCharArray());
        return digits.Length > 0 && digits.Length < word.Length && digits.All(char.IsDigit) ? digits : null;
    }

    // "Unit 4", "Flat B", "Suite 3 a", "Units 1 & 2", "Unit Four".
    private int Units(string[] words, int at)
    {
        var next = at + 1;
        var before = _units.Count;
        while (next < words.Length && Identifier(words, next) is { } found)
        {
            Add(_units, found.Name, 0);
            next += found.Words;
            if (next < words.Length && words[next] is "&" or "and" && next + 1 < words.Length && Identifier(words, next + 1) is not null)
                next++;
            else if (next >= words.Length || !IsEndOfRange(words[next]))
                break;
        }

        return _units.Count == before ? 0 : next - at;
    }

    private static (string Name, int Words)? Identifier(string[] words, int at)
    {
        var word = words[at];
        if (NumberWords.TryGetValue(word, out var number))
            return (number, 1);
        if (IsHouseNumber(word))
            return WithLetter(words, at, ofStreet: false);
        return word.Length <= 4 && char.IsLetter(word[0]) && word.Skip(1).All(char.IsDigit) ? (word, 1) : null;
    }

    private bool IsEndOfRange(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && _ranges.Any(range => range.To == to);

    private int House(string[] words, int at, bool counts)
    {
        var (name, taken) = WithLetter(words, at, ofStreet: true);
        return counts ? Add(_houses, name, taken) : taken;
    }

    // "12 a" is "12a"; but "12 W 69th St" is in a street's western half.
    private static (string Name, int Words) WithLetter(string[] words, int at, bool ofStreet) =>
        char.IsDigit(words[at][words[at].Length - 1])
        && at + 1 < words.Length
        && words[at + 1].Length == 1
        && char.IsLetter(words[at + 1][0])
        && !(ofStreet && words[at + 1] is "n" or "s" or "e" or "w")
            ? (words[at] + words[at + 1], 2)
            : (words[at], 1);

    // A box of the post is no place.
    private static int PostBox(string[] words, int at) => at + 1 < words.Length && IsHouseNumber(words[at + 1]) ? 2 : 0;

    private int Add(List<string> list, string number, int taken)
    {
        First ??= number;
        list.Add(number);
        return taken;
    }

    // 12, 12a and 3; but 69th and 3rd are streets' names.
    private static bool IsHouseNumber(string word)
    {
        var letters = word.TrimStart("0123456789".ToCharArray());
        return letters.Length < word.Length && letters is not ("st" or "nd" or "rd" or "th");
    }

    private static Dictionary<string, string> Numbers(string kind) =>
        WordList.Load(WordLists.NumberWords).RowsFor(kind).ToDictionary(row => row[0], row => row[2], StringComparer.Ordinal);
}
