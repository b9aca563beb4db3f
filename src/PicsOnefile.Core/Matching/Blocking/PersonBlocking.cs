using System.Collections.Generic;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Blocking;

/// <summary>The keys under which a person is found: two people are compared when they share at least one that is not too common.</summary>
internal static class PersonBlocking
{
    /// <summary>Writes the keys of a record.</summary>
    public static void Keys(PersonProfile person, List<ulong> keys)
    {
        if (person.MisKey.Length > 0)
        {
            keys.Add(BlockKey.Of('i', person.MisKey.TrimStart('0')));
        }

        if (person.Email is { } email)
        {
            keys.Add(BlockKey.Of('e', email.Whole));
            if (!email.OfRole && email.Local.Length >= 5)
                keys.Add(BlockKey.Of('l', email.Local));
        }

        foreach (var telephone in person.Telephones)
            keys.Add(BlockKey.Of('t', telephone.Key));

        AddNames(person.Person, keys);
    }

    private static void AddNames(PersonName name, List<ulong> keys)
    {
        // Both names in alphabetical order, so that swapped ones meet; every word of either, so that parts and middle names do.
        foreach (var surname in name.Surnames)
        {
            keys.Add(BlockKey.Of('w', surname));
            foreach (var given in name.Given)
                keys.Add(Pair(given, surname));
            AddDeletions(surname, name.Forename.Length > 0 ? name.Forename[0] : '-', keys);
        }

        if (name.Surnames.Length > 1)
            keys.Add(BlockKey.Of('w', name.SurnameKey));
        if (name.AllGiven.Length > 1)
            keys.Add(BlockKey.Of('w', name.AllGiven));

        foreach (var given in name.Given)
        {
            if (given.Length > 1)
                keys.Add(BlockKey.Of('w', given));
            foreach (var line in NameForms.LinesOf(given))
                keys.Add(BlockKey.Of('f', name.Surname, line));
        }

        if (name.Forename.Length > 0)
        {
            keys.Add(BlockKey.Of('n', name.Surname, name.Forename[0]));
            AddDeletions(name.Forename, name.Surname.Length > 0 ? name.Surname[0] : '-', keys);
        }
    }

    private static ulong Pair(string a, string b) =>
        string.CompareOrdinal(a, b) <= 0 ? BlockKey.Of('p', a + " " + b) : BlockKey.Of('p', b + " " + a);

    // Two words within one typing error share a form with one letter left out (symmetric deletion).
    private static void AddDeletions(string word, int beside, List<ulong> keys)
    {
        if (word.Length is < 4 or > 24)
            return;
        keys.Add(BlockKey.Of('d', word, beside));
        for (var i = 0; i < word.Length; i++)
        {
            if (i == 0 || word[i] != word[i - 1])
                keys.Add(BlockKey.Of('d', word, beside, without: i));
        }
    }
}
