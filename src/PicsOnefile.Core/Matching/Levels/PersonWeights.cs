namespace PicsOnefile.Matching.Levels;

/// <summary>
/// How often each level of agreement is seen among true pairs of people (the m of Fellegi and Sunter). Estimates of ours, rounded: administrative lists of
/// British staff, in which about one record in ten has another form of the forename and one in fifty another surname.
/// </summary>
internal static class PersonWeights
{
    public const double SameForename = 0.82;
    public const double ForenameForm = 0.08;
    public const double ForenameInitial = 0.03;
    public const double MiddleNameUsed = 0.015;
    public const double ForenameTypo = 0.025;
    public const double OtherForename = 0.01;

    public const double SameSurname = 0.93;
    public const double SurnamePart = 0.01;
    public const double SurnameTypo = 0.025;
    public const double SurnameAlike = 0.005;
    public const double OtherSurname = 0.025;

    /// <summary>Bits for a middle name, its initial, or a generation that contradicts.</summary>
    public const float OtherMiddleName = -4;

    /// <summary>Bits for a middle name that agrees.</summary>
    public const float SameMiddleName = 3;

    /// <summary>
    /// Bits for forename and surname in each other's place: one record in fifty, and strangers' names agree crosswise as seldom as straight.
    /// </summary>
    public const float Swapped = -5;

    /// <summary>Bits for senior against junior.</summary>
    public const float OtherGeneration = -6;

    /// <summary>An initial is shared by about one stranger in twelve.</summary>
    public const double InitialShare = 0.08;

    /// <summary>A word within one typing error of a name is borne by more strangers than the name itself, by about this factor.</summary>
    public const double TypoNeighbours = 3;

    /// <summary>E-mail addresses and telephone numbers.</summary>
    public static readonly ContactRates Contacts = new(SameEmail: 0.8, DifferentEmail: 0.15, SameTelephone: 0.75, DifferentTelephone: 0.2);
}
