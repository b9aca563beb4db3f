using System;
using System.Collections.Generic;

namespace PicsOnefile;

/// <summary>One learning aim that a refresh found added, removed or renamed.</summary>
public sealed record LearningAimDifference
{
    /// <summary>Added, Removed or Renamed.</summary>
    public LearningAimChange Change { get; init; }

    /// <summary>Onefile's ID of the standard.</summary>
    public string StandardId { get; init; } = "";

    /// <summary>The code now, or the last one known.</summary>
    public string? Code { get; init; }

    /// <summary>The title now, or the last one known.</summary>
    public string Title { get; init; } = "";

    /// <summary>The title before, for a renamed one.</summary>
    public string? OldTitle { get; init; }

    /// <summary>The centre.</summary>
    public string CentreId { get; init; } = "";
}

/// <summary>The result of a refresh of the learning aims.</summary>
public sealed record QualificationRefreshResult
{
    /// <summary>When the list was read.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How many centres were read.</summary>
    public int Centres { get; init; }

    /// <summary>How many learning aims the centres hold together.</summary>
    public int LearningAims { get; init; }

    /// <summary>How many are new since the last refresh; all of them at the first.</summary>
    public int Added { get; init; }

    /// <summary>How many are gone.</summary>
    public int Removed { get; init; }

    /// <summary>How many have another title or code.</summary>
    public int Renamed { get; init; }

    /// <summary>Whether PICSWeb's own <i>Refresh Qualification Links</i> was pressed, or why not.</summary>
    public string PicsWebRefresh { get; init; } = "";

    /// <summary>Each difference.</summary>
    public IReadOnlyList<LearningAimDifference> Differences { get; init; } = [];
}
