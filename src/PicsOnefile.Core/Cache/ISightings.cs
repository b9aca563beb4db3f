using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>One record as it was last seen, and since when.</summary>
/// <param name="Id">The Ident or Onefile ID. No name is kept.</param>
public sealed record Sighting(string Id)
{
    /// <summary>When it was first seen; null where it was there when the module looked for the first time.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>True while it is there and in use; null where it was not looked at yet (it comes from an older file).</summary>
    public bool? Live { get; init; }

    /// <summary>Since when it is so; null where it was so when it was first seen.</summary>
    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>How its link stood; null where that was never known.</summary>
    public LinkState? State { get; init; }

    /// <summary>How its link stood before.</summary>
    public LinkState? StateBefore { get; init; }

    /// <summary>Since when the link stands so; null where it did when the record was first seen.</summary>
    public DateTimeOffset? StateSince { get; init; }

    /// <summary>The IDs of the records it was tied to, separated by commas; empty for none.</summary>
    public string Partner { get; init; } = "";
}

/// <summary>What was seen of the records of the connected systems, and when: kept when the cache is rebuilt.</summary>
public interface ISightings
{
    /// <summary>Since when records of a kind (Officer, Organisation, Assessor, Placement) are watched; null where they never were.</summary>
    DateTimeOffset? GetStart(string kind);

    /// <summary>All that was ever seen of a kind.</summary>
    IReadOnlyList<Sighting> Read(string kind);

    /// <summary>Takes sightings in place of those of the same IDs. The first time this is done for a kind, its watch begins.</summary>
    void Save(string kind, IReadOnlyCollection<Sighting> sightings, DateTimeOffset now);
}
