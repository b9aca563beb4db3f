using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>
/// Whether an e-mail address that is made of a name is one person's in these lists. In a real domain no two people have one mailbox, so that such an address,
/// unlike the name it repeats, is identifying. Where namesakes of a list do hold one address, it is made up or typed from the name, and says
/// no more than the name; and where a name is very common, that is too likely to be left to the lists to show.
/// </summary>
internal sealed class SharedMailboxes
{
    // One person entered twice may explain two of them.
    private const int FewestCases = 3;

    // Different telephone numbers prove two people: then few cases are enough. Without, they may be people entered twice, and it takes more.
    private const double MostProven = 0.03;
    private const double MostUnproven = 0.05;

    // Of a name that so many records are expected to bear by chance, two bearers are two people rather than one entered twice.
    private const double LikelyNamesakes = 0.05;

    // A name that so many others are expected to bear by chance has namesakes whose addresses somebody may have mixed up or made up.
    private const double Common = 0.2;

    // Of two strangers of one name in one house, how many get the same address made of it: what is thought beforehand is a mix-up, for the mailboxes of one
    // domain are distinct. It counts as so many pairs of namesakes.
    private const double Thought = 0.01;
    private const double PriorNamesakes = 10;

    private readonly bool _shared;

    /// <summary>Looks at the namesakes among the officers.</summary>
    public SharedMailboxes(IEnumerable<PersonProfile> officers, NameCounts counts)
    {
        var (proven, unproven, apart) = (0, 0, 0);
        foreach (var namesakes in officers.Where(one => one.EmailFromName).GroupBy(NameOf, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var first = namesakes.First();
            var likely = counts.ExpectedNamesakes(first.Person) >= LikelyNamesakes;
            foreach (var other in namesakes.Skip(1))
            {
                if (first.Telephones.Any(other.Telephones.Contains))
                    continue;
                if (other.Email!.Whole != first.Email!.Whole)
                    apart++;
                else if (first.Telephones.Count > 0 && other.Telephones.Count > 0)
                    proven++;
                else if (likely)
                    unproven++;
            }
        }

        var all = proven + unproven + apart;
        OfNamesakes = (proven + unproven + (Thought * PriorNamesakes)) / (all + PriorNamesakes);
        _shared = (proven >= FewestCases && proven >= MostProven * all) || (proven + unproven >= FewestCases && proven + unproven >= MostUnproven * all);
    }

    /// <summary>The share of namesakes who have one address made of their name.</summary>
    public double OfNamesakes { get; }

    /// <summary>True where an address made of a name that so many others are expected to bear by chance may be several people's.</summary>
    public bool Among(double expectedOthers) => _shared || expectedOthers >= Common;

    private static string NameOf(PersonProfile person) => person.Person.AllGiven + " " + person.Person.SurnameKey;
}
