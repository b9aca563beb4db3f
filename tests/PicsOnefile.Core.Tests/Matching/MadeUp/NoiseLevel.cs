namespace PicsOnefile.Core.Tests.Matching.MadeUp;

/// <summary>Shares of records, in per cent, that are not as they should be.</summary>
public sealed record NoiseLevel(
    string Name,
    double BothSides,
    double ForenameForm,
    double SurnameChanged,
    double Typo,
    double Swapped,
    double EmailMissing,
    double EmailDifferent,
    double TelephoneMissing,
    double TelephoneDifferent,
    double MisId,
    double Namesake,
    double OtherNameForm,
    double PlaceDifferent,
    double Branch,
    double SharesPlace,
    double Archived,
    double Twice
)
{
    public static readonly NoiseLevel Low = new("low", 95, 3, 0.5, 1, 0.5, 5, 2, 10, 3, 20, 0.5, 10, 10, 5, 1, 5, 0.5);
    public static readonly NoiseLevel Middle = new("middle", 85, 8, 2, 4, 2, 15, 8, 30, 10, 5, 1, 30, 25, 10, 2, 10, 2);
    public static readonly NoiseLevel High = new("high", 70, 15, 4, 8, 5, 35, 20, 50, 20, 0, 3, 50, 40, 20, 4, 15, 4);

    /// <summary>The middle level, and two typing errors in every record.</summary>
    public static readonly NoiseLevel TwoErrors = Middle with { Name = "two errors", Errors = 2 };

    /// <summary>The middle level, and three typing errors in every record.</summary>
    public static readonly NoiseLevel ThreeErrors = Middle with { Name = "three errors", Errors = 3 };

    /// <summary>Typing errors in every record of Onefile that PICSWeb has too, besides the shares above.</summary>
    public int Errors { get; init; }
}
