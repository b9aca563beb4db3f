using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Core.Tests.Matching.Laws;

/// <summary>
/// People whose names are in no list of words and far from each other. Two vocabularies have the same initials, so that one can take the other's place.
/// </summary>
internal static class InventedNames
{
    private const int Names = 120;
    private const int Forenames = 40;
    private const int LeastDistance = 5;
    private static readonly Lazy<(string[] One, string[] Other)> Both = new(Invent);

    public static IReadOnlyList<string> One => Both.Value.One;

    public static IReadOnlyList<string> Other => Both.Value.Other;

    /// <summary>Lists with the names of a vocabulary; the same seed draws the same names, contacts and noise, whichever vocabulary it is.</summary>
    public static Lists People(int seed, IReadOnlyList<string> names)
    {
        var random = new Random(seed);
        var (onefile, picsWeb, truth) = (new List<Assessor>(), new List<Officer>(), new Dictionary<string, string>());
        for (var at = 0; at < Names; at++)
        {
            var (forename, surname) = (names[Common(Forenames)], names[Forenames + Common(Names - Forenames)]);
            var (id, ident) = (Number(at), "P" + Number(at));
            var (email, telephone) = (Maybe(70, $"box{random.Next(100_000)}@mail.example"), Maybe(60, $"079{random.Next(10_000_000, 99_999_999)}"));
            var side = random.Next(100);
            if (side < 90)
                picsWeb.Add(Some.Officer(ident, forename, surname, email, null, telephone));
            if (side is < 80 or >= 90)
                onefile.Add(
                    Some.Assessor(
                        id,
                        random.Next(100) < 5 ? forename[..1] : forename,
                        random.Next(100) < 4 ? names[Forenames + Common(Names - Forenames)] : surname,
                        Maybe(80, email),
                        Maybe(80, telephone)
                    )
                );
            if (side < 80)
                truth[id] = ident;
        }

        return new(LinkKind.Officer, onefile, picsWeb, truth);

        int Common(int limit) => (int)(limit * Math.Pow(random.NextDouble(), 1.5));

        string? Maybe(int share, string? value) => random.Next(100) < share ? value : null;
    }

    /// <summary>A word of four syllables that no list has, the same for the same number.</summary>
    public static string Word(int number)
    {
        var random = new Random(number);
        return char.ToUpperInvariant("bdfgjklmnprstvz"[random.Next(15)]) + string.Concat(Enumerable.Range(0, 4).Select(_ => $"{Vowel()}{Consonant()}"));

        char Vowel() => "aeiou"[random.Next(5)];

        char Consonant() => "bdfgjklmnprstvz"[random.Next(15)];
    }

    private static (string[], string[]) Invent()
    {
        var (one, other, number) = (new List<string>(), new List<string>(), 0);
        while (one.Count < Names)
            Take(one, Word(number++), null);
        foreach (var name in one)
        {
            var before = other.Count;
            while (other.Count == before)
                Take(other, Word(number++), name[0]);
        }

        return ([.. one], [.. other]);

        void Take(List<string> into, string word, char? initial)
        {
            word = initial is { } letter ? letter + word[1..] : word;
            if (one.Concat(other).All(name => Distance(name, word) >= LeastDistance))
                into.Add(word);
        }
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static string Number(int at) => at.ToString("00000", CultureInfo.InvariantCulture);
}
