using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The forenames are two.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class OtherForename : ComparisonLevel<PersonPair>
{
    private const double M = 0.01;
    private const double U = 0.97;

    /// <summary>The weight in bits.</summary>
    public static readonly float Weight = LikelihoodRatio.Bits(M, U);

    public override string Words => "different forenames";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto | Role.ForenameDiffers;

    public override bool Holds(in PersonPair pair, LevelSet seen) => true;

    public override float Bits(in PersonPair pair) => Weight;
}
