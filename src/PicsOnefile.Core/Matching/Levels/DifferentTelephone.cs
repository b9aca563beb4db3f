using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The telephone numbers are two.</summary>
/// <remarks>Estimates, rounded; a firm has several numbers.</remarks>
internal sealed class DifferentTelephone : ComparisonLevel<TelephonePair>
{
    private const double OfPeople = 0.2;
    private const double OfOrganisations = 0.35;

    public override string Words => "different telephone numbers";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Denies;

    public override bool Holds(in TelephonePair pair, LevelSet seen) => true;

    public override float Bits(in TelephonePair pair) => LikelihoodRatio.Bits(pair.Contact.OfPeople ? OfPeople : OfOrganisations, 1);
}
