using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Contacts;

/// <summary>A telephone number, read for comparing.</summary>
/// <param name="Key">What equal numbers have in common: the national significant number of a British number, otherwise all digits.</param>
/// <param name="Mobile">True for a British mobile number, which is one person's.</param>
internal readonly record struct TelephoneNumber(string Key, bool Mobile)
{
    // Fewer digits are an internal extension: too many people share one.
    private const int FewestDigits = 4;

    // Fewer digits beside a slash are an area code or another ending, not a number by themselves.
    private const int FewestOfWhole = 6;

    /// <summary>
    /// Reads the numbers of a field; several may be separated by ",", ";", "or", or a "/" between whole numbers. A British number is recognised in national (0113 ...),
    /// international (+44, 0044)
    /// and mixed form (+44 (0)113 ...), also without its leading zero where a spreadsheet took it (Ofcom's National Telephone Numbering Plan: ten,
    /// some nine, digits after the 0).
    /// Any other number is kept as its digits: it is still evidence when equal.
    /// </summary>
    public static IEnumerable<TelephoneNumber> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text!.Length > Letters.Longest)
            yield break;

        foreach (var part in text.Replace(" or ", ";").Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var one in SlashesRead(part))
            {
                if (ReadOne(one) is { } number)
                    yield return number;
            }
        }
    }

    // A slash stands between two numbers (0113 496 0101 / 07700 900123), behind an area code (310/246-1501), or before another ending (0113 496 0101/2).
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

        if (digits.Length < FewestDigits || IsFiller(digits))
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

    // 00000 and 11111 are typed where a form insists on a number.
    private static bool IsFiller(string digits)
    {
        var body = digits.TrimStart('0');
        if (body.Length == 0)
            return true;
        foreach (var digit in body)
        {
            if (digit != body[0])
                return body is "123456789" or "1234567890" or "12345678" or "1234567";
        }

        return true;
    }
}
