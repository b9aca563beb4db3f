using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Records;

/// <summary>
/// Reads the codes that Onefile shows in square brackets after a learning aim's title: the LARS code of an apprenticeship standard and two letters for
/// the component (196AS), or another qualification's own number (603/2863/2).
/// </summary>
public static class OnefileCode
{
    // LARS codes of standards have two or three digits, newer ones more; the two letters are Onefile's (vendor help pages).
    private static readonly Regex StandardPattern = new(@"^0*([1-9][0-9]{0,5})\s*(AS|OP|GW|EP)$", RegexOptions.CultureInvariant);

    /// <summary>What a code says.</summary>
    /// <param name="Code">The code without blanks, in capital letters.</param>
    /// <param name="StandardCode">The LARS code of the standard without leading zeros, or null for another qualification.</param>
    /// <param name="Component">The component, or null for another qualification.</param>
    public sealed record Parts(string Code, string? StandardCode, StandardComponentKind? Component);

    /// <summary>Takes a code apart; null where there is none.</summary>
    /// <param name="text">The code in any letter case, with blanks around or inside.</param>
    public static Parts? Parse(string? text)
    {
        var visible = WrittenId.Visible(text ?? "").ToUpperInvariant();
        var code = new string([.. visible.Where(c => !char.IsWhiteSpace(c))]);
        if (code.Length == 0)
            return null;
        // Only a blank is allowed between the number and the letters: 8 3AS is no standard.
        var match = StandardPattern.Match(visible);
        return match.Success ? new Parts(code, match.Groups[1].Value, StandardComponents.FromLetters(match.Groups[2].Value)) : new Parts(code, null, null);
    }
}
