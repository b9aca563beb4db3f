using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Runs;

/// <summary>The word for one kind of record, in the forms that sentences need.</summary>
/// <param name="One">One of them, inside a sentence: the vendors' word in lower case, the customer's as they write it.</param>
/// <param name="Many">Several of them, inside a sentence.</param>
/// <param name="Label">One of them, where a sentence begins or a record is named: with a capital letter.</param>
/// <param name="IsOwn">Whether it is the customer's own word.</param>
public sealed record Term(string One, string Many, string Label, bool IsOwn)
{
    // A word that goes on (member of staff) has its plural at its head.
    private static readonly Regex Phrase = Ending("^(?<head>.*?\\S)(?<rest>\\s+(of|in|at|for|on|with)\\s.+)$");

    // The first that fits says how the plural is made.
    private static readonly IReadOnlyList<(Regex Fits, Func<Match, string> Plural)> Plurals =
    [
        (Phrase, match => Plural(match.Groups["head"].Value) + match.Groups["rest"].Value),
        (Ending("(s|x|z|ch|sh)$"), match => match.Value + "es"),
        (Ending("(?<consonant>[^aeiou\\W])y$"), match => match.Groups["consonant"].Value + "ies"),
        (Ending("$"), _ => "s"),
    ];

    /// <summary>Several of them, where a sentence or a heading begins.</summary>
    public string ManyLabel => Capital(Many);

    /// <summary>The form after a number that is not known: officer(s).</summary>
    public string OneOrMany => Phrase.IsMatch(One) ? Phrase.Replace(One, "${head}(s)${rest}") : One + "(s)";

    /// <summary>A word of the vendors'.</summary>
    /// <param name="word">As the name of the kind is written.</param>
    public static Term Vendors(string word) => new(word.ToLowerInvariant(), word.ToLowerInvariant() + "s", word, false);

    /// <summary>A word of the customer's.</summary>
    public static Term Customers(string word) => new(word, Plural(word), Capital(word), true);

    /// <summary>The word inside a sentence.</summary>
    public override string ToString() => One;

    private static string Plural(string word)
    {
        var (fits, plural) = Plurals.First(rule => rule.Fits.IsMatch(word));
        return fits.Replace(word, match => plural(match), 1);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);

    private static Regex Ending(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
