using System;

namespace PicsOnefile;

/// <summary>A row that was read from one of the systems, or made of rows that were.</summary>
public abstract record DatedRecord
{
    private readonly Uncompared<DateTimeOffset?> _asOf;

    /// <summary>
    /// When the list that the row comes from was read from its system, in UTC. Of an exported list it is the time at which the file was written. A record that
    /// was read by itself later has the time of that read. A row made of several lists has the time of the oldest. Null where it is not known.
    /// </summary>
    /// <remarks>Two rows with the same values are equal, whenever they were read.</remarks>
    public DateTimeOffset? AsOf
    {
        get => _asOf.Value;
        init => _asOf = new(value);
    }
}
