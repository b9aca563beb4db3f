using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Matching.Words;

/// <summary>Brings text to plain lower-case letters and digits, so that two ways of writing one name compare equal.</summary>
internal static class Letters
{
    /// <summary>How many characters of a value are compared. The longest real names and addresses are well below; more is damage or abuse.</summary>
    public const int Longest = 300;

    // Letters that Unicode does not decompose into a base letter and a mark.
    private static readonly Dictionary<char, string> Undecomposed = new()
    {
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ł'] = "l",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ŋ'] = "ng",
        ['ə'] = "e",
    };

    // Reading two hundred thousand records is mostly this: each thread keeps its memory.
    [ThreadStatic]
    private static char[]? _buffer;

    /// <summary>
    /// Folds a text to lower case without marks. Apostrophes are dropped (O'Brien is one word), and "&amp;" and "+" become words. Every other sign and every
    /// control or direction character separates or vanishes. At most <see cref="Longest"/> characters are read.
    /// </summary>
    /// <returns>The folded text.</returns>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var shortened = text!.Length > Longest ? text.Substring(0, Longest) : text;
        var decomposed = IsAscii(shortened) ? shortened : Whole(shortened).Normalize(NormalizationForm.FormKD);
        var folded = _buffer ??= new char[4 * Longest];
        var length = 0;
        foreach (var character in decomposed)
        {
            if (length + 4 > folded.Length)
                break;
            Append(folded, ref length, character);
        }

        while (length > 0 && folded[length - 1] == ' ')
            length--;
        return new(folded, 0, length);
    }

    /// <summary>The words of a text after <see cref="Fold"/>.</summary>
    public static string[] Split(string? text) => Fold(text).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An identifier in lower case without white space and invisible characters; every other sign of it counts.</summary>
    public static string Identifier(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var identifier = new StringBuilder();
        foreach (var character in WrittenId.Visible(text!.Length > Longest ? text.Substring(0, Longest) : text))
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
                identifier.Append(char.ToLowerInvariant(character));
        }

        return identifier.ToString();
    }

    /// <summary>The digits of a text; Arabic-Indic and full-width digits count as what they mean.</summary>
    public static string Digits(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var digits = new StringBuilder();
        foreach (var character in text!.Length > Longest ? text.Substring(0, Longest) : text)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (value >= 0)
                digits.Append((char)('0' + value));
        }

        return digits.ToString();
    }

    private static void Append(char[] folded, ref int length, char character)
    {
        if (character is >= 'a' and <= 'z' or >= '0' and <= '9')
            folded[length++] = character;
        else if (character is >= 'A' and <= 'Z')
            folded[length++] = (char)(character + ('a' - 'A'));
        else if (character == ' ')
            Separate(folded, ref length);
        else
            AppendOther(folded, ref length, char.ToLowerInvariant(character));
    }

    private static void AppendOther(char[] folded, ref int length, char lower)
    {
        if (Undecomposed.TryGetValue(lower, out var spelled))
        {
            foreach (var letter in spelled)
                folded[length++] = letter;
            return;
        }

        if (lower is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or 'ʻ' or '′')
            return;

        switch (CharUnicodeInfo.GetUnicodeCategory(lower))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format:
                return;
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ModifierLetter:
                folded[length++] = lower;
                return;
        }

        Separate(folded, ref length);
        if (lower is not '&' and not '+')
            return;
        folded[length++] = '&';
        folded[length++] = ' ';
    }

    private static void Separate(char[] folded, ref int length)
    {
        if (length > 0 && folded[length - 1] != ' ')
            folded[length++] = ' ';
    }

    private static bool IsAscii(string text)
    {
        foreach (var character in text)
        {
            if (character > 127)
                return false;
        }

        return true;
    }

    // Half of a surrogate pair, for instance where a text was cut, cannot be normalised.
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                whole.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                whole.Append(text[i]).Append(text[++i]);
            else
                whole.Append(' ');
        }

        return whole.ToString();
    }
}
