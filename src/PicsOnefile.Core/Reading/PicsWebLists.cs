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
        reading.ListAsync("officers", "", freshness, () => tenant.GetOfficersAsync(run), run);

    /// <summary>All organisations.</summary>
    public Task<IReadOnlyList<Organisation>> OrganisationsAsync(Freshness freshness, RunContext run) =>
        reading.ListAsync("organisations", "", freshness, () => tenant.GetOrganisationsAsync(run), run);

    /// <summary>All qualifications.</summary>
    public Task<IReadOnlyList<Qualification>> QualificationsAsync(Freshness freshness, RunContext run) =>
        reading.ListAsync("qualifications", "", freshness, () => tenant.GetQualificationsAsync(run), run);

    /// <summary>All learners.</summary>
    public Task<IReadOnlyList<Learner>> LearnersAsync(Freshness freshness, RunContext run) =>
        reading.ListAsync("learners", "", freshness, () => tenant.GetLearnersAsync(run), run);
}
