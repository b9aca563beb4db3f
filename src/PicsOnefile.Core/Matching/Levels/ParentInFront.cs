using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>One name has a parent organisation in front, as several others of the lists have, and agrees behind it.</summary>
internal sealed class ParentInFront : OrganisationNameLevel
{
    public override string Words => "one name has a parent organisation in front";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.NameAgreesInPart;

    public override bool Holds(in OrganisationNamePair pair) => pair.ParentLeftOut && (pair.OneIsPart || pair.Explained != WordsExplained.No);
}
