using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Levels;

/// <summary>The forenames are two with one initial: it may be a form that no list has (Basia, Barbara).</summary>
internal sealed class OtherForenameSameInitial : ComparisonLevel<PersonPair>
{
    public override string Words => "different forenames";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto | Role.ForenameDiffers;

    // Address and mobile number together are one person's, whatever the form of the forename.
    public override IReadOnlyList<Combination> Combinations =>
        [
            new(
                "forenames differ, except for the initial",
                Direction.Against,
                Level.SameSurname | Level.SameEmail | Level.SameMobile,
                StillSaid: Level.SameSurname | Level.SameEmail | Level.SameMobile
            ),
        ];

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        pair.Mine.Forename[0] == pair.Theirs.Forename[0] && !TwoForenames.AreTwo(pair.Mine.Forename, pair.Theirs.Forename);

    public override float Bits(in PersonPair pair) => OtherForename.Weight;
}
