using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names are the same but for the trade, which one side leaves out: a firm, or its sister of another trade.</summary>
internal sealed class TradeMissing : OrganisationNameLevel
{
    public override string Words => "same name except for the trade, which one side leaves out";

    public override Role Role => Role.NameAgreesInPart;

    public override bool Holds(in OrganisationNamePair pair) => pair.Explained == WordsExplained.TradeMissing && !pair.Typo;
}
