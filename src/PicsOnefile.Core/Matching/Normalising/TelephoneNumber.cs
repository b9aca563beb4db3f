using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>A telephone number, read for comparing.</summary>
/// <param name="Key">What equal numbers have in common: the national significant number of a British number, otherwise all digits.</param>
/// <param name="Mobile">True for a British mobile number, which is one person's.</param>
internal readonly record struct TelephoneNumber(string Key, bool Mobile)
{
    // Fewer digits are an internal extension: too many people share one.
    private const int FewestDigits = 4;

    // Fewer digits beside a slash are an area code or another ending, not a number by themselves.
    private const int FewestOfWhole = 6;

    // A British number with its leading zero has ten or eleven digits; fewer than this are an area code or a piece.
    private const int FewestOfNational = 9;

    // More equal or counting digits in a row than a real number has, and zeros with which no exchange ends a number.
    private const int LongestRun = 8;
    private const int MostZeros = 5;

    // 4.477E+11 is what a spreadsheet shows of a number and saves: the distinguishing digits are lost.
    private static readonly Regex Scientific = new(@"(?<![\w.,])[0-9]{1,3}([.,][0-9]+)?\s?[eE]\s?\+?\s?[0-9]{1,2}(?!\w)", RegexOptions.CultureInvariant);
    private static readonly Regex Date = new(
        @"(?<![0-9./-])(0?[1-9]|[12][0-9]|3[01])[./](0?[1-9]|1[0-2])[./]([0-9]{4}|[0-9]{2})(?!\s*[./-]?\s*[0-9])",
        RegexOptions.CultureInvariant
    );

    /// <summary>
    /// Reads the numbers of a field; several may be separated by ",", ";", "or", or a "/" between whole numbers. A British number is recognised in
    /// national (0113 ...), international (+44, 0044) and mixed form (+44 (0)113 ...), also without its leading zero where a spreadsheet took it (Ofcom's
    /// National Telephone Numbering Plan: ten, some nine, digits after the 0). Any other number is kept as its digits: it is still evidence when equal.
    /// Placeholders are left out: digits that count or repeat, an area code alone, a date, a number that a spreadsheet rounded.
    /// </summary>
    public static IEnumerable<TelephoneNumber> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text!.Length > Letters.Longest)
            yield break;

        foreach (var part in WithoutOtherFigures(text).Replace(" or ", ";").Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var one in SlashesRead(part))
            {
                if (ReadOne(one) is { } number)
                    yield return number;
            }
        }
    }

    private static string WithoutOtherFigures(string text) =>
        text.IndexOfAny(['e', 'E', '/', '.']) < 0 ? text : Date.Replace(Scientific.Replace(text, ";"), ";");

    // A slash separates two numbers (0113 496 0101 / 07700 900123), behind an area code (310/246-1501), or before another ending (0113 496 0101/2).
    private static IEnumerable<string> SlashesRead(string text)
    {
        var (code, seen) = ("", false);
        foreach (var part in text.Split('/'))
        {
            var digits = Letters.Digits(part).Length;
            if (digits == 0)
                continue;
            if (code.Length == 0 && digits < FewestOfWhole && !seen)
            {
                code = part;
                continue;
            }

            if (code.Length > 0 || digits >= FewestOfWhole)
                yield return code + part;
            (code, seen) = ("", true);
        }

        if (code.Length > 0)
            yield return code;
    }

    private static TelephoneNumber? ReadOne(string text)
    {
        var lower = text.ToLowerInvariant();
        var extension = lower.IndexOf('x');
        var main = extension >= 0 ? lower.Substring(0, extension) : lower;
        var international = main.IndexOf('+') >= 0;
        var digits = Letters.Digits(main);
        if (digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > 9)
        {
            international = true;
            digits = digits.Substring(2);
        }

        if (digits.Length < FewestDigits || IsNobodys(digits) || (digits.Length < FewestOfWhole && main.Any(char.IsLetter)))
            return null;

        var national = National(digits, international);
        return national is null
            ? new(international ? "+" + digits : digits.TrimStart('0'), false)
            : new(national, national.Length == 10 && national[0] == '7' && national[1] is not '0' and not '6');
    }

    private static string? National(string digits, bool international)
    {
        if (digits.StartsWith("44", StringComparison.Ordinal) && digits.Length is >= 11 and <= 13)
            digits = digits.Substring(2).TrimStart('0');
        else if (international)
            return null;
        else if (digits[0] == '0')
            digits = digits.Substring(1);

        return digits.Length is 9 or 10 && digits[0] is >= '1' and <= '9' and not '4' and not '6' ? digits : null;
    }

    // 00000, 07123 456789 and 01904 000000 are typed where a form insists on a number; 01904 is an area code alone.
    private static bool IsNobodys(string digits) =>
        Placeholders.IsRun(digits)
        || digits.TrimStart('0') is ""
        || Placeholders.IsRun(digits.TrimStart('0'))
        || (digits[0] == '0' && digits.Length < FewestOfNational)
        || digits.Length - digits.TrimEnd('0').Length > MostZeros
        || Math.Max(Placeholders.LongestRun(digits, 0), Math.Max(Placeholders.LongestRun(digits, 1), Placeholders.LongestRun(digits, -1))) > LongestRun;
}
