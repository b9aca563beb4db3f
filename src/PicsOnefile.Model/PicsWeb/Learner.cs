using System;

namespace PicsOnefile;

/// <summary>A PICSWeb learner, as far as the preview and the readiness rules need one.</summary>
public sealed record Learner : DatedRecord
{
    /// <summary>The Ident.</summary>
    public string LearnerIdent { get; init; } = "";

    /// <summary>Forename.</summary>
    public string? FirstName { get; init; }

    /// <summary>Surname.</summary>
    public string? Surname { get; init; }

    /// <summary>Date of birth (date only).</summary>
    public DateTime? DateOfBirth { get; init; }

    /// <summary>Unique learner number, ten digits.</summary>
    public string? Uln { get; init; }

    /// <summary>PICSWeb's status word.</summary>
    public string? Status { get; init; }

    /// <summary>The learner's Onefile ID, where already linked.</summary>
    public string? OnefileId { get; init; }

    /// <summary>True for a learner whom the next enrolments would upload: in use, and without a Onefile ID.</summary>
    public bool AwaitsEnrolment => string.IsNullOrWhiteSpace(OnefileId) && RecordStatus.IsLive(Status) != false;

    /// <summary>The Ident of the main officer.</summary>
    public string? MainOfficer { get; init; }

    /// <summary>The Idents of all officers, separated by commas.</summary>
    public string? Officers { get; init; }

    /// <summary>The Ident of the organisation.</summary>
    public string? OrganisationIdent { get; init; }

    /// <summary>The VQ References of the learner's qualifications, separated by commas; a qualification without one leaves its place empty.</summary>
    public string? VqReferences { get; init; }

    /// <summary>
    /// The centre the learner is enrolled in (<i>OneFile Organisation</i> in PICSWeb's enrol window): its Onefile ID or its name, as PICSWeb writes it.
    /// </summary>
    public string? OnefileOrganisation { get; init; }

    /// <summary>Describes it in few words: the Ident alone: the name is personal.</summary>
    public override string ToString() => Described.By(LearnerIdent);
}
