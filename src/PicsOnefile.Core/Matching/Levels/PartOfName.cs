using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>One name has all words of the other, and more.</summary>
internal sealed class PartOfName : OrganisationNameLevel
{
    public override string Words => "one name has more words than the other";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.NameAgreesInPart;

    // A short name that is a small part of a long one may be anybody's.
    private const float OfSmallPart = -4;

    public override bool Holds(in OrganisationNamePair pair) => pair.OneIsPart;

    public override float Bits(in OrganisationNamePair pair) => pair.AgreesTooLittle ? pair.Weight + OfSmallPart : pair.Weight;
}
