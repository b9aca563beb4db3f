using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>Values that people type where a form insists on one. Two records with the same placeholder have nothing in common.</summary>
internal static class Placeholders
{
    private const int ShortestRun = 4;

    private static readonly WordList List = WordList.Load(WordLists.Placeholders);

    // Written without blanks and signs: "n/a" is "na", "No e-mail" is "noemail".
    private static readonly HashSet<string> Fields = List.Words("field");

    private static readonly HashSet<string> Mailboxes = List.Words("mailbox");

    private static readonly HashSet<string> Domains = List.Words("domain");

    // The pseudo-postcodes of British statistics begin with ZZ99; no place has these areas.
    private static readonly HashSet<string> PostcodeAreas = List.Words("postcode-area");
    private static readonly HashSet<string> Postcodes = List.Words("postcode");

    /// <summary>True for a text that says that there is no value.</summary>
    public static bool IsField(string? text) => Fields.Contains(Plain(text));

    /// <summary>True for digits that are one digit throughout or counted up or down, as 000000 or 123456.</summary>
    public static bool IsRun(string digits) =>
        digits.Length >= ShortestRun
        && (LongestRun(digits, 0) == digits.Length || LongestRun(digits, 1) == digits.Length || LongestRun(digits, -1) == digits.Length);

    /// <summary>The length of the longest piece in which each digit is the one before it and so much more; 0 follows 9.</summary>
    public static int LongestRun(string digits, int step)
    {
        var (longest, length) = (0, 0);
        for (var i = 0; i < digits.Length; i++)
        {
            length = i > 0 && digits[i] - '0' == (digits[i - 1] - '0' + step + 10) % 10 ? length + 1 : 1;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    /// <summary>Whether an e-mail address in lower case is a placeholder: by its mailbox, by its domain, or by one or two letters in both.</summary>
    public static bool IsEmail(string local, string domain)
    {
        var (mailbox, name) = (Plain(local).TrimEnd("0123456789".ToCharArray()), Plain(FirstLabel(domain)));
        return Mailboxes.Contains(mailbox) || Domains.Contains(name) || (mailbox == name && name.Length <= 2);
    }

    /// <summary>Whether a web domain in lower case is a placeholder.</summary>
    public static bool IsDomain(string domain) => Domains.Contains(Plain(FirstLabel(domain)));

    /// <summary>True for a text of the form of a British postcode, in capitals without blanks, that is no place's.</summary>
    public static bool IsPostcode(string compact)
    {
        var lower = compact.ToLowerInvariant();
        return Postcodes.Contains(lower) || PostcodeAreas.Contains(new(lower.TakeWhile(char.IsLetter).ToArray()));
    }

    private static string FirstLabel(string domain) => domain.IndexOf('.') is > 0 and var dot ? domain.Substring(0, dot) : domain;

    private static string Plain(string? text) => new(Letters.Fold(text).Where(char.IsLetterOrDigit).ToArray());
}
