using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>The address is the same, and the postcode has a typing error.</summary>
internal sealed class PostcodeTypo : ComparisonLevel<OrganisationPair>
{
    public override string Words => "same address, postcode with a typing error";

    public override Role Role => Role.Place | Role.SecondAccount | Role.Confirms;

    public override bool Holds(in OrganisationPair pair, LevelSet seen)
    {
        if (!pair.SameAddress || pair.Left.Postcode is not { } mine || pair.Right.Postcode is not { } theirs)
            return false;
        return mine.Full && theirs.Full
            ? TypingError.Between(mine.Whole, theirs.Whole) || mine.Outward == theirs.Outward
            : TypingError.Between(mine.Outward, theirs.Outward);
    }

    public override float Bits(in OrganisationPair pair) => 8;
}
