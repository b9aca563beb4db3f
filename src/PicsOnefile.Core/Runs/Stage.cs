namespace PicsOnefile.Runs;

/// <summary>A stage of the funnel that costs calls or time. A run counts how often it goes through each (<see cref="RunContext.Times"/>).</summary>
public enum Stage
{
    /// <summary>Both lists of a kind are read, and each link gets its state.</summary>
    Read,

    /// <summary>Two lists are matched.</summary>
    Match,

    /// <summary>What ended runs left open is recovered.</summary>
    Recover,

    /// <summary>A plan is written, verified and recorded.</summary>
    Apply,
}
