using System;

namespace PicsOnefile;

/// <summary>PICSWeb's OneFile Summary: the switch, its settings and the Integration Status.</summary>
/// <remarks>The customer token is write-only in PICSWeb and is never part of this.</remarks>
public sealed record IntegrationSettings
{
    /// <summary>Integration Enabled. Null where PICSWeb cannot be asked.</summary>
    public bool? IntegrationEnabled { get; init; }

    /// <summary>Environment (Live, Beta or Practice).</summary>
    public OnefileEnvironment? Environment { get; init; }

    /// <summary>Connection Test, in PICSWeb's words.</summary>
    public string? ConnectionTest { get; init; }

    /// <summary>Last Synchronised: the learner sync, not the qualification refresh.</summary>
    public DateTimeOffset? LastSynchronised { get; init; }

    /// <summary>Update Learner Demographics Mode.</summary>
    public string? UpdateLearnerDemographicsMode { get; init; }

    /// <summary>Update Officer Demographics Mode.</summary>
    public string? UpdateOfficerDemographicsMode { get; init; }

    /// <summary>Update Organisation Demographics Mode.</summary>
    public string? UpdateOrganisationDemographicsMode { get; init; }

    /// <summary>Upload Reviews to OneFile.</summary>
    public bool? UploadReviews { get; init; }

    /// <summary>Download Reviews from OneFile.</summary>
    public bool? DownloadReviews { get; init; }

    /// <summary>Visit Type for Uploaded Reviews: Not Specified, Remote Session or Face to Face.</summary>
    public string? VisitType { get; init; }

    /// <summary>Create Learner: Classroom from Main Tag.</summary>
    public bool? ClassroomFromMainTag { get; init; }
}
