using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>The e-mail addresses differ by a typing error or two, or just as the names of which they are made: neither for nor against.</summary>
internal sealed class EmailAlike : ComparisonLevel<ContactPair>
{
    public override string Words => "e-mail addresses look alike";

    public override bool Holds(in ContactPair pair, LevelSet seen)
    {
        var (mine, theirs) = (pair.Left.Email!, pair.Right.Email!);
        if (pair.OfPeople && mine.Domain == theirs.Domain && pair.Left.EmailFromName && pair.Right.EmailFromName && !seen.HasAny(Level.NameEqual))
            return true;

        // A second bearer of a name gets a number behind it (j.smith, j.smith2).
        if (Letters.Digits(mine.Local) != Letters.Digits(theirs.Local))
            return false;
        return mine.Domain == theirs.Domain ? TypingError.MayLieBetween(mine.Local, theirs.Local)
            : mine.Local == theirs.Local && TypingError.MayLieBetween(mine.Domain, theirs.Domain);
    }
}
