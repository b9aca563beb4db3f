using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Levels;

/// <summary>The forenames are the same: the first ones, or all given names in one word (Anne-Marie, Annemarie).</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class SameForename : ComparisonLevel<PersonPair>
{
    /// <summary>How often the forename is the same among true pairs.</summary>
    public const double M = 0.82;

    public override string Words => "same forename";

    public override Role Role => Role.ForenameAgrees;

    public override IReadOnlyList<Combination> Combinations =>
        [
            new("same name, forename and surname swapped", Direction.For, Level.SameSurname | Level.Swapped | Level.NameEqual),
            new("same name", Direction.For, Level.SameSurname | Level.NameEqual),
            new("same name", Direction.For, Level.SameSurname),
        ];

    public override bool Holds(in PersonPair pair, LevelSet seen)
    {
        var (mine, theirs) = (pair.Mine, pair.Theirs);
        var (a, b) = (mine.Forename, theirs.Forename);
        return (a.Length > 1 && (a == b || a == theirs.AllGiven))
            || (b.Length > 1 && b == mine.AllGiven)
            || (mine.AllGiven.Length > 1 && mine.AllGiven == theirs.AllGiven);
    }

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, Math.Min(pair.Left.ForenameShare, pair.Right.ForenameShare));
}
