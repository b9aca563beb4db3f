using System;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>Compares where two organisations are: postcode and address are one piece of evidence.</summary>
/// <param name="records">How many records both sides have together.</param>
internal sealed class PlaceComparison(int records)
{
    // Postcodes are shared by about fifteen addresses of the whole country: a short list does not make one rarer than that.
    private const double AllPlaces = 10_000;

    /// <summary>What the places show, and their weight in bits.</summary>
    public (Sign Signs, float Weight) Compare(OrganisationProfile left, OrganisationProfile right)
    {
        var sameAddress = left.Address is not null && right.Address is not null && left.Address.IsSamePlaceAs(right.Address);
        if (left.Postcode is { } mine && right.Postcode is { } theirs)
            return Postcodes(left, mine, right, theirs, sameAddress);
        return Addresses(left.Address, right.Address, sameAddress);
    }

    private static (Sign Signs, float Weight) Addresses(PostalAddress? mine, PostalAddress? theirs, bool same)
    {
        if (mine is null || theirs is null)
            return (Sign.None, 0);
        if (same)
            return (Sign.SameAddress, OrganisationWeights.SameAddress);
        if (mine.IsOtherHouseThan(theirs, ofOnePostcode: false))
            return (Sign.OtherHouse, OrganisationWeights.OtherHouse);
        return mine.SharesNothingWith(theirs) ? (Sign.OtherAddress, OrganisationWeights.OtherAddress) : (Sign.None, 0);
    }

    private (Sign Signs, float Weight) Postcodes(OrganisationProfile left, Postcode mine, OrganisationProfile right, Postcode theirs, bool sameAddress)
    {
        if (mine.Full && mine == theirs)
        {
            // One postcode is about fifteen addresses: where the houses differ, it says no more than that they are neighbours.
            if (left.Address is { } here && right.Address is { } there && here.IsOtherHouseThan(there, ofOnePostcode: true))
                return (Sign.SamePostcode | Sign.OtherHouse, OrganisationWeights.SameOutward + OrganisationWeights.OtherHouse);
            var bits = LikelihoodRatio.Bits(OrganisationWeights.SamePostcode, right.PostcodeHolders / (records + AllPlaces));
            return (Sign.SamePostcode, Math.Min(OrganisationWeights.MostOfPlace, bits));
        }

        if (mine.Full && theirs.Full)
        {
            if (sameAddress && (TypingError.Between(mine.Whole, theirs.Whole) || mine.Outward == theirs.Outward))
                return (Sign.PostcodeTypo, OrganisationWeights.PostcodeTypo);
            return (Sign.OtherPostcode, mine.Outward == theirs.Outward ? OrganisationWeights.OtherPostcodeNearby : OrganisationWeights.OtherPostcode);
        }

        if (sameAddress && TypingError.Between(mine.Outward, theirs.Outward))
            return (Sign.PostcodeTypo, OrganisationWeights.PostcodeTypo);
        if (mine.Outward != theirs.Outward)
            return (Sign.OtherPostcode, OrganisationWeights.OtherPostcode);
        var (signs, weight) = Addresses(left.Address, right.Address, sameAddress);
        return sameAddress ? (signs, weight) : (signs | Sign.SameOutward, weight + OrganisationWeights.SameOutward);
    }
}
