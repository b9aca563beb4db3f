using System;

namespace PicsOnefile;

/// <summary>A Onefile placement; an <i>organisation</i> in PICSWeb (a learner's placement of type P).</summary>
/// <remarks>Search rows carry the name alone: the other fields are null until the record's details were read (<see cref="DetailsReadAt"/>).</remarks>
public sealed record Placement : DatedRecord, IOnefileRecord
{
    /// <summary>Onefile's ID of the placement.</summary>
    public string PlacementId { get; init; } = "";

    /// <summary>The placement's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address lines without the postcode, separated by commas; a detail.</summary>
    public string? Address { get; init; }

    /// <summary>The postcode; a detail.</summary>
    public string? Postcode { get; init; }

    /// <summary>E-mail address; a detail.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number as typed; a detail.</summary>
    public string? Telephone { get; init; }

    /// <summary>Web address; a detail.</summary>
    public string? Website { get; init; }

    /// <summary>The MIS Value; PICSWeb's Ident where the customer links by MIS Value.</summary>
    public string? MisId { get; init; }

    /// <summary>True, false, or null where Onefile does not say.</summary>
    public bool? Active { get; init; }

    /// <summary>The centre of the placement.</summary>
    public string CentreId { get; init; } = "";

    /// <summary>The centre's name.</summary>
    public string? CentreName { get; init; }

    /// <summary>When the details were read, or null if only the search row is known.</summary>
    public DateTimeOffset? DetailsReadAt { get; init; }

    /// <summary>The Ident of the organisation that this placement is linked to, or null.</summary>
    public string? OrganisationIdent { get; init; }

    /// <summary>The state of the placement's link.</summary>
    public LinkState LinkState { get; init; } = LinkState.Unknown;

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(PlacementId, Name);

    LinkKind IOnefileRecord.Kind => LinkKind.Organisation;

    string IOnefileRecord.OnefileId => PlacementId;

    string IOnefileRecord.DisplayName => Name;

    bool? IOnefileRecord.Live => Active;
}
