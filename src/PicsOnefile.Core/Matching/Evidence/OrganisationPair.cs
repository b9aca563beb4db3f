using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Evidence;

/// <summary>A placement and an organisation, compared by all but their names.</summary>
/// <param name="left">The placement.</param>
/// <param name="right">The organisation.</param>
/// <param name="records">How many records both sides have together.</param>
/// <param name="unseenPostcodes">How many others are expected to have a postcode that nobody else of the lists has.</param>
internal readonly struct OrganisationPair(OrganisationProfile left, OrganisationProfile right, int records, double unseenPostcodes)
{
    public OrganisationProfile Left { get; } = left;

    public OrganisationProfile Right { get; } = right;

    public int Records { get; } = records;

    public double UnseenPostcodes { get; } = unseenPostcodes;

    /// <summary>True where street, house and town are the same.</summary>
    public bool SameAddress { get; } = left.Address is not null && right.Address is not null && left.Address.IsSamePlaceAs(right.Address);

    /// <summary>True where a number of both addresses is the same, and none contradicts.</summary>
    public bool SameHouse =>
        Left.Address is { } here && Right.Address is { } there && here.Premises.Agree(there.Premises) && !here.Premises.Contradict(there.Premises);

    /// <summary>True where both have a postcode.</summary>
    public bool BothHavePostcodes { get; } = left.Postcode is not null && right.Postcode is not null;

    /// <summary>True where the postcodes do not say whether the places are the same, so that the addresses are asked.</summary>
    public bool AsksAddresses { get; } =
        left.Postcode is not { } mine || right.Postcode is not { } theirs || (!(mine.Full && theirs.Full) && mine.Outward == theirs.Outward);
}
