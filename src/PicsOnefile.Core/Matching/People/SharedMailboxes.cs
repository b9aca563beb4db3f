using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.People;

/// <summary>
/// Whether an e-mail address that is made of a name is one person's in these lists. In a real domain no two people have one mailbox, so that such an address,
/// unlike the name it repeats, is identifying. Where namesakes of a list do hold one address, it is made up or typed from the name, and says
/// no more than the name.
/// </summary>
internal static class SharedMailboxes
{
    // One person entered twice may explain two of them.
    private const int FewestCases = 3;

    // Different telephone numbers prove two people: then few cases are enough. Without, they may be people entered twice, and it takes many.
    private const double MostProven = 0.03;
    private const double MostUnproven = 0.3;

    /// <summary>True where several namesakes among the officers hold one address made of their name.</summary>
    public static bool AmongNamesakes(IEnumerable<PersonProfile> officers)
    {
        var (proven, unproven, apart) = (0, 0, 0);
        foreach (var namesakes in officers.Where(one => one.EmailFromName).GroupBy(NameOf, StringComparer.Ordinal))
        {
            var first = namesakes.First();
            foreach (var other in namesakes.Skip(1))
            {
                if (first.Telephones.Any(other.Telephones.Contains))
                    continue;
                if (other.Email!.Whole != first.Email!.Whole)
                    apart++;
                else if (first.Telephones.Count > 0 && other.Telephones.Count > 0)
                    proven++;
                else
                    unproven++;
            }
        }

        var all = proven + unproven + apart;
        return (proven >= FewestCases && proven >= MostProven * all) || (proven + unproven >= FewestCases && proven + unproven >= MostUnproven * all);
    }

    private static string NameOf(PersonProfile person) => person.Person.AllGiven + " " + person.Person.SurnameKey;
}
