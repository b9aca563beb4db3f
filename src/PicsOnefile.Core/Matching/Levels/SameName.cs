using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The names have the same words, or are the same run together; legal form and order do not count.</summary>
internal sealed class SameName : OrganisationNameLevel
{
    public override string Words => "same name";

    public override IReadOnlyList<Combination> Combinations =>
        [
            new("same name except for the legal form", Direction.For, Level.OtherLegalForm),
            new("same name in another order", Direction.For, Level.OtherWordOrder),
            HasMoved(Level.SameTelephone),
            HasMoved(Level.SameMobile),
        ];

    public override bool Holds(in OrganisationNamePair pair) => pair.AllInCommon || pair.Mine.Joined == pair.Theirs.Joined;

    public override float Bits(in OrganisationNamePair pair) => pair.WholeBits;

    public override LevelSet Implies(in OrganisationNamePair pair) =>
        Level.NameEqual.Set | (pair.Mine.Joined != pair.Theirs.Joined ? Level.OtherWordOrder.Set : default) | LegalForm(pair);

    // A branch with the number of another one is as frequent in the lists as within one of them. Where those show none, the firm has moved.
    private static Combination HasMoved(ComparisonLevel number) =>
        new(
            "different postcodes: has it moved?",
            Direction.Against,
            Level.OtherPostcode | number | Level.ShownByLists,
            StillSaid: Level.SameName | number | Level.ShownByLists
        );

    /// <summary>The circumstance that the legal forms are two, or nothing.</summary>
    /// <param name="pair">The names.</param>
    public static LevelSet LegalForm(in OrganisationNamePair pair) => pair.OtherLegalForm ? Level.OtherLegalForm : default(LevelSet);
}
