using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>A name of a type or member as a text of C# writes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Line">Where it is first written, from 1.</param>
public sealed record DeclaredName(string Name, int Line)
{
    // Texts and comments are passed over; the order matters, for the longer opening comes first.
    private static readonly Regex Skipped = new(
        "\"\"\"[\\s\\S]*?\"\"\"|@\\$?\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*[\\s\\S]*?\\*/",
        RegexOptions.CultureInvariant
    );

    // Types and members begin with a capital letter, fields with an underscore. Other names are a method's own.
    private static readonly Regex Names = new("(?<![\\w@])_?[A-Z]\\w*|(?<![\\w@])_[a-z]\\w*", RegexOptions.CultureInvariant);

    private static readonly Regex Parts = new("[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", RegexOptions.CultureInvariant);

    /// <summary>The names in a text, each once.</summary>
    public static IReadOnlyList<DeclaredName> ReadAll(string text)
    {
        var code = Skipped.Replace(text, skipped => new string('\n', skipped.Value.Count(letter => letter == '\n')));
        return
        [
            .. Names
                .Matches(code)
                .GroupBy(match => match.Value)
                .Select(matches => new DeclaredName(matches.Key, code.Take(matches.First().Index).Count(letter => letter == '\n') + 1)),
        ];
    }

    /// <summary>Whether the name is a word or has it as a part. A word of one part is only found as the whole name: Of is no part of CountOf.</summary>
    public bool Holds(string word)
    {
        var wanted = Split(word);
        var parts = Split(Name);
        return wanted.Length == 1
            ? parts.SequenceEqual(wanted)
            : Enumerable.Range(0, parts.Length).Any(at => parts.Skip(at).Take(wanted.Length).SequenceEqual(wanted));
    }

    private static string[] Split(string name) => [.. Parts.Matches(name).Select(part => part.Value.ToUpperInvariant())];
}
