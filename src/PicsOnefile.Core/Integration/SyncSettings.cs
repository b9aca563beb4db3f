namespace PicsOnefile.Integration;

/// <summary>What is asked for on PICSWeb's Settings window (Integrations &gt; OneFile &gt; Settings); null leaves a setting as it is.</summary>
public sealed record SyncSettings
{
    /// <summary>The environment, which must be the connected one. Where the customer token is handed over, its environment goes with it.</summary>
    public OnefileEnvironment? Environment { get; init; }

    /// <summary>
    /// Whether PICSWeb gets the connection's customer token. Null hands it over, unless PICSWeb is switched on for this environment already and its Connection
    /// Test succeeds. PICSWeb never shows which token it has.
    /// </summary>
    public bool? HandOverCustomerToken { get; init; }

    /// <summary>Update Learner Demographics Mode, in PICSWeb's words; which words a tenant takes is not known publicly.</summary>
    public string? UpdateLearnerDemographicsMode { get; init; }

    /// <summary>Update Officer Demographics Mode, in PICSWeb's words.</summary>
    public string? UpdateOfficerDemographicsMode { get; init; }

    /// <summary>Update Organisation Demographics Mode, in PICSWeb's words.</summary>
    public string? UpdateOrganisationDemographicsMode { get; init; }

    /// <summary>Upload Reviews to OneFile.</summary>
    public bool? UploadReviews { get; init; }

    /// <summary>Download Reviews from OneFile.</summary>
    public bool? DownloadReviews { get; init; }

    /// <summary>Visit Type for Uploaded Reviews: Not Specified, Remote Session or Face to Face.</summary>
    public string? VisitType { get; init; }

    /// <summary>Create Learner: Classroom from Main Tag.</summary>
    public bool? ClassroomFromMainTag { get; init; }

    /// <summary>Integration Enabled: the switch itself, set by enabling and disabling.</summary>
    internal bool? IntegrationEnabled { get; init; }
}
