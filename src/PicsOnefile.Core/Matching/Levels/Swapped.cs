using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Levels;

/// <summary>Forename and surname are in each other's place on one side: the same, in another form, or with a typing error.</summary>
internal sealed class Swapped : ComparisonLevel<PersonPair>
{
    // One record in fifty has them so, and strangers' names agree crosswise as seldom as straight.
    private const float Seldom = -5;
    private const float SeldomAndForm = -2;
    private const float SeldomAndTypo = -3;

    public override string Words => "forename and surname swapped";

    public override bool Holds(in PersonPair pair, LevelSet seen) => Find(pair) is not null;

    public override LevelSet Implies(in PersonPair pair) => Level.SameSurname | Find(pair)!;

    public override float Bits(in PersonPair pair)
    {
        var bits = Seldom + LikelihoodRatio.Bits(SameForename.M, pair.Left.ForenameShare) + LikelihoodRatio.Bits(SameSurname.M, pair.Left.SurnameShare);
        var level = Find(pair);
        return level == Level.ForenameForm ? bits + SeldomAndForm
            : level == Level.ForenameTypo ? bits + SeldomAndTypo
            : bits;
    }

    // How the forename agrees crosswise; null where it does not.
    private static ComparisonLevel? Find(in PersonPair pair)
    {
        var (mine, theirs) = (pair.Mine, pair.Theirs);
        if (mine.Forename.Length < 2 || theirs.Forename.Length < 2 || mine.Surname.Length < 2 || theirs.Surname.Length < 2)
            return null;

        var first = mine.Surname == theirs.AllGiven || mine.Surname == theirs.Forename;
        var second = theirs.Surname == mine.AllGiven || theirs.Surname == mine.Forename;
        if (first && second)
            return Level.SameForename;
        if (!first && !second)
            return null;
        if (first ? NameForms.AreOne(mine.Forename, theirs.Surname) : NameForms.AreOne(theirs.Forename, mine.Surname))
            return Level.ForenameForm;
        return (first ? pair.IsTypo(mine.AllGiven, theirs.Surname) : pair.IsTypo(theirs.AllGiven, mine.Surname)) ? Level.ForenameTypo : null;
    }
}
