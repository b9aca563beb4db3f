namespace PicsOnefile;

/// <summary>The link state of an organisation and a placement: linked, not linked, or something in between.</summary>
public sealed record OrganisationLink : Link, ILinkPair
{
    /// <inheritdoc/>
    public override LinkKind Kind => LinkKind.Organisation;

    /// <summary>The organisation's Ident; null where the placement has no organisation.</summary>
    public string? OrganisationIdent { get; init; }

    /// <summary>The organisation's name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The placement's Onefile ID; null where the organisation has no placement.</summary>
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
