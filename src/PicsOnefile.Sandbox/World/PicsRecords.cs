using System;
using System.Collections.Generic;

namespace PicsOnefile.Sandbox.World;

/// <summary>
/// The values of the status field of PICSWeb's records. PICSWeb's own words are known for qualifications only; the twin uses them throughout.
/// </summary>
public static class PicsStatus
{
    public const string Live = "Live";
    public const string Dormant = "Dormant";
}

/// <summary>A PICSWeb officer.</summary>
public sealed class Officer
{
    public required int Id { get; set; }

    public required string Ident { get; init; }

    public string FirstName { get; set; } = "";

    public string Surname { get; set; } = "";

    public string Email { get; set; } = "";

    public string Telephone { get; set; } = "";

    public string Mobile { get; set; } = "";

    public string MainOrganisation { get; set; } = "";

    public string Status { get; set; } = PicsStatus.Live;

    public string AdditionalId { get; set; } = "";

    /// <summary>Grows with every change; the wire shows it as an ETag, as a row version or not at all.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who this officer really is (see <see cref="OnefileUser.Entity"/>).</summary>
    public int Entity { get; set; }

    public bool IsLive => Status == PicsStatus.Live;

    public string FullName => $"{FirstName} {Surname}".Trim();
}

/// <summary>A PICSWeb organisation.</summary>
public sealed class Organisation
{
    public required int Id { get; set; }

    public required string Ident { get; init; }

    public string Name { get; set; } = "";

    public string Address1 { get; set; } = "";

    public string Address2 { get; set; } = "";

    public string Address3 { get; set; } = "";

    public string Address4 { get; set; } = "";

    public string Address5 { get; set; } = "";

    public string Postcode { get; set; } = "";

    public string Telephone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Website { get; set; } = "";

    public string Edrs { get; set; } = "";

    public string Status { get; set; } = PicsStatus.Live;

    public string AdditionalId { get; set; } = "";

    /// <summary>Grows with every change (see <see cref="Officer.Version"/>).</summary>
    public int Version { get; set; } = 1;

    /// <summary>Which organisation this really is (see <see cref="Placement.Entity"/>).</summary>
    public int Entity { get; set; }

    public bool IsLive => Status == PicsStatus.Live;
}

/// <summary>A PICSWeb qualification with its VQ Reference.</summary>
public sealed class Qualification
{
    public required int Id { get; set; }

    public string VqReference { get; set; } = "";

    public string Title { get; set; } = "";

    public string Level { get; set; } = "";

    public string Status { get; set; } = PicsStatus.Live;

    public bool HasUnits { get; set; }

    public string StandardCode { get; set; } = "";

    /// <summary>Grows with every change (see <see cref="Officer.Version"/>).</summary>
    public int Version { get; set; } = 1;

    /// <summary>The code that Onefile uses for this very component or qualification, whether or not a centre offers it; the truth, never on the wire.</summary>
    public string TrueCode { get; set; } = "";

    public bool IsLive => Status == PicsStatus.Live;
}

/// <summary>A PICSWeb learner with the records that its enrolment would upload.</summary>
public sealed class PicsLearner
{
    public required int Id { get; set; }

    public required string Ident { get; init; }

    public string FirstName { get; set; } = "";

    public string Surname { get; set; } = "";

    public DateOnly? DateOfBirth { get; set; }

    public string Uln { get; set; } = "";

    public string Status { get; set; } = PicsStatus.Live;

    /// <summary>The Onefile ID of the learner's account; empty until it was enrolled.</summary>
    public string OneFileId { get; set; } = "";

    /// <summary>Ident of the main officer.</summary>
    public string MainOfficer { get; set; } = "";

    /// <summary>Idents of all officers, the main one first.</summary>
    public List<string> Officers { get; } = [];

    /// <summary>Ident of the organisation (the placement of type P); empty when there is none.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>IDs of the qualifications; the wire shows their VQ References.</summary>
    public List<int> Qualifications { get; } = [];

    /// <summary>The "OneFile Organisation" of PICSWeb's enrol window: the Onefile ID of the centre.</summary>
    public int CentreId { get; set; }

    /// <summary>Progress that the daily sync brought back, per cent.</summary>
    public int Progress { get; set; }

    /// <summary>Grows with every change (see <see cref="Officer.Version"/>).</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who this learner really is (see <see cref="OnefileUser.Entity"/>).</summary>
    public int Entity { get; set; }

    /// <summary>A learner that is live and has no Onefile ID yet waits for its enrolment.</summary>
    public bool AwaitsEnrolment => Status == PicsStatus.Live && OneFileId.Length == 0;
}

/// <summary>PICSWeb's settings for its Onefile integration, as its Settings window shows them.</summary>
public sealed class IntegrationSettings
{
    public bool Enabled { get; set; }

    /// <summary>Write only on the wire.</summary>
    public string CustomerToken { get; set; } = "";

    /// <summary>Live, Beta or Practice.</summary>
    public string Environment { get; set; } = "";

    public DateTimeOffset? LastSynchronised { get; set; }

    public string UpdateLearnerDemographicsMode { get; set; } = "None";

    public string UpdateOfficerDemographicsMode { get; set; } = "None";

    public string UpdateOrganisationDemographicsMode { get; set; } = "None";

    public bool UploadReviews { get; set; }

    public bool DownloadReviews { get; set; }

    public string VisitType { get; set; } = "Not Specified";

    public bool ClassroomFromMainTag { get; set; }

    /// <summary>Grows with every change (see <see cref="Officer.Version"/>).</summary>
    public int Version { get; set; } = 1;

    /// <summary>The codes of each centre's learning aims as PICSWeb last fetched them; null before the first fetch.</summary>
    public Dictionary<int, HashSet<string>>? QualificationLinks { get; set; }
}
