namespace PicsOnefile;

/// <summary>A row of the review file about an organisation and a placement.</summary>
public sealed record OrganisationReviewRow : ReviewRow, ILinkPair
{
    /// <inheritdoc/>
    public override LinkKind Kind => LinkKind.Organisation;

    /// <summary>The organisation's Ident, as decided: a typed-in ID takes the place of the proposed one.</summary>
    public string? OrganisationIdent { get; init; }

    /// <summary>The organisation's name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The placement's Onefile ID, as decided.</summary>
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
