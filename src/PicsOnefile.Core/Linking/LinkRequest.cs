using PicsOnefile.Records;

namespace PicsOnefile.Linking;

/// <summary>A link that a user wants: two IDs, and what is known about their origin.</summary>
/// <param name="Kind">Officer or Organisation.</param>
/// <param name="Ident">The PICSWeb Ident.</param>
/// <param name="OnefileId">The Onefile ID.</param>
public sealed record LinkRequest(LinkKind Kind, string? Ident, string? OnefileId)
{
    /// <summary>The candidate's confidence; null where a person gave the IDs.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>The candidate's score.</summary>
    public int? Score { get; init; }

    /// <summary>How many wrong links the run that found the candidate might expect; null where it is not known.</summary>
    public double? MaximumExpectedWrong { get; init; }

    /// <summary>The decision of a review row; null where the request does not come from a review.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>True for a row of a review file: it is linked only when somebody decided so.</summary>
    public bool NeedsDecision { get; init; }

    /// <summary>A remark of the person who decided.</summary>
    public string? Note { get; init; }

    /// <summary>What the row of the request says of the systems that its IDs belong to.</summary>
    public RowSource Source { get; init; } = RowSource.Unknown;
}
