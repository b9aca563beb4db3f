using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The part before the @ is the same, of its own and not made of the name; addresses that only look alike say nothing where names are
/// compared.</summary>
internal sealed class SameLocalPart : ComparisonLevel<ContactPair>
{
    private const int FewestLetters = 5;

    public override string Words => "same name in front of the @";

    public override Role Role => Role.Confirms;

    public override bool Holds(in ContactPair pair, LevelSet seen)
    {
        var (mine, theirs) = (pair.Left.Email!, pair.Right.Email!);
        return mine.Local == theirs.Local && mine.Local.Length >= FewestLetters && !mine.OfRole && !pair.Left.EmailFromName && !pair.Right.EmailFromName;
    }

    public override float Bits(in ContactPair pair) => 5;
}
