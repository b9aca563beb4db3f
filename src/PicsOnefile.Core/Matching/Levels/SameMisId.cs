using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The MIS ID is the Ident, and no other record of either side has it.</summary>
internal sealed class SameMisId : ComparisonLevel<ContactPair>
{
    public override string Words => "MIS ID is the Ident";

    public override Role Role => Role.SecondAccount | Role.Confirms;

    // Somebody else's name beside it says that the ID was copied; another branch's place says that the two systems name another one of one firm's.
    public override IReadOnlyList<Combination> Combinations =>
        [
            new("MIS ID is the Ident of somebody with another name", Direction.Against, Level.NameContradicts, Role.Veto),
            new("different postcodes", Direction.Against, Level.OtherPostcode, StillSaid: Set),
            new("different house, unit or floor numbers", Direction.Against, Level.OtherHouse, StillSaid: Set),
        ];

    public override bool Holds(in ContactPair pair, LevelSet seen) =>
        pair.Left.MisKey == pair.Right.MisKey && pair.Left.MisIdFrequency == 1 && pair.Right.MisIdFrequency == 1;

    public override float Bits(in ContactPair pair) => ContactPair.Most;
}
