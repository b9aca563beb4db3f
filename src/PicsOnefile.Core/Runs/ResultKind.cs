namespace PicsOnefile.Runs;

/// <summary>What a request of a bulk command came to.</summary>
public enum ResultKind
{
    /// <summary>Carried out: linked, unlinked, set, undone and so on.</summary>
    Done,

    /// <summary>-WhatIf: it would be carried out.</summary>
    Would,

    /// <summary>A record was added, or is new in a list.</summary>
    Added,

    /// <summary>A record is gone from a list.</summary>
    Removed,

    /// <summary>A record of a list has another title or code.</summary>
    Renamed,

    /// <summary>A person excluded the record.</summary>
    Excluded,

    /// <summary>A person rejected the pair.</summary>
    Rejected,

    /// <summary>It was so before.</summary>
    Already,

    /// <summary>A row of a review without a decision.</summary>
    Undecided,

    /// <summary>A candidate below the wanted confidence.</summary>
    Uncertain,

    /// <summary>Left alone for another reason, which -Verbose tells.</summary>
    Left,

    /// <summary>The confirmation was declined.</summary>
    Declined,

    /// <summary>A rule or an unusable row refused it; nothing was written.</summary>
    Refused,

    /// <summary>Somebody else had changed the value; nothing was written.</summary>
    Conflict,

    /// <summary>The system did not take it.</summary>
    Failed,

    /// <summary>It is on the worklist.</summary>
    Waiting,

    /// <summary>The command ended before it.</summary>
    NotDone,

    /// <summary>It was sent, and the outcome is not known yet.</summary>
    Open,
}
