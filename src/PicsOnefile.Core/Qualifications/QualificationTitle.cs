using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>The parts of a title of a learning aim or a qualification. They are its components, its level, and the words that distinguish standards.</summary>
internal sealed class QualificationTitle
{
    // Words that the titles of all standards have.
    private static readonly HashSet<string> Filling = new(["the", "apprenticeship", "apprenticeships", "standard", "level"], StringComparer.Ordinal);
    private static readonly Regex LevelForm = new("^l?([1-8])$", RegexOptions.CultureInvariant);

    // The reference of the Institute for Apprenticeships, ST0070; some titles have it.
    private static readonly Regex InstituteReference = new("^st[0-9]{4}$", RegexOptions.CultureInvariant);
    private static readonly Regex LastBracket = new(@"\s*\[([^\[\]]*)\]\s*$", RegexOptions.CultureInvariant);
    private readonly HashSet<string> _words;

    public QualificationTitle(string title, string? level = null)
    {
        var codes = new List<ComponentKey>();
        var words = new List<string>();
        foreach (var word in Split(title))
        {
            if (ComponentKey.From(OnefileCode.Parse(word)) is { } code)
                codes.Add(code);
            else
                words.Add(word);
        }
        Codes = codes;
        Components = StandardComponents.TakeFrom(words, out var rest);
        var lower = rest.Select(word => word.ToLowerInvariant()).ToList();
        Level = LevelOf(lower) ?? LevelOf(["level", .. Split(level ?? "").Select(word => word.ToLowerInvariant()).Where(word => word != "level")]);
        var telling = lower.Where((word, at) => !Filling.Contains(word) && !InstituteReference.IsMatch(word) && !IsLevel(lower, at)).ToList();
        Numbers = [.. telling.Where(word => word.Length is >= 2 and <= 6 && word.All(c => c is >= '0' and <= '9'))];
        Core = string.Join(" ", telling.Except(Numbers));
        _words = new HashSet<string>(lower, StringComparer.Ordinal);
    }

    /// <summary>The components that the title names; none for a plain title, which is that of a main aim.</summary>
    public IReadOnlyList<StandardComponentKind> Components { get; }

    /// <summary>The components whose codes are in the title: 196GW.</summary>
    public IReadOnlyList<ComponentKey> Codes { get; }

    /// <summary>Numbers of two to six digits, one of which may be a standard's LARS code.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>The level, 1 to 8, or null where neither the title nor the field says.</summary>
    public int? Level { get; }

    /// <summary>The words that distinguish standards, in lower case; empty where there are none.</summary>
    public string Core { get; }

    /// <summary>Checks whether this title has all distinguishing words of another one.</summary>
    /// <returns>True where this title has them all.</returns>
    public bool Holds(QualificationTitle other) => other.Core.Length > 0 && other.Core.Split(' ').All(_words.Contains);

    /// <summary>Checks whether the two titles name the same standard: the same distinguishing words, and no two different levels.</summary>
    /// <returns>True for the same standard.</returns>
    public bool Means(QualificationTitle other) => Core.Length > 0 && Core == other.Core && (Level is null || other.Level is null || Level == other.Level);

    /// <summary>Takes the code in the last square brackets out of a title.</summary>
    /// <returns>The title without the code.</returns>
    public static string WithoutCode(string title, string? code)
    {
        var last = LastBracket.Match(title);
        return last.Success && code is not null && LooseReference.Normalise(last.Groups[1].Value) == LooseReference.Normalise(code)
            ? title.Substring(0, last.Index).TrimEnd()
            : title.Trim();
    }

    private static string[] Split(string title) =>
        new string([.. title.Replace("&", " and ").Replace("'", "").Replace("’", "").Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(
            [' '],
            StringSplitOptions.RemoveEmptyEntries
        );

    private static bool IsLevel(List<string> words, int at) => LevelForm.IsMatch(words[at]) && (words[at][0] == 'l' || (at > 0 && words[at - 1] == "level"));

    private static int? LevelOf(List<string> words) =>
        Enumerable
            .Range(0, words.Count)
            .Where(at => IsLevel(words, at))
            .Select(at => (int?)int.Parse(LevelForm.Match(words[at]).Groups[1].Value, CultureInfo.InvariantCulture))
            .FirstOrDefault();
}
