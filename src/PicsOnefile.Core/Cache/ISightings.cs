using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>The last known state of one record, and since when.</summary>
/// <param name="Id">The Ident or Onefile ID. No name is kept.</param>
public sealed record Sighting(string Id)
{
    /// <summary>The time of the first sighting; null for a record of the first reading.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>Whether the record exists and is in use; null for a record of an older file that was not read since.</summary>
    public bool? Live { get; init; }

    /// <summary>The time since which <see cref="Live"/> holds; null for since the first sighting.</summary>
    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>The state of its link; null where it was never known.</summary>
    public LinkState? State { get; init; }

    /// <summary>The state of its link before.</summary>
    public LinkState? StateBefore { get; init; }

    /// <summary>The time since which <see cref="State"/> holds; null for since the first sighting.</summary>
    public DateTimeOffset? StateSince { get; init; }

    /// <summary>The IDs of the records it was tied to, separated by commas; empty for none.</summary>
    public string Partner { get; init; } = "";
}

/// <summary>The sightings of records of the connected systems; a rebuild of the cache keeps them.</summary>
public interface ISightings
{
    /// <summary>Returns the time since which a kind (Officer, Organisation, Assessor, Placement) is watched; null for never.</summary>
    DateTimeOffset? GetStart(string kind);

    /// <summary>Returns all sightings of a kind.</summary>
    IReadOnlyList<Sighting> Read(string kind);

    /// <summary>Saves sightings in place of those of the same IDs. The first save of a kind starts its watch.</summary>
    void Save(string kind, IReadOnlyCollection<Sighting> sightings, DateTimeOffset now);
}
