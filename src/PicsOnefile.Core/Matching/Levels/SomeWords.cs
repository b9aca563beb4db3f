using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names have words in common, and each has its own.</summary>
internal sealed class SomeWords : OrganisationNameLevel
{
    public override string Words => "names agree in part";

    public override Direction Direction => Direction.Against;

    // Own words on both sides are two firms; the identifying MIS ID says more than they.
    public override Role Role => Role.Veto;

    public override IReadOnlyList<Combination> Combinations => [new("names agree in part", Direction.Against, Level.SameMisId, StillSaid: Level.SameMisId)];

    public override bool Holds(in OrganisationNamePair pair) => true;

    /// <summary>How much two names have in common that differ in something that decides.</summary>
    /// <param name="pair">The names.</param>
    public static LevelSet Share(in OrganisationNamePair pair) =>
        pair.AgreesTooLittle ? Level.LittleInCommon | Level.NameContradicts
        : pair.OneIsPart ? Level.PartOfName
        : Level.SomeWords;
}
