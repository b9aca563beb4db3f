using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Core.Tests.Matching.MadeUp;

/// <summary>Random choices from a seed.</summary>
public sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public bool Percent(double share) => random.NextDouble() * 100 < share;

    public int Below(int limit) => random.Next(limit);

    public T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    // The first of a list come more often than the last: about three in a hundred bear the first of two hundred forenames, one in a hundred the
    // first of a thousand surnames.
    public T Common<T>(IReadOnlyList<T> list) => list[(int)(list.Count * Math.Pow(random.NextDouble(), 1.5))];

    public string Digits(int count)
    {
        var digits = new char[count];
        for (var i = 0; i < count; i++)
            digits[i] = (char)('0' + random.Next(10));
        return new string(digits);
    }

    public string Typo(string word)
    {
        if (word.Length < 4)
            return word;
        var at = 1 + random.Next(word.Length - 2);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, ((char)('a' + random.Next(26))).ToString()),
            2 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..],
        };
    }

    // Errors in the texts of a record that are filled in: seven in ten in the first ones, its names.
    public void Mistype(string?[] texts, int names, int errors)
    {
        for (var error = 0; error < errors; error++)
        {
            var (start, end) = Percent(70) ? (0, names) : (names, texts.Length);
            var filled = Enumerable.Range(start, end - start).Where(at => texts[at]?.Length > 1).ToArray();
            if (filled.Length == 0)
                continue;
            var at = Any(filled);
            texts[at] = Slip(texts[at]!);
        }
    }

    // Anywhere in the text, in the first letter and in short words too; a digit becomes another digit.
    private string Slip(string text)
    {
        var at = random.Next(text.Length - 1);
        var other = char.IsDigit(text[at]) ? (char)('0' + random.Next(10)) : (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, other.ToString()),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + other + text[(at + 1)..],
        };
    }
}
