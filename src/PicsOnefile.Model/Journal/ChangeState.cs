namespace PicsOnefile;

/// <summary>What became of a change, from the journal's rows for it.</summary>
public enum ChangeState
{
    /// <summary>Announced; the outcome is not known yet (or the process ended before it was).</summary>
    Intended,

    /// <summary>Written and read back.</summary>
    Done,

    /// <summary>The remote value was not what the plan expected: nothing was written.</summary>
    Conflict,

    /// <summary>Not written, or not what was written when read back.</summary>
    Failed,

    /// <summary>Not attempted.</summary>
    Skipped,

    /// <summary>Done and later taken back by another run.</summary>
    Undone,
}
