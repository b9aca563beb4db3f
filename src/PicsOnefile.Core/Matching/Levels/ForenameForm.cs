using System;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Levels;

/// <summary>The forenames are forms of one name (Bob, Robert), or one is the other side's nickname in brackets.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class ForenameForm : ComparisonLevel<PersonPair>
{
    private const double M = 0.08;

    public override string Words => "forename in another form";

    public override Role Role => Role.ForenameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen)
    {
        var (a, b) = (pair.Mine.Forename, pair.Theirs.Forename);
        return a.Length > 1
            && b.Length > 1
            && (NameForms.AreOne(a, b) || Array.IndexOf(pair.Mine.Nicknames, b) >= 0 || Array.IndexOf(pair.Theirs.Nicknames, a) >= 0);
    }

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, Math.Max(pair.Left.FormShare, pair.Right.FormShare));
}
