using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names are the same but for one word, of which one side has only the beginning (Constr).</summary>
internal sealed class ShortenedWord : OrganisationNameLevel
{
    public override string Words => "same name with a word shortened";

    public override bool Holds(in OrganisationNamePair pair) => pair.Explained == WordsExplained.Shortened;

    public override float Bits(in OrganisationNamePair pair) => pair.MatchedBits;

    public override LevelSet Implies(in OrganisationNamePair pair) => pair.IsInformative ? Level.NameAgrees : Level.NameLoose;
}
