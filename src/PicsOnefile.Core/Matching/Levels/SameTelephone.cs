using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>A telephone number is the same, and one record of each side has it. It is a household's or an office's, which several people share.</summary>
/// <remarks>Estimates, rounded; a firm has several numbers.</remarks>
internal sealed class SameTelephone : ComparisonLevel<TelephonePair>
{
    private const double OfPeople = 0.75;
    private const double OfOrganisations = 0.6;

    public override string Words => "same telephone number";

    public override Role Role => Role.OwnNumber | Role.SecondAccount | Role.Confirms;

    /// <summary>How often a number is the same among true pairs that have one on both sides.</summary>
    /// <param name="pair">The records.</param>
    public static double M(in ContactPair pair) => pair.OfPeople ? OfPeople : OfOrganisations;

    public override bool Holds(in TelephonePair pair, LevelSet seen) => pair.Number is { Found: true, Shared: false };

    public override float Bits(in TelephonePair pair) => pair.Number.Bits;
}
