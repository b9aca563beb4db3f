using System;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The postcodes are the same. One postcode is about fifteen addresses: where the houses differ, it says no more than that they are
/// neighbours.</summary>
/// <remarks>An estimate, rounded: administrative lists in which a third of the names is written in another way and a quarter of the addresses is old
/// or missing.</remarks>
internal sealed class SamePostcode : ComparisonLevel<OrganisationPair>
{
    private const double M = 0.7;
    private const float Most = 18;

    // Postcodes are shared by about fifteen addresses of the whole country: a short list does not make one rarer than that.
    private const double PseudoCount = 10_000;

    public override string Words => "same postcode";

    public override Role Role => Role.Place | Role.SecondAccount | Role.Confirms;

    public override bool Holds(in OrganisationPair pair, LevelSet seen) => pair.Left.Postcode!.Value.Full && pair.Left.Postcode == pair.Right.Postcode;

    public override float Bits(in OrganisationPair pair) =>
        OthersHouse(pair)
            ? SameOutward.Weight + OtherHouse.Weight
            : Math.Min(Most, LikelihoodRatio.Bits(M, LikelihoodRatio.Share(pair.Right.PostcodeFrequency, pair.Records, pair.UnseenPostcodes, PseudoCount)));

    public override LevelSet Implies(in OrganisationPair pair) => OthersHouse(pair) ? Level.OtherHouse : default(LevelSet);

    private static bool OthersHouse(in OrganisationPair pair) =>
        pair.Left.Address is { } here && pair.Right.Address is { } there && here.IsOtherHouseThan(there, ofOnePostcode: true);
}
