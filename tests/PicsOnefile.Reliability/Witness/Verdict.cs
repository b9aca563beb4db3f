using System.Collections.Generic;

namespace PicsOnefile.Reliability.Witness;

/// <summary>What comparing both twins, their log of writes and the journal came to.</summary>
public sealed record Verdict
{
    /// <summary>Changes that were begun: intents in the journal.</summary>
    public int Attempted { get; init; }

    /// <summary>Changes that the journal calls done and nobody wrote, or that were to be made and are neither there nor explained.</summary>
    public int Lost { get; init; }

    /// <summary>Changes that were made twice, or that the journal holds as done twice.</summary>
    public int Doubled { get; init; }

    /// <summary>
    /// Whatever else the journal and the twins disagree about: a write that the journal does not know of or calls not made, a field or record that nobody meant
    /// to change, an intent that stays open, a broken chain.
    /// </summary>
    public int Wrong { get; init; }

    /// <summary>Another person's edits that fell between reading and writing a record and were overwritten, where the system has nothing to tell by.</summary>
    public int Crossed { get; init; }

    /// <summary>Each finding in a sentence.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Nothing lost, nothing doubled, nothing wrong.</summary>
    public bool IsClean => Lost + Doubled + Wrong == 0;
}
