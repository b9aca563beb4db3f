namespace PicsOnefile.Matching.Classification;

/// <summary>What keeps a pair below Certain. The first that holds counts; none can be switched off.</summary>
internal enum Guard
{
    /// <summary>Nothing: the pair is Certain.</summary>
    None,

    /// <summary>It is shown beside the proposed pair.</summary>
    Beside,

    /// <summary>A conflict with which nothing is Certain.</summary>
    Conflict,

    /// <summary>Another record fits about as well, or several accounts are the same person's or firm's.</summary>
    Rival,

    /// <summary>No rule for Certain holds.</summary>
    NoRule,

    /// <summary>The risk is above what one link may have.</summary>
    RiskOfOne,

    /// <summary>The run's limit of risk is reached.</summary>
    RiskOfRun,
}
