using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The name of one side is a name under which the other trades; it takes the place of equal names.</summary>
internal sealed class TradingName : Circumstance
{
    public override string Words => "same trading name";
}
