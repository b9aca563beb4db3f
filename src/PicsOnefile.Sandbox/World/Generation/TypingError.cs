using System.Collections.Generic;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>One slip of the keyboard: letters changed round, left out, doubled, or the key beside.</summary>
public static class TypingError
{
    private static readonly Dictionary<char, string> Neighbours = new()
    {
        ['a'] = "sq",
        ['b'] = "vn",
        ['c'] = "xv",
        ['d'] = "sf",
        ['e'] = "wr",
        ['f'] = "dg",
        ['g'] = "fh",
        ['h'] = "gj",
        ['i'] = "uo",
        ['j'] = "hk",
        ['k'] = "jl",
        ['l'] = "k",
        ['m'] = "n",
        ['n'] = "bm",
        ['o'] = "ip",
        ['p'] = "o",
        ['q'] = "w",
        ['r'] = "et",
        ['s'] = "ad",
        ['t'] = "ry",
        ['u'] = "yi",
        ['v'] = "cb",
        ['w'] = "qe",
        ['x'] = "zc",
        ['y'] = "tu",
        ['z'] = "x",
    };

    /// <summary>The word with one slip that really changes it, never in the first letter; a word of fewer than three letters gets one letter more.</summary>
    public static string In(string word, Draw draw)
    {
        if (word.Length < 3)
            return word + "e";
        var at = draw.Between(1, word.Length - 2);
        var slipped = draw.Below(4) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word[..at] + word[(at + 1)..],
            2 => word[..at] + word[at] + word[at..],
            _ => Neighbours.TryGetValue(char.ToLowerInvariant(word[at]), out var keys)
                ? word[..at] + draw.Pick(keys.ToCharArray()) + word[(at + 1)..]
                : word[..at] + word[(at + 1)..],
        };
        return slipped == word ? word[..at] + word[(at + 1)..] : slipped;
    }
}
