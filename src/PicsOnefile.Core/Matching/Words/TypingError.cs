using System;
using F23.StringSimilarity;

namespace PicsOnefile.Matching.Words;

/// <summary>Whether two words are one word with a typing error.</summary>
internal static class TypingError
{
    private static readonly OptimalStringAlignment Alignment = new();
    private static readonly JaroWinkler Similarity = new();

    /// <summary>
    /// True where one letter was left out, added, mistaken or two neighbours were exchanged (optimal string alignment distance 1). Equal words are no error.
    /// </summary>
    public static bool Between(string left, string right) => MayBe(left, right) && Alignment.Distance(left, right) == 1;

    /// <summary>
    /// True for words that look alike beyond one error (Jaro-Winkler of 0.92 or more, the level at which Winkler's own studies put "close").
    /// </summary>
    public static bool LookAlike(string left, string right) =>
        left.Length >= 4 && right.Length >= 4 && Math.Abs(left.Length - right.Length) <= 3 && Similarity.Similarity(left, right) >= 0.92;

    /// <summary>
    /// True for words that may be one with several errors: two of them, in words of nine letters and more three; in a word of three letters one. Equal
    /// words are no error.
    /// </summary>
    public static bool MayLieBetween(string left, string right)
    {
        var (shorter, longer) = (Math.Min(left.Length, right.Length), Math.Max(left.Length, right.Length));
        var most =
            shorter < 3 ? 0
            : shorter == 3 ? 1
            : longer < 9 ? 2
            : 3;
        return longer - shorter <= most && left != right && OtherLetters(left, right) <= 2 * most && Alignment.Distance(left, right) <= most;
    }

    // Each error changes at most two of the letters that occur; a look at them is far cheaper than an alignment.
    private static int OtherLetters(string left, string right)
    {
        var differing = Occurring(left) ^ Occurring(right);
        var count = 0;
        for (; differing != 0; differing &= differing - 1)
            count++;
        return count;
    }

    private static uint Occurring(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter & 31);
        return letters;
    }

    // A whole alignment is hundreds of times dearer than a look at both ends: all but two letters must agree from the front or the back.
    private static bool MayBe(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return false;

        var shorter = Math.Min(left.Length, right.Length);
        var front = 0;
        while (front < shorter && left[front] == right[front])
            front++;
        var back = 0;
        while (back < shorter - front && left[left.Length - 1 - back] == right[right.Length - 1 - back])
            back++;
        return front + back >= Math.Max(left.Length, right.Length) - 2;
    }
}
