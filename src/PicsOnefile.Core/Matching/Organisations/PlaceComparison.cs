using System;
using PicsOnefile.Matching.Contacts;
using PicsOnefile.Matching.Linkage;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Organisations;

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
            return Postcodes(mine, theirs, sameAddress, right.PostcodeHolders);
        if (left.Address is null || right.Address is null)
            return (Sign.None, 0);
        if (sameAddress)
            return (Sign.SameAddress, OrganisationWeights.SameAddress);
        return left.Address.SharesNothingWith(right.Address) ? (Sign.OtherAddress, OrganisationWeights.OtherAddress) : (Sign.None, 0);
    }

    private (Sign Signs, float Weight) Postcodes(Postcode mine, Postcode theirs, bool sameAddress, int holders)
    {
        if (mine.Full && mine == theirs)
        {
            var bits = LikelihoodRatio.Bits(OrganisationWeights.SamePostcode, holders / (records + AllPlaces));
            return (Sign.SamePostcode, Math.Min(OrganisationWeights.MostOfPlace, bits));
        }

        if (mine.Full && theirs.Full)
        {
            if (sameAddress && (TypingError.Between(mine.Whole, theirs.Whole) || mine.Outward == theirs.Outward))
                return (Sign.PostcodeTypo, OrganisationWeights.PostcodeTypo);
            return (Sign.OtherPostcode, mine.Outward == theirs.Outward ? OrganisationWeights.OtherPostcodeNearby : OrganisationWeights.OtherPostcode);
        }

        return mine.Outward != theirs.Outward ? (Sign.OtherPostcode, OrganisationWeights.OtherPostcode)
            : sameAddress ? (Sign.SameAddress, OrganisationWeights.SameAddress)
            : (Sign.SameOutward, OrganisationWeights.SameOutward);
    }
}
