namespace PicsOnefile;

/// <summary>A row of the review file about an officer and an assessor.</summary>
public sealed record OfficerReviewRow : ReviewRow, ILinkPair
{
    /// <inheritdoc/>
    public override LinkKind Kind => LinkKind.Officer;

    /// <summary>The officer's Ident, as decided: a typed-in ID takes the place of the proposed one.</summary>
    public string? OfficerIdent { get; init; }

    /// <summary>The officer's name.</summary>
    public string? OfficerName { get; init; }

    /// <summary>The assessor's Onefile ID, as decided.</summary>
    public string? AssessorId { get; init; }

    /// <summary>The assessor's name.</summary>
    public string? AssessorName { get; init; }

    /// <summary>Describes it in few words: the two sides, each by ID and name.</summary>
    public override string ToString() => Described.Pair(this);

    string? ILinkPair.Ident => OfficerIdent;

    string? ILinkPair.PicsWebName => OfficerName;

    string? ILinkPair.OnefileId => AssessorId;

    string? ILinkPair.OnefileName => AssessorName;
}
