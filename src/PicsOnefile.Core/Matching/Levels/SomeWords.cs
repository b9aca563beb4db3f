using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names have words in common, and each has its own.</summary>
internal sealed class SomeWords : OrganisationNameLevel
{
    public override string Words => "names agree in part";

    public override Direction Direction => Direction.Against;

    public override bool Holds(in OrganisationNamePair pair) => true;

    /// <summary>How much two names have in common that differ in something that decides.</summary>
    /// <param name="pair">The names.</param>
    public static LevelSet Share(in OrganisationNamePair pair) =>
        pair.AgreesTooLittle ? Level.LittleInCommon | Level.NameContradicts
        : pair.OneIsPart ? Level.PartOfName
        : Level.SomeWords;
}
