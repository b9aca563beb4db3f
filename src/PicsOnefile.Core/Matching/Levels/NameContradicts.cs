using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names as wholes are two.</summary>
internal sealed class NameContradicts : ComparisonLevel<PersonPair>
{
    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        seen.HasAny(LevelSets.ForenamesDiffer) && seen.HasAny(Level.OtherSurname | Level.SurnameAlike);
}
