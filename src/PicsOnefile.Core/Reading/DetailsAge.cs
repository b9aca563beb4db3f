using System;

namespace PicsOnefile.Reading;

/// <summary>
/// How old the details of a Onefile record may be where it matters whether the record is in use. Where rows carry no flag, only the details have it, and they
/// cost one call each.
/// </summary>
/// <remarks>For comparing (e-mail, telephone, address) details count as long as the record is in the list.</remarks>
/// <param name="Limit">The limit; null for any age.</param>
public sealed record DetailsAge(TimeSpan? Limit)
{
    /// <summary>Of any age: what was read once does, and only what was never read is asked for.</summary>
    public static DetailsAge Any { get; } = new((TimeSpan?)null);

    /// <summary>Before a link is written: one day. Accounts are archived when people leave, and a link to a leaver's account has to be undone.</summary>
    public static DetailsAge OfALinksTarget { get; } = new(TimeSpan.FromDays(1));

    /// <summary>In a preview: any age, for nothing is written. With -Refresh, details are no older than a list would be.</summary>
    /// <param name="freshness">What the user asked for.</param>
    /// <param name="cacheAge">The age at which a list is read anew.</param>
    /// <returns>The limit.</returns>
    public static DetailsAge OfAPreview(Freshness freshness, TimeSpan cacheAge) => freshness == Freshness.Always ? new(cacheAge) : Any;

    /// <summary>Checks whether a record's details are to be read. They are too old, or were never read and the row lacks the flag.</summary>
    /// <param name="record">The record.</param>
    /// <param name="now">The time. Details from the future (the clock was put back) are too old.</param>
    /// <returns>True where one call is needed.</returns>
    public bool WantsReading(IOnefileRecord record, DateTimeOffset now) =>
        record.DetailsReadAt is { } at ? Limit is { } limit && (now - at < TimeSpan.Zero || now - at > limit) : record.Live is null;
}
