namespace PicsOnefile;

/// <summary>An organisation and a placement that may be the same firm.</summary>
public sealed record OrganisationLinkCandidate : LinkCandidate, ILinkPair
{
    /// <inheritdoc/>
    public override LinkKind Kind => LinkKind.Organisation;

    /// <summary>The organisation's Ident; empty where no organisation was found for the placement.</summary>
    public string? OrganisationIdent { get; init; }

    /// <summary>The organisation's name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The placement's Onefile ID; empty where no placement was found for the organisation.</summary>
    public string? PlacementId { get; init; }

    /// <summary>The placement's name.</summary>
    public string? PlacementName { get; init; }

    /// <summary>Describes it in few words: the two sides, each by ID and name.</summary>
    public override string ToString() => Described.Pair(this);

    string? ILinkPair.Ident => OrganisationIdent;

    string? ILinkPair.PicsWebName => OrganisationName;

    string? ILinkPair.OnefileId => PlacementId;

    string? ILinkPair.OnefileName => PlacementName;
}
