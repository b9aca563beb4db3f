namespace PicsOnefile;

/// <summary>Whether the journal is as it was written.</summary>
public sealed record LinkHistoryCheck
{
    /// <summary>
    /// True where every row follows from the one before, and the expected head (if one was given) is among them, and every head that runs kept in the second
    /// file.
    /// </summary>
    public bool Ok { get; init; }

    /// <summary>How many rows there are.</summary>
    public long Count { get; init; }

    /// <summary>The newest row's hash, to be kept elsewhere and given as -ExpectedHead next time; 64 zeros for an empty journal.</summary>
    public string Head { get; init; } = "";

    /// <summary>The number of the first row that is not as it was written, or null.</summary>
    public long? FirstBroken { get; init; }

    /// <summary>The head that was expected, or null.</summary>
    public string? ExpectedHead { get; init; }

    /// <summary>The second file, in which every command keeps the head of the journal.</summary>
    public string? HeadsPath { get; init; }

    /// <summary>How many heads are in it.</summary>
    public int KeptHeads { get; init; }

    /// <summary>What that means, in a sentence.</summary>
    public string Detail { get; init; } = "";
}
