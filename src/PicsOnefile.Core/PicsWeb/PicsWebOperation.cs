namespace PicsOnefile.PicsWeb;

/// <summary>The operations that the module uses of PICSWeb's API; each has an entry of this name in the API map.</summary>
public enum PicsWebOperation
{
    /// <summary>authenticate</summary>
    Authenticate,

    /// <summary>officers.list</summary>
    OfficersList,

    /// <summary>officers.get</summary>
    OfficersGet,

    /// <summary>officers.update</summary>
    OfficersUpdate,

    /// <summary>organisations.list</summary>
    OrganisationsList,

    /// <summary>organisations.get</summary>
    OrganisationsGet,

    /// <summary>organisations.update</summary>
    OrganisationsUpdate,

    /// <summary>qualifications.list</summary>
    QualificationsList,

    /// <summary>qualifications.get</summary>
    QualificationsGet,

    /// <summary>qualifications.update</summary>
    QualificationsUpdate,

    /// <summary>qualifications.create</summary>
    QualificationsCreate,

    /// <summary>learners.list</summary>
    LearnersList,

    /// <summary>integration.get</summary>
    IntegrationGet,

    /// <summary>integration.update</summary>
    IntegrationUpdate,

    /// <summary>integration.refreshQualificationLinks</summary>
    IntegrationRefreshQualificationLinks,
}
