using System.Collections.Generic;

namespace PicsOnefile.Records;

/// <summary>A record as its system shows it now, whole, so that it can be sent back with one field changed and compared when read again.</summary>
/// <param name="Kind">What kind of record.</param>
/// <param name="RecordId">Its key in its system's API.</param>
/// <param name="Fields">
/// Every scalar of the record as text, by its path in the system's own names, and the fields that the module changes by the module's names
/// (AdditionalId, MisId, VqReference). Held in memory for the round trip; never stored.
/// </param>
/// <param name="Body">The record as it was read, for the system's own client.</param>
/// <param name="Version">The concurrency token, or null where the tenant has none.</param>
public sealed record RemoteRecord(RecordKind Kind, string RecordId, IReadOnlyDictionary<string, string?> Fields, object? Body, string? Version)
{
    /// <summary>The centre that a row of Onefile's lists was found in; null where that is not known, and of PICSWeb's records.</summary>
    public string? CentreId { get; init; }
}
