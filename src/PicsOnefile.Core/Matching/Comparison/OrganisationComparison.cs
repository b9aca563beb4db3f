using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares what organisations alone have: places, web domains and employer numbers, and whether another branch may be meant.</summary>
/// <param name="records">How many records both sides have together.</param>
/// <param name="unseenPostcodes">How many others are expected to have a postcode that nobody else of the lists has.</param>
internal sealed class OrganisationComparison(int records, double unseenPostcodes)
{
    // Postcode and address are one piece of evidence: addresses are asked where the postcodes do not say.
    private static readonly FieldComparison<OrganisationPair> Postcodes = new(Level.SamePostcode, Level.PostcodeTypo, Level.OtherPostcode, Level.SameOutward);

    private static readonly FieldComparison<OrganisationPair> Houses = new(Level.SameHouse);
    private static readonly FieldComparison<OrganisationPair> Addresses = new(Level.SameAddress, Level.SameStreet, Level.OtherHouse, Level.OtherAddress);
    private static readonly FieldComparison<OrganisationPair> Domains = new(Level.SameDomain);
    private static readonly FieldComparison<OrganisationPair> EmployerNumbers = new(Level.SameEdrs, Level.OtherEdrs);
    private static readonly FieldComparison<OrganisationPair> Branches = new(Level.SeveralBranches);

    /// <summary>The pair, measured.</summary>
    /// <param name="left">The placement.</param>
    /// <param name="right">The organisation.</param>
    public OrganisationPair Measure(OrganisationProfile left, OrganisationProfile right) => new(left, right, records, unseenPostcodes);

    /// <summary>Adds the levels of the places that hold.</summary>
    /// <param name="pair">The records.</param>
    /// <param name="tally">What was shown so far.</param>
    public static void ComparePlaces(in OrganisationPair pair, ref Tally tally)
    {
        if (pair.BothHavePostcodes)
        {
            Postcodes.Compare(in pair, ref tally);
            Houses.Compare(in pair, ref tally);
        }

        if (pair.AsksAddresses)
            Addresses.Compare(in pair, ref tally);
    }

    /// <summary>Adds the levels that depend on names, places and contacts.</summary>
    /// <param name="pair">The records.</param>
    /// <param name="tally">What was shown so far.</param>
    public static void CompareRest(in OrganisationPair pair, ref Tally tally)
    {
        var part = tally.Part();
        Domains.Compare(in pair, ref part);
        EmployerNumbers.Compare(in pair, ref part);
        Branches.Compare(in pair, ref part);
        tally.Add(in part);
    }
}
