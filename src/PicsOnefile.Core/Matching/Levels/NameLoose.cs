using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names as wholes agree loosely. Of people, one of them has only an initial, or no forename or surname.</summary>
internal sealed class NameLoose : ComparisonLevel<PersonPair>
{
    public override Role Role => Role.NameAgreesLoosely;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        !seen.HasAny(LevelSets.ForenamesDiffer)
        && (
            (seen.HasAny(LevelSets.SurnamesAgree) && seen.HasAny(Level.ForenameInitial | Level.ForenameMissing))
            || (seen.HasAny(LevelSets.ForenamesAgree) && seen.HasAny(Level.SurnameMissing))
        );
}
