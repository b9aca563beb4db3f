using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The same e-mail address is made of the name: no second witness beside it.</summary>
internal sealed class EmailFromName : ComparisonLevel<ContactPair>
{
    public override bool Holds(in ContactPair pair, LevelSet seen) => pair.SameEmail && pair.EmailFromName;
}
