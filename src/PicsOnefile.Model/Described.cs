using System.Linq;

namespace PicsOnefile;

/// <summary>The few words of an object in a message, a title or a log: its ID and its name, and nothing else of it.</summary>
internal static class Described
{
    /// <summary>Joins what is there.</summary>
    public static string By(params string?[] parts) => string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Describes a pair by its two sides.</summary>
    public static string Pair(ILinkPair pair) =>
        string.Join(" - ", new[] { By(pair.Ident, pair.PicsWebName), By(pair.OnefileId, pair.OnefileName) }.Where(side => side.Length > 0));
}
