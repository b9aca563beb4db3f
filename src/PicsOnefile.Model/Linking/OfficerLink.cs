namespace PicsOnefile;

/// <summary>The link state of an officer and an assessor: linked, not linked, or something in between.</summary>
public sealed record OfficerLink : Link, ILinkPair
{
    /// <inheritdoc/>
    public override LinkKind Kind => LinkKind.Officer;

    /// <summary>The officer's Ident; null where the assessor has no officer.</summary>
    public string? OfficerIdent { get; init; }

    /// <summary>The officer's name.</summary>
    public string? OfficerName { get; init; }

    /// <summary>The assessor's Onefile ID; null where the officer has no assessor.</summary>
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
