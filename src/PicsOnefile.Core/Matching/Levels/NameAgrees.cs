using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names as wholes agree. Of people, forename and surname, with at most one typing error in both.</summary>
internal sealed class NameAgrees : ComparisonLevel<PersonPair>
{
    public override Role Role => Role.NameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        seen.HasAny(LevelSets.ForenamesAgree) && seen.HasAny(LevelSets.SurnamesAgree) && !seen.HasAll(Level.ForenameTypo | Level.SurnameTypo);
}
