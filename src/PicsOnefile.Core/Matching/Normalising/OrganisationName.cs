using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>One name of an organisation as plain words without legal forms, in long form and singular.</summary>
internal sealed class OrganisationName
{
    private static readonly Regex TradingAs = new(
        @"\bt\s?/\s?as?\b|\bt\.a\.|\btrading\s+as\b|\btrading\s+name\b|\ba\.?k\.?a\.?\b|\bknown\s+as\b|\bdba\b|\bd/b/a\b|\byn\s+masnachu\s+fel\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly string[] Marks = ["trading", "known as", "aka", "dba", "masnachu"];

    private OrganisationName(string[] words, string legalForm)
    {
        Words = words;
        LegalForm = legalForm;
        Joined = string.Concat(words);
        Sorted = Once(words);
        Initials = new string(words.Where(word => char.IsLetter(word[0])).Select(word => word[0]).ToArray());
    }

    /// <summary>The words in the order of the name.</summary>
    public string[] Words { get; }

    /// <summary>Each word once, in alphabetical order.</summary>
    public string[] Sorted { get; }

    /// <summary>The words run together: "Sky Net" and "Skynet" are equal here.</summary>
    public string Joined { get; }

    /// <summary>The first letters of the words.</summary>
    public string Initials { get; }

    /// <summary>The legal form, or empty.</summary>
    public string LegalForm { get; }

    /// <summary>The positions of <see cref="Sorted"/> in the vocabulary of both lists; set when that is known.</summary>
    public int[] Ids { get; set; } = [];

    /// <summary>
    /// The words of a parent organisation in front of the name, as positions in the vocabulary; empty where no other names of the lists begin with them.
    /// </summary>
    public int[] Parent { get; set; } = [];

    /// <summary>Reads a name: first the name itself, then the name it trades under, where it has one.</summary>
    public static OrganisationName[] Read(string? text)
    {
        var shortened = text is { Length: > Letters.Longest } ? text.Substring(0, Letters.Longest) : text ?? "";
        var names = (MayTradeAs(shortened) ? WithTail(TradingAs.Split(shortened)) : [shortened]).Select(One).OfType<OrganisationName>().ToArray();
        return names.Length <= 3 ? names : names.AsSpan(0, 3).ToArray();
    }

    // A branch in brackets behind the trading name belongs to both names.
    private static string[] WithTail(string[] names)
    {
        var last = names[names.Length - 1];
        var open = last.TrimEnd().EndsWith(")", StringComparison.Ordinal) ? last.LastIndexOf('(') : -1;
        for (var i = 0; open > 0 && i < names.Length - 1; i++)
            names[i] += " " + last.Substring(open);
        return names;
    }

    // The expression is dear, and few names need it.
    private static bool MayTradeAs(string text) =>
        text.IndexOf('/') >= 0 || text.IndexOf('.') >= 0 || Marks.Any(mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0);

    private static OrganisationName? One(string text)
    {
        var words = JoinLetters(Letters.Split(text));
        var form = LegalForms.TakeOut(words);
        var expanded = words.SelectMany(Abbreviations.Expand).ToArray();
        if (expanded.Length == 0)
            expanded = words.Where(word => word != "&").ToArray();
        return expanded.Length == 0 ? null : new(expanded, form);
    }

    private static string[] Once(string[] words)
    {
        var sorted = (string[])words.Clone();
        Array.Sort(sorted, StringComparer.Ordinal);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[kept - 1])
                sorted[kept++] = sorted[i];
        }

        Array.Resize(ref sorted, kept);
        return sorted;
    }

    // Single letters belong together: B.B.C., P.L.C., J P Morgan.
    private static List<string> JoinLetters(string[] words)
    {
        var joined = new List<string>();
        var letters = "";
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word == "c" && i + 2 < words.Length && words[i + 1] == "of" && words[i + 2] == "e")
            {
                Flush();
                joined.Add("cofe");
                i += 2;
                continue;
            }

            if (word.Length == 1 && char.IsLetter(word[0]))
            {
                letters += word;
                continue;
            }

            Flush();
            joined.Add(word);
        }

        Flush();
        return joined;

        void Flush()
        {
            if (letters.Length > 0)
                joined.Add(letters);
            letters = "";
        }
    }
}
