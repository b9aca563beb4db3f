namespace PicsOnefile.Matching.Levels;

/// <summary>
/// How often each level of agreement is seen among true pairs of organisations, and what disagreement costs in bits. Estimates of ours, rounded:
/// administrative
/// lists in which a third of the names is written in another way and a quarter of the addresses is old or missing.
/// </summary>
internal static class OrganisationWeights
{
    /// <summary>Words of one name depend on each other (Royal Bank, Primary School): they count for less than the sum.</summary>
    public const float WordsTogether = 0.85f;

    /// <summary>However many rare words agree, a name is one piece of evidence.</summary>
    public const float MostOfName = 22;

    /// <summary>Part of its bits that a word costs when the other name lacks it.</summary>
    public const float MissingWord = 0.5f;

    /// <summary>The most that one missing word costs.</summary>
    public const float MostOfMissingWord = 4;

    /// <summary>Names that have nothing telling in common.</summary>
    public const float OtherName = -8;

    /// <summary>A typing error, an acronym or another number in the name.</summary>
    public const float NameTypo = -3;
    public const float Acronym = 5;
    public const float OtherNumber = -8;
    public const float OtherTownInName = -6;

    /// <summary>Where it is.</summary>
    public const double SamePostcode = 0.7;
    public const float MostOfPlace = 14;
    public const float SameAddress = 9;
    public const float PostcodeTypo = 8;
    public const float SameOutward = 3;
    public const float OtherPostcode = -4;
    public const float OtherPostcodeNearby = -2;
    public const float OtherAddress = -2;
    public const float OtherHouse = -1;

    /// <summary>The web domain: of its own, or one that the name makes likely or that others have too.</summary>
    public const float SameDomain = 6;
    public const float SameDomainByName = 2;

    /// <summary>The EDRS number names the employer, not the branch.</summary>
    public const float SameEdrs = 12;
    public const float OtherEdrs = -6;

    /// <summary>E-mail addresses and telephone numbers; a firm has several of each.</summary>
    public static readonly ContactRates Contacts = new(
        SameEmail: 0.6, DifferentEmail: 0.35, SameTelephone: 0.6, DifferentTelephone: 0.35, RoleMailboxIsOwn: true);
}
