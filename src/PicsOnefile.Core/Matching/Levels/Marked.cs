using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The name of a record says that it is not to be used; the words follow.</summary>
internal sealed class Marked : Circumstance
{
    public override string Words => "marked as not in use";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;
}
