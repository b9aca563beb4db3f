using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names as wholes are equal. Of people, forename and surname; where one side alone says junior or senior, they only agree.</summary>
internal sealed class NameEqual : ComparisonLevel<PersonPair>
{
    public override Role Role => Role.NameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        seen.HasAll(Level.SameForename | Level.SameSurname) && (pair.Mine.Generation == 0) == (pair.Theirs.Generation == 0);
}
