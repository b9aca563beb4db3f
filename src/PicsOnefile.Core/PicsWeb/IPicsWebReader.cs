using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb;

/// <summary>PICSWeb's lists: by its API, or from the files that people export on its screens.</summary>
public interface IPicsWebReader
{
    /// <summary>Returns all officers.</summary>
    Task<IReadOnlyList<Officer>> GetOfficersAsync(RunContext run);

    /// <summary>Returns all organisations.</summary>
    Task<IReadOnlyList<Organisation>> GetOrganisationsAsync(RunContext run);

    /// <summary>Returns all qualifications.</summary>
    Task<IReadOnlyList<Qualification>> GetQualificationsAsync(RunContext run);

    /// <summary>Returns all learners.</summary>
    Task<IReadOnlyList<Learner>> GetLearnersAsync(RunContext run);
}
