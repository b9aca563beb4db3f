namespace PicsOnefile.Reading;

/// <summary>Whether to read from the systems or to use the cache.</summary>
public enum Freshness
{
    /// <summary>From the cache while it is younger than the profile's cache age; anew otherwise.</summary>
    WhenOld,

    /// <summary>Anew (-Refresh).</summary>
    Always,

    /// <summary>From the cache, however old (-Offline).</summary>
    Never,
}
