using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names are the same but for words that are short for each other (Ldry, Laundry; WT, Water Treatment).</summary>
internal sealed class ContractedWord : OrganisationNameLevel
{
    public override string Words => "same name with a word contracted";

    public override bool Holds(in OrganisationNamePair pair) => pair.Explained == WordsExplained.Contracted;

    public override float Bits(in OrganisationNamePair pair) => pair.Typo ? pair.MatchedBits + NameTypo.Cost : pair.MatchedBits;

    public override LevelSet Implies(in OrganisationNamePair pair) => pair.Typo ? Level.NameLoose | Level.NameTypo : Level.NameLoose;
}
