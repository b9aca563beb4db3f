using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Matching.Normalising;

/// <summary>Whether the part of an e-mail address before the @ is made of the person's name.</summary>
internal static class MailboxName
{
    private static readonly Regex Separators = new("[^a-z]+", RegexOptions.CultureInvariant);
    private static readonly Regex LongNumber = new("[0-9]{2,}", RegexOptions.CultureInvariant);

    /// <summary>
    /// True where every part of the local part is a forename, a surname, a form of the forename, an initial, or two of these run together (jane.doe,
    /// jdoe, doej).
    /// A number of two or more digits makes the address one's own: two namesakes do not choose the same.
    /// </summary>
    public static bool IsMadeOf(string local, PersonName name)
    {
        if (LongNumber.IsMatch(local) || name.IsEmpty)
            return false;

        var parts = Separators.Split(local).Where(part => part.Length > 0).ToArray();
        return parts.Length > 0 && parts.All(part => Covers(part, name, depth: 0));
    }

    private static bool Covers(string rest, PersonName name, int depth)
    {
        if (rest.Length == 0)
            return true;
        if (depth == 4)
            return false;

        foreach (var word in name.Given.Concat(name.Surnames))
        {
            if (rest.StartsWith(word, StringComparison.Ordinal) && Covers(rest.Substring(word.Length), name, depth + 1))
                return true;
            if (rest[0] == word[0] && Covers(rest.Substring(1), name, depth + 1))
                return true;
        }

        // A short form of the forename comes first: bob.smith for Robert Smith.
        for (var length = Math.Min(rest.Length, 10); depth == 0 && length >= 2 && name.Forename.Length > 0; length--)
        {
            if (NameForms.AreOne(rest.Substring(0, length), name.Forename) && Covers(rest.Substring(length), name, depth + 1))
                return true;
        }

        return false;
    }
}
