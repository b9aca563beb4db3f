namespace PicsOnefile;

/// <summary>A PICSWeb officer; an <i>assessor</i> in Onefile.</summary>
public sealed record Officer : DatedRecord, IPicsWebRecord
{
    /// <summary>The Ident (officer code).</summary>
    public string OfficerIdent { get; init; } = "";

    /// <summary>PICSWeb's key for its API; empty for a record from an exported list.</summary>
    public string OfficerId { get; init; } = "";

    /// <summary>Forename.</summary>
    public string? FirstName { get; init; }

    /// <summary>Surname.</summary>
    public string? Surname { get; init; }

    /// <summary>Forename and surname.</summary>
    public string FullName => $"{FirstName} {Surname}".Trim();

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number as typed.</summary>
    public string? Telephone { get; init; }

    /// <summary>Mobile number as typed.</summary>
    public string? Mobile { get; init; }

    /// <summary>PICSWeb's status word, for example Live or Dormant.</summary>
    public string? Status { get; init; }

    /// <summary>The Additional ID (Other System ID): the Onefile ID where the customer links by it, or another e-portfolio's.</summary>
    public string? AdditionalId { get; init; }

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(OfficerIdent, FullName);

    LinkKind IPicsWebRecord.Kind => LinkKind.Officer;

    string IPicsWebRecord.Ident => OfficerIdent;

    string IPicsWebRecord.RecordId => OfficerId;

    string IPicsWebRecord.DisplayName => FullName;

    bool? IPicsWebRecord.Live => RecordStatus.IsLive(Status);
}
