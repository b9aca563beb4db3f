using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Onefile;

/// <summary>Onefile's REST API v2.1, as far as the module needs it.</summary>
/// <remarks>Every method throws <see cref="Errors.PicsOnefileException"/> as <see cref="Http.IRestPipeline.SendAsync"/> does.</remarks>
public interface IOnefileClient : IRemoteRecords
{
    /// <summary>Returns the customer that the token belongs to; one call.</summary>
    Task<OnefileCustomer> GetCustomerAsync(RunContext run);

    /// <summary>Returns the customer's centres; one call for each page.</summary>
    Task<IReadOnlyList<Centre>> GetCentresAsync(OnefileCustomer customer, RunContext run);

    /// <summary>Returns the assessors and trainee assessors of a centre as search rows, page by page.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="filter">The server's filters.</param>
    /// <param name="run">The run.</param>
    IAsyncEnumerable<Assessor> SearchAssessorsAsync(Centre centre, AssessorFilter filter, RunContext run);

    /// <summary>Returns the account with its details, or null where Onefile has no such ID; one call.</summary>
    /// <param name="row">The search row, whose centre and role the details lack; or one with the ID alone.</param>
    /// <param name="run">The run.</param>
    Task<Assessor?> GetAssessorAsync(Assessor row, RunContext run);

    /// <summary>Returns the placements of a centre as search rows, page by page.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="name">The server's name filter, or null.</param>
    /// <param name="run">The run.</param>
    IAsyncEnumerable<Placement> SearchPlacementsAsync(Centre centre, string? name, RunContext run);

    /// <summary>Returns the placement with its details, or null where Onefile has no such ID; one call.</summary>
    Task<Placement?> GetPlacementAsync(Placement row, RunContext run);

    /// <summary>Returns the learners of a centre as search rows, page by page.</summary>
    IAsyncEnumerable<OnefileLearner> SearchLearnersAsync(Centre centre, RunContext run);

    /// <summary>Returns the learner, with number and date of birth where Onefile shows them; null where it has no such ID. One call.</summary>
    Task<OnefileLearner?> GetLearnerAsync(OnefileLearner row, RunContext run);

    /// <summary>Returns the centre's own list of learning aims. Code, standard and component come from the title or the code field.</summary>
    Task<IReadOnlyList<LearningAim>> GetLearningAimsAsync(Centre centre, RunContext run);
}
