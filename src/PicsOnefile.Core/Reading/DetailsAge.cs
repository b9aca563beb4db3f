using System;

namespace PicsOnefile.Reading;

/// <summary>
/// How old the details of a Onefile record may be where it matters whether the record is in use. Where rows carry no flag, only the details tell, and they
/// cost one call each.
/// </summary>
/// <remarks>For comparing (e-mail, telephone, address) details count as long as the record is in the list.</remarks>
/// <param name="Limit">The limit; null where details of any age do.</param>
public sealed record DetailsAge(TimeSpan? Limit)
{
    /// <summary>Of any age: what was read once does, and only what was never read is asked for.</summary>
    public static DetailsAge Any { get; } = new((TimeSpan?)null);

    /// <summary>Before a link is written: a day, for accounts are archived when people leave, and a link to a leaver's account has to be undone.</summary>
    public static DetailsAge OfALinksTarget { get; } = new(TimeSpan.FromDays(1));

    /// <summary>
    /// In a preview: nothing is written, so that any age does. Who asks to read anew (-Refresh) gets details no older than a list would be.
    /// </summary>
    /// <param name="freshness">What the user asked for.</param>
    /// <param name="cacheAge">How old a list may be before it is read anew.</param>
    public static DetailsAge OfAPreview(Freshness freshness, TimeSpan cacheAge) => freshness == Freshness.Always ? new(cacheAge) : Any;

    /// <summary>Whether a record's details are to be read: they are too old, or were never read and its row does not tell.</summary>
    /// <param name="record">The record.</param>
    /// <param name="now">The time; details from the future (the clock was put back) are too old.</param>
    public bool WantsReading(IOnefileRecord record, DateTimeOffset now) =>
        record.DetailsReadAt is { } at ? Limit is { } limit && (now - at < TimeSpan.Zero || now - at > limit) : record.Live is null;
}
