using System.Collections.Generic;

namespace PicsOnefile.Sandbox.Account;

/// <summary>The kinds of records that the account speaks of.</summary>
public enum AccountKind
{
    Assessor,
    Placement,
    Learner,
    Qualification,
}

/// <summary>PICSWeb made a record in Onefile.</summary>
/// <param name="Ident">Ident of the officer, organisation or learner.</param>
/// <param name="OnefileId">The new record's ID.</param>
/// <param name="Existing">IDs of the live records that truth held already in that centre; the new one is a duplicate of them when there are any.</param>
public sealed record CreatedRecord(AccountKind Kind, string Ident, string Name, int CentreId, int OnefileId, IReadOnlyList<int> Existing);

/// <summary>A link that does not lead to a live record of the same person or organisation.</summary>
/// <param name="OnefileId">What the link holds; text, because it may be no ID at all.</param>
/// <param name="OtherName">The name of the record that it leads to; empty when there is none.</param>
public sealed record WrongLink(AccountKind Kind, string Ident, string Name, int CentreId, string OnefileId, string OtherName, WrongLinkReason Reason);

/// <summary>Why a link is wrong.</summary>
public enum WrongLinkReason
{
    /// <summary>It leads to somebody else's record.</summary>
    Stranger,

    /// <summary>It leads to an archived account or an inactive placement.</summary>
    Archived,

    /// <summary>There is no such record in this environment: it was deleted, or the ID is another environment's.</summary>
    Missing,

    /// <summary>The record is of another kind, such as a learner's account.</summary>
    NotAnAssessor,

    /// <summary>A VQ Reference that is the code of another learning aim.</summary>
    OtherAim,
}

/// <summary>A qualification that an enrolment left out.</summary>
/// <param name="RightCode">The code that Onefile uses for it; empty when it has none.</param>
/// <param name="CouldBeServed">Whether the learner's centre offers that code.</param>
public sealed record LeftOutQualification(
    string LearnerIdent,
    int CentreId,
    int QualificationId,
    string Title,
    string VqReference,
    string RightCode,
    bool CouldBeServed
);

/// <summary>Why an enrolment failed.</summary>
public enum EnrolmentFailure
{
    /// <summary>The integration is off or the connection test is not good.</summary>
    IntegrationOff,

    /// <summary>There is no learner with that Ident who waits for an enrolment.</summary>
    NotWaiting,

    /// <summary>Two accounts of the centre carry one MIS Value.</summary>
    MisValueTwice,

    /// <summary>A link leads to a record that is not there.</summary>
    DeadLink,

    /// <summary>The learner names a centre, officer or organisation that does not exist.</summary>
    UnknownRecord,
}

/// <summary>One learner's enrolment.</summary>
/// <param name="OnefileId">The learner's account in Onefile; null when the enrolment failed.</param>
public sealed record EnrolmentResult(string LearnerIdent, int? OnefileId, EnrolmentFailure? Failure = null, string Detail = "")
{
    public bool Succeeded => Failure is null;
}

/// <summary>What PICSWeb did while the twin ran.</summary>
public sealed class EnrolmentLog
{
    public List<EnrolmentResult> Enrolments { get; } = [];

    public List<CreatedRecord> Created { get; } = [];

    public List<WrongLink> WrongLinks { get; } = [];

    public List<LeftOutQualification> LeftOut { get; } = [];

    /// <summary>Additional IDs of other portfolios that PICSWeb overwrote with its own link: Ident and the lost ID.</summary>
    public List<(string Ident, string LostId)> Overwritten { get; } = [];

    public int DailySyncs { get; set; }
}
