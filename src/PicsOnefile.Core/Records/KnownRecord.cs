namespace PicsOnefile.Records;

/// <summary>A record as the last reading of its list shows it.</summary>
/// <param name="Key">Its ID as people and the journal know it.</param>
/// <param name="RecordId">Its key in its system's API.</param>
/// <param name="IsInUse">False for a record that is not in use any more: its values conflict with no other record.</param>
/// <param name="Name">Its name.</param>
public sealed record KnownRecord(string Key, string RecordId, bool IsInUse, string? Name);
