using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.PicsWeb;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>PICSWeb's lists, through the cache.</summary>
public sealed class PicsWebLists(IPicsWeb tenant, CachedReading reading)
{
    /// <summary>Reads all officers.</summary>
    /// <returns>The officers.</returns>
    /// <exception cref="Errors.PicsOnefileException">The list cannot be read.</exception>
    public Task<IReadOnlyList<Officer>> OfficersAsync(Freshness freshness, RunContext run) =>
        ListAsync(run.Terms.Officer.Many, PicsWebOperation.OfficersList, freshness, tenant.GetOfficersAsync, run);

    /// <summary>Reads all organisations.</summary>
    /// <returns>The organisations.</returns>
    /// <exception cref="Errors.PicsOnefileException">The list cannot be read.</exception>
    public Task<IReadOnlyList<Organisation>> OrganisationsAsync(Freshness freshness, RunContext run) =>
        ListAsync(run.Terms.Organisation.Many, PicsWebOperation.OrganisationsList, freshness, tenant.GetOrganisationsAsync, run);

    /// <summary>Reads all qualifications.</summary>
    /// <returns>The qualifications.</returns>
    /// <exception cref="Errors.PicsOnefileException">The list cannot be read.</exception>
    public Task<IReadOnlyList<Qualification>> QualificationsAsync(Freshness freshness, RunContext run) =>
        ListAsync("qualifications", PicsWebOperation.QualificationsList, freshness, tenant.GetQualificationsAsync, run);

    /// <summary>Reads all learners.</summary>
    /// <returns>The learners.</returns>
    /// <exception cref="Errors.PicsOnefileException">The list cannot be read.</exception>
    public Task<IReadOnlyList<Learner>> LearnersAsync(Freshness freshness, RunContext run) =>
        ListAsync("learners", PicsWebOperation.LearnersList, freshness, tenant.GetLearnersAsync, run);

    /// <summary>Reads officers or organisations anew and accepts the list at its present length.</summary>
    /// <param name="list">Officer or Organisation.</param>
    /// <param name="beforeItIsTaken">Called with both lengths before a withheld list is accepted.</param>
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
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "This is not a list of PICSWeb."),
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
