using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The e-mail addresses are two, and neither is an office's: a private address beside one at work is no contradiction.</summary>
/// <remarks>Estimates, rounded; a firm has several addresses.</remarks>
internal sealed class DifferentEmail : ComparisonLevel<ContactPair>
{
    private const double OfPeople = 0.15;
    private const double OfOrganisations = 0.35;

    public override string Words => "different e-mail addresses";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Denies;

    public override IReadOnlyList<Combination> Combinations =>
        [new("a common name with different e-mail addresses and telephone numbers", Direction.Against, Level.DifferentTelephone | Level.CommonName, Role.Veto)];

    public override bool Holds(in ContactPair pair, LevelSet seen) => !pair.Left.Email!.OfRole && !pair.Right.Email!.OfRole;

    public override float Bits(in ContactPair pair) => LikelihoodRatio.Bits(pair.OfPeople ? OfPeople : OfOrganisations, 1);
}
