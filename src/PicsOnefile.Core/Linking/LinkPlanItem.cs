using PicsOnefile.Changes;
using PicsOnefile.Errors;

namespace PicsOnefile.Linking;

/// <summary>What is to be done about one request: exactly one of the properties is set, or none where nothing is to be done.</summary>
/// <param name="Request">The request.</param>
public sealed record LinkPlanItem(LinkRequest Request)
{
    /// <summary>The change that makes or takes off the link.</summary>
    public PlannedChange? Change { get; init; }

    /// <summary>The exclusion that is to stand from now on.</summary>
    public LinkExclusion? Exclusion { get; init; }

    /// <summary>A recorded link whose Onefile record is gone: there is no field to clear, so that it is only forgotten.</summary>
    public Cache.RecordedLink? Forgets { get; init; }

    /// <summary>Why the request is refused.</summary>
    public PicsOnefileException? Refusal { get; init; }

    /// <summary>True where a person rejected the pair: it is remembered, so that it is not held against the switch for ever.</summary>
    public bool Rejects { get; init; }

    /// <summary>Why nothing is to be done: linked already, undecided, below the confidence asked for.</summary>
    public string? Skipped { get; init; }
}
