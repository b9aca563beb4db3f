using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>Whether two forenames that look alike are one with a typing error, or two people's: brother and sister, husband and wife, twins.</summary>
internal static class TwoForenames
{
    // In a shorter name one letter is too much of the whole.
    private const int FewestLetters = 4;

    // What makes a woman's name of a man's: Emil and Emilia, Daniel and Danielle, Valentin and Valentina, Henri and Henriette.
    private static readonly HashSet<string> Feminine = WordList.Load(WordLists.WordEndings).Words("feminine");

    /// <summary>True where one is the other with one typing error, and they are not two names that people bear.</summary>
    public static bool IsTypingError(string left, string right) =>
        Math.Min(left.Length, right.Length) >= FewestLetters && TypingError.Between(left, right) && !AreTwo(left, right);

    /// <summary>
    /// True for two names of their own that a typing error, or an ending, lies between: nothing shows which it is, and the initial is no evidence.
    /// </summary>
    public static bool AreTwo(string left, string right) =>
        !NameForms.AreOne(left, right)
        && (DifferInGender(left, right) || (TypingError.Between(left, right) && KnownForenames.Has(left) && KnownForenames.Has(right)));

    /// <summary>True where the last vowel or the ending is another gender's: Francisco and Francisca, Shahid and Shahida, Emil and Emilia.</summary>
    public static bool DifferInGender(string left, string right)
    {
        if (Math.Min(left.Length, right.Length) < 3)
            return false;
        if (left.Length == right.Length)
            return left != right
                && IsVowel(left[left.Length - 1])
                && IsVowel(right[right.Length - 1])
                && string.CompareOrdinal(left, 0, right, 0, left.Length - 1) == 0;
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        if (!longer.StartsWith(shorter, StringComparison.Ordinal) || !Feminine.Contains(longer.Substring(shorter.Length)))
            return false;

        // A short form (Val, Ros) takes the same endings; only a given name of its own has another gender.
        return longer.Length == shorter.Length + 1 || shorter.Length >= FewestLetters || KnownForenames.Has(shorter);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
