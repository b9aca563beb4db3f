using System;

namespace PicsOnefile;

/// <summary>A Onefile user account with the role of assessor (5) or trainee assessor (4); an <i>officer</i> in PICSWeb.</summary>
/// <remarks>Search rows carry no e-mail or telephone: these are null until the record's details were read (<see cref="DetailsReadAt"/>).</remarks>
public sealed record Assessor : DatedRecord, IOnefileRecord
{
    /// <summary>Onefile's ID of the account.</summary>
    public string AssessorId { get; init; } = "";

    /// <summary>Forename.</summary>
    public string? FirstName { get; init; }

    /// <summary>Surname.</summary>
    public string? LastName { get; init; }

    /// <summary>Forename and surname.</summary>
    public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>E-mail address; a detail.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone or, where that is empty, mobile number, as typed; a detail.</summary>
    public string? Telephone { get; init; }

    /// <summary>The MIS Value; PICSWeb's Ident where the customer links by MIS Value.</summary>
    public string? MisId { get; init; }

    /// <summary>Onefile's role number: 5 assessor, 4 trainee assessor.</summary>
    public int Role { get; init; }

    /// <summary>The centre of the account.</summary>
    public string CentreId { get; init; } = "";

    /// <summary>The centre's name.</summary>
    public string? CentreName { get; init; }

    /// <summary>True, false, or null where Onefile does not say. Null is never taken for "in use".</summary>
    public bool? Archived { get; init; }

    /// <summary>When Onefile last saw a change to the account; a detail.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When the details were read, or null if only the search row is known.</summary>
    public DateTimeOffset? DetailsReadAt { get; init; }

    /// <summary>The Ident of the officer that this account is linked to, or null.</summary>
    public string? OfficerIdent { get; init; }

    /// <summary>The state of the account's link.</summary>
    public LinkState LinkState { get; init; } = LinkState.Unknown;

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(AssessorId, FullName);

    LinkKind IOnefileRecord.Kind => LinkKind.Officer;

    string IOnefileRecord.OnefileId => AssessorId;

    string IOnefileRecord.DisplayName => FullName;

    bool? IOnefileRecord.Live => !Archived;
}
