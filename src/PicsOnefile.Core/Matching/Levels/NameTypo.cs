using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names are the same with one typing error, in a word or, of longer names, in the whole.</summary>
internal sealed class NameTypo : OrganisationNameLevel
{
    /// <summary>What a typing error costs, in bits.</summary>
    public const float Cost = -3;

    public override string Words => "name with a typing error";

    public override bool Holds(in OrganisationNamePair pair) => pair.AllInCommon || (!pair.Typo && pair.OneTypoInAll);

    public override float Bits(in OrganisationNamePair pair) => (pair.AllInCommon ? pair.MatchedBits : pair.WholeBits) + Cost;

    public override LevelSet Implies(in OrganisationNamePair pair) => Level.NameAgrees.Set | SameName.LegalForm(pair);
}
