using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Levels;

/// <summary>One name is the initials of the other.</summary>
internal sealed class Acronym : OrganisationNameLevel
{
    public override string Words => "one name is the initials of the other";

    public override bool Holds(in OrganisationNamePair pair) => IsOf(pair.Mine, pair.Theirs) || IsOf(pair.Theirs, pair.Mine);

    public override float Bits(in OrganisationNamePair pair) => 5;

    public override LevelSet Implies(in OrganisationNamePair pair) => Level.NameLoose;

    private static bool IsOf(OrganisationName shorter, OrganisationName longer) =>
        shorter.Words.Length == 1 && longer.Words.Length >= 3 && shorter.Joined == longer.Initials;
}
