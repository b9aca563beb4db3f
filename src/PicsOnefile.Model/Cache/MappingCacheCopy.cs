namespace PicsOnefile;

/// <summary>A copy of a mapping cache, looked at after it was made.</summary>
public sealed record MappingCacheCopy
{
    /// <summary>The new cache file.</summary>
    public string Location { get; init; } = "";

    /// <summary>The cache file that was copied.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many rows the copy's journal has.</summary>
    public long Changes { get; init; }

    /// <summary>The newest row's hash in the copy's journal; 64 zeros for an empty one.</summary>
    public string Head { get; init; } = "";

    /// <summary>How large the copy is, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>How many backups from before the first write went with it.</summary>
    public int Backups { get; init; }
}
