using System;

namespace PicsOnefile;

/// <summary>How old and how large one part of the mapping cache is.</summary>
public sealed record MappingCacheEntry
{
    /// <summary>
    /// What is cached: Centre, Assessor, Placement, LearningAim, Officer, Organisation, Qualification, Learner; or Link, Exclusion, Attestation, Change, Run.
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>How many rows.</summary>
    public long Rows { get; init; }

    /// <summary>How many of the rows have details (e-mail, telephone, address); null where there are none to have.</summary>
    public long? WithDetails { get; init; }

    /// <summary>When the list was last read as a whole; null if never, or where nothing is read.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>How many calls the last reading cost.</summary>
    public int? Calls { get; init; }

    /// <summary>
    /// How many records the reading has that is withheld because it was empty, much shorter or incomplete, of all centres together; null where none is.
    /// </summary>
    public long? WithheldRows { get; init; }

    /// <summary>True for what Clear-MappingCache may drop; false for the journal and what people decided.</summary>
    public bool CanBeRebuilt { get; init; }

    /// <summary>The cache file.</summary>
    public string Location { get; init; } = "";
}
