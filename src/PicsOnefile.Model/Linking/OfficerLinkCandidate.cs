namespace PicsOnefile;

/// <summary>An officer and an assessor who may be the same person.</summary>
public sealed record OfficerLinkCandidate : LinkCandidate, ILinkPair
{
    /// <inheritdoc/>
    public override LinkKind Kind => LinkKind.Officer;

    /// <summary>The officer's Ident; empty where no officer was found for the assessor.</summary>
    public string? OfficerIdent { get; init; }

    /// <summary>The officer's name.</summary>
    public string? OfficerName { get; init; }

    /// <summary>The assessor's Onefile ID; empty where no assessor was found for the officer.</summary>
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
