namespace PicsOnefile;

/// <summary>A PICSWeb organisation (a learner's placement of type P); a <i>placement</i> in Onefile.</summary>
public sealed record Organisation : DatedRecord, IPicsWebRecord
{
    /// <summary>The Ident (organisation code).</summary>
    public string OrganisationIdent { get; init; } = "";

    /// <summary>PICSWeb's key for its API; empty for a record from an exported list.</summary>
    public string OrganisationId { get; init; } = "";

    /// <summary>The organisation's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address lines without the postcode, separated by commas.</summary>
    public string? Address { get; init; }

    /// <summary>The postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number as typed.</summary>
    public string? Telephone { get; init; }

    /// <summary>Web address.</summary>
    public string? Website { get; init; }

    /// <summary>Employer Data Service reference number (EDRS/ERN), nine digits.</summary>
    public string? Edrs { get; init; }

    /// <summary>PICSWeb's status word, for example Live or Dormant.</summary>
    public string? Status { get; init; }

    /// <summary>The Additional ID: the Onefile ID where the customer links by it, or another e-portfolio's.</summary>
    public string? AdditionalId { get; init; }

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(OrganisationIdent, Name);

    LinkKind IPicsWebRecord.Kind => LinkKind.Organisation;

    string IPicsWebRecord.Ident => OrganisationIdent;

    string IPicsWebRecord.RecordId => OrganisationId;

    string IPicsWebRecord.DisplayName => Name;

    bool? IPicsWebRecord.Live => RecordStatus.IsLive(Status);
}
