using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The Onefile record is archived or inactive.</summary>
internal sealed class NotLive : Circumstance
{
    public override string Words => "archived or inactive in Onefile";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;
}
