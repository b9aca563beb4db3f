using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.PicsWeb;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>PICSWeb's lists, through the cache.</summary>
public sealed class PicsWebLists(IPicsWeb tenant, CachedReading reading)
{
    /// <summary>All officers.</summary>
    public Task<IReadOnlyList<Officer>> OfficersAsync(Freshness freshness, RunContext run) =>
        ListAsync(run.Terms.Officer.Many, PicsWebOperation.OfficersList, freshness, tenant.GetOfficersAsync, run);

    /// <summary>All organisations.</summary>
    public Task<IReadOnlyList<Organisation>> OrganisationsAsync(Freshness freshness, RunContext run) =>
        ListAsync(run.Terms.Organisation.Many, PicsWebOperation.OrganisationsList, freshness, tenant.GetOrganisationsAsync, run);

    /// <summary>All qualifications.</summary>
    public Task<IReadOnlyList<Qualification>> QualificationsAsync(Freshness freshness, RunContext run) =>
        ListAsync("qualifications", PicsWebOperation.QualificationsList, freshness, tenant.GetQualificationsAsync, run);

    /// <summary>All learners.</summary>
    public Task<IReadOnlyList<Learner>> LearnersAsync(Freshness freshness, RunContext run) =>
        ListAsync("learners", PicsWebOperation.LearnersList, freshness, tenant.GetLearnersAsync, run);

    // A person who has exported a list anew wants it to be read, however young the reading of the older one is.
    private Task<IReadOnlyList<T>> ListAsync<T>(string what, PicsWebOperation list, Freshness freshness, Func<RunContext, Task<IReadOnlyList<T>>> read, RunContext run)
        where T : class
        => reading.ListAsync(what, "", freshness, () => read(run), run, () => tenant.ExportedAt(list));
}
