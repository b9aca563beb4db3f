using System.Collections.Generic;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Blocking;

/// <summary>The keys under which a person is found: two people are compared when they share at least one that is not too common.</summary>
internal static class PersonBlocking
{
    // Digits of a number at its end, beside those in front of them.
    private const int Half = 5;

    /// <summary>Writes the keys of a record.</summary>
    public static void Keys(PersonProfile person, List<ulong> keys)
    {
        if (person.MisKey.Length > 0)
        {
            keys.Add(BlockKey.Create('i', person.MisKey.TrimStart('0')));
        }

        if (person.Email is { } email)
        {
            keys.Add(BlockKey.Create('e', email.Whole));
            if (!email.OfRole && email.Local.Length >= 5)
                keys.Add(BlockKey.Create('l', email.Local));
        }

        foreach (var telephone in person.Telephones)
            AddTelephone(telephone.Key, keys);

        AddNames(person.Person, keys);
    }

    // One wrong digit is in the front or in the back.
    private static void AddTelephone(string digits, List<ulong> keys)
    {
        keys.Add(BlockKey.Create('t', digits));
        if (digits.Length < 2 * Half)
            return;
        keys.Add(BlockKey.Create('b', digits.Substring(0, digits.Length - Half)));
        keys.Add(BlockKey.Create('h', digits.Substring(digits.Length - Half)));
    }

    private static void AddNames(PersonName name, List<ulong> keys)
    {
        // Both names in alphabetical order, so that swapped ones meet; every word of either, so that parts and middle names do.
        foreach (var surname in name.Surnames)
        {
            keys.Add(BlockKey.Create('w', surname));
            foreach (var given in name.Given)
                keys.Add(Pair(given, surname));
            AddDeletions(surname, name.Forename.Length > 0 ? name.Forename[0] : '-', keys);
        }

        if (name.Surnames.Length > 1)
            keys.Add(BlockKey.Create('w', name.SurnameKey));
        if (name.AllGiven.Length > 1)
            keys.Add(BlockKey.Create('w', name.AllGiven));

        foreach (var given in name.Given)
        {
            if (given.Length > 1)
                keys.Add(BlockKey.Create('w', given));
            foreach (var line in NameForms.LinesOf(given))
                keys.Add(BlockKey.Create('f', name.Surname, line));
        }

        if (name.Forename.Length > 1 && name.Surname.Length > 1)
        {
            // Several errors in either seldom touch both beginnings or both ends.
            keys.Add(Pair(name.Forename.Substring(0, 2), name.Surname.Substring(0, 2)));
            keys.Add(Pair(name.Forename.Substring(name.Forename.Length - 2) + "-", name.Surname.Substring(name.Surname.Length - 2) + "-"));
        }

        if (name.Forename.Length > 0)
        {
            keys.Add(BlockKey.Create('n', name.Surname, name.Forename[0]));
            AddDeletions(name.Forename, name.Surname.Length > 0 ? name.Surname[0] : '-', keys);
        }
    }

    private static ulong Pair(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? BlockKey.Create('p', a + " " + b) : BlockKey.Create('p', b + " " + a);

    // Two words within one typing error share a form with one letter left out (symmetric deletion).
    private static void AddDeletions(string word, int beside, List<ulong> keys)
    {
        if (word.Length is < 3 or > 24)
            return;
        keys.Add(BlockKey.Create('d', word, beside));
        for (var i = 0; i < word.Length; i++)
        {
            if (i == 0 || word[i] != word[i - 1])
                keys.Add(BlockKey.Create('d', word, beside, without: i));
        }
    }
}
