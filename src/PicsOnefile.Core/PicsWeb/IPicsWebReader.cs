using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb;

/// <summary>PICSWeb's lists: by its API, or from the files that people export on its screens.</summary>
public interface IPicsWebReader
{
    /// <summary>All officers.</summary>
    Task<IReadOnlyList<Officer>> GetOfficersAsync(RunContext run);

    /// <summary>All organisations.</summary>
    Task<IReadOnlyList<Organisation>> GetOrganisationsAsync(RunContext run);

    /// <summary>All qualifications.</summary>
    Task<IReadOnlyList<Qualification>> GetQualificationsAsync(RunContext run);

    /// <summary>All learners.</summary>
    Task<IReadOnlyList<Learner>> GetLearnersAsync(RunContext run);
}
