namespace PicsOnefile;

/// <summary>One thing to do next, as the report lists it, and where the customer is.</summary>
public sealed record GuideStep
{
    /// <summary>Where the customer is, in one line: the connection, how much is linked, how many errors block the switch.</summary>
    public string Where { get; init; } = "";

    /// <summary>The number of the step; 1 is the next one.</summary>
    public int Step { get; init; }

    /// <summary>What to do, in a sentence.</summary>
    public string What { get; init; } = "";

    /// <summary>The line to type; null where a screen or another system is the place.</summary>
    public string? Command { get; init; }

    /// <summary>How else, where the command alone does not say it; null where it does.</summary>
    public string? How { get; init; }

    /// <summary>The profile of the connection; null without one.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Describes it in few words: the number and the sentence.</summary>
    public override string ToString() => Described.By($"{Step}.", What);
}
