using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Identifiers;

/// <summary>The IDs that a person asked for: each by itself, or several by a pattern.</summary>
/// <param name="Exact">The IDs that were given by themselves.</param>
/// <param name="Patterns">Says of an ID whether it fits one of the patterns.</param>
public sealed record IdSelection(IReadOnlyCollection<string> Exact, IReadOnlyCollection<Func<string, bool>> Patterns)
{
    /// <summary>A selection by IDs alone; null for null.</summary>
    public static IdSelection? From(IReadOnlyCollection<string>? ids) => ids is null ? null : new(ids, []);

    /// <summary>Whether the ID was given by itself: an unknown one is then an error, and a record comes with its details.</summary>
    public bool Names(string? id) => RecordId.IsAmong(id, Exact);

    /// <summary>Whether the ID was given, by itself or by a pattern.</summary>
    public bool Includes(string? id) => Names(id) || (RecordId.Normalise(id) is { } known && Patterns.Any(fits => fits(known)));
}
