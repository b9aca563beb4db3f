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

    /// <summary>Reads officers or organisations anew and takes the list at the length that it has.</summary>
    /// <param name="list">Officer or Organisation.</param>
    /// <param name="beforeItIsTaken">Told both lengths where the list would not be taken by itself.</param>
    /// <param name="run">The run.</param>
    public Task AcceptAsync(GuardedList list, Action<int?, int> beforeItIsTaken, RunContext run) =>
        list switch
        {
            GuardedList.Officer => reading.AcceptAsync(
                run.Terms.Officer.Many,
                "",
                () => tenant.GetOfficersAsync(run),
                beforeItIsTaken,
                run,
                () => tenant.SourceOf(PicsWebOperation.OfficersList)
            ),
            GuardedList.Organisation => reading.AcceptAsync(
                run.Terms.Organisation.Many,
                "",
                () => tenant.GetOrganisationsAsync(run),
                beforeItIsTaken,
                run,
                () => tenant.SourceOf(PicsWebOperation.OrganisationsList)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "This is no list of PICSWeb."),
        };

    private Task<IReadOnlyList<T>> ListAsync<T>(
        string what,
        PicsWebOperation list,
        Freshness freshness,
        Func<RunContext, Task<IReadOnlyList<T>>> read,
        RunContext run
    )
        where T : class => reading.ListAsync(what, "", freshness, () => read(run), run, () => tenant.SourceOf(list));
}
