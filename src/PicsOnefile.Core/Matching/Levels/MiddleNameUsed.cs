using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Levels;

/// <summary>The forename of one side is a middle name of the other side.</summary>
/// <remarks>An estimate, rounded: administrative lists of British staff, in which about one record in ten has another form of the forename
/// and one in fifty another surname.</remarks>
internal sealed class MiddleNameUsed : ComparisonLevel<PersonPair>
{
    private const double M = 0.015;

    // Everybody has about one middle name more that would do.
    private const double Chances = 2;

    public override string Words => "forename is a middle name on the other side";

    public override Role Role => Role.ForenameAgrees;

    public override bool Holds(in PersonPair pair, LevelSet seen) =>
        IsMiddleNameOf(pair.Mine.Forename, pair.Theirs) || IsMiddleNameOf(pair.Theirs.Forename, pair.Mine);

    public override float Bits(in PersonPair pair) => LikelihoodRatio.Bits(M, Chances * pair.ForenameShare);

    private static bool IsMiddleNameOf(string forename, PersonName name)
    {
        for (var i = 1; i < name.Given.Length; i++)
        {
            if (forename.Length > 1 && (name.Given[i] == forename || (name.Given[i].Length > 1 && NameForms.AreOne(name.Given[i], forename))))
                return true;
        }

        return false;
    }
}
