using System;
using System.Collections.Generic;

namespace PicsOnefile.Sandbox.World;

/// <summary>A Onefile centre ("Organisation" in its API) with the catalogue items it has made its own learning aims.</summary>
public sealed class Centre
{
    public required int Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>IDs of the standards on the centre's own list, in the order they were added.</summary>
    public List<int> AssignedStandards { get; } = [];
}

/// <summary>A Onefile user account of any role (1 learner, 4 trainee assessor, 5 assessor, 10 IQA, 40 employer, 45 observer).</summary>
public sealed class OnefileUser
{
    public required int Id { get; set; }

    public int CentreId { get; set; }

    public int Role { get; set; }

    public string Username { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Email { get; set; } = "";

    public string MisId { get; set; } = "";

    public string Telephone { get; set; } = "";

    public string MobileNumber { get; set; } = "";

    public bool Archived { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    public DateTimeOffset? LastLogin { get; set; }

    public DateOnly? DateOfBirth { get; set; }

    public string Uln { get; set; } = "";

    public int? PlacementId { get; set; }

    public int? ClassroomId { get; set; }

    public int? DefaultAssessorId { get; set; }

    public int? DefaultEmployerId { get; set; }

    public DateOnly? StartOn { get; set; }

    public DateOnly? PlannedEndDate { get; set; }

    public string EpisodeName { get; set; } = "";

    public string HomeAddress { get; set; } = "";

    /// <summary>Who this account really belongs to; equal numbers on both sides are one person. The truth, never on the wire.</summary>
    public int Entity { get; set; }

    /// <summary>True when PICSWeb's enrolment made the account while the twin ran.</summary>
    public bool CreatedByPicsWeb { get; set; }

    /// <summary>Whether the account is that of an assessor or a trainee assessor.</summary>
    public bool IsAssessor => Role is OnefileRole.Assessor or OnefileRole.TraineeAssessor;
}

/// <summary>The numbers of Onefile's roles, as onefile-api.md gives them.</summary>
public static class OnefileRole
{
    public const int Learner = 1;
    public const int TraineeAssessor = 4;
    public const int Assessor = 5;
    public const int InternalQualityAssurer = 10;
    public const int Employer = 40;
    public const int Observer = 45;
}

/// <summary>A Onefile placement; the address is kept as lines of text, the postcode last.</summary>
public sealed class Placement
{
    public required int Id { get; set; }

    public int CentreId { get; set; }

    public string Name { get; set; } = "";

    public string Address { get; set; } = "";

    public bool Active { get; set; } = true;

    public string Contact { get; set; } = "";

    public string Email { get; set; } = "";

    public string Telephone { get; set; } = "";

    public string Web { get; set; } = "";

    public string MisId { get; set; } = "";

    public DateTimeOffset? LastModified { get; set; }

    /// <summary>Which organisation this really is; equal numbers on both sides are one organisation. The truth, never on the wire.</summary>
    public int Entity { get; set; }

    /// <summary>True when PICSWeb's enrolment made the placement while the twin ran.</summary>
    public bool CreatedByPicsWeb { get; set; }
}

/// <summary>A Onefile classroom.</summary>
public sealed class Classroom
{
    public required int Id { get; set; }

    public int CentreId { get; set; }

    public string Name { get; set; } = "";

    public string MisId { get; set; } = "";
}

/// <summary>An item of Onefile's catalogue. <see cref="Code"/> is what the learning aims page shows in square brackets; empty when it shows none.</summary>
public sealed class Standard
{
    public required int Id { get; set; }

    public string Title { get; set; } = "";

    public string Code { get; set; } = "";
}

/// <summary>A unit of a standard; its ID is text on the wire.</summary>
public sealed class Unit
{
    public required string Id { get; init; }

    public int StandardId { get; set; }

    public string Title { get; set; } = "";

    public string NdaqCode { get; set; } = "";

    public string Display { get; set; } = "";
}

/// <summary>A standard assigned to a learner.</summary>
public sealed class LearningAim
{
    public required int Id { get; set; }

    public int StandardId { get; set; }

    public int UserId { get; set; }

    /// <summary>A number; what each means is not public, and the twin only keeps it.</summary>
    public int Status { get; set; }

    /// <summary>Per cent.</summary>
    public int Progress { get; set; }

    public DateOnly? StartDate { get; set; }

    public DateOnly? PlannedEnd { get; set; }

    public string RegistrationNumber { get; set; } = "";

    public DateOnly? RegistrationDate { get; set; }

    public DateOnly? CertificateAppliedDate { get; set; }

    /// <summary>When it was achieved; null where it is not.</summary>
    public DateOnly? AchievedDate { get; set; }

    /// <summary>IDs of the assigned units.</summary>
    public List<string> Units { get; } = [];
}
