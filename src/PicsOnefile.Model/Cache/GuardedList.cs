namespace PicsOnefile;

/// <summary>The lists that are not taken by themselves when they come back empty, much shorter than before, or incomplete.</summary>
public enum GuardedList
{
    /// <summary>PICSWeb's officers.</summary>
    Officer,

    /// <summary>PICSWeb's organisations.</summary>
    Organisation,

    /// <summary>Onefile's assessors, centre by centre.</summary>
    Assessor,

    /// <summary>Onefile's placements, centre by centre.</summary>
    Placement,
}
