using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Onefile;

/// <summary>Onefile's REST API v2.1, as far as the module needs it.</summary>
public interface IOnefileClient : IRemoteRecords
{
    /// <summary>The customer that the token belongs to.</summary>
    Task<OnefileCustomer> GetCustomerAsync(RunContext run);

    /// <summary>The customer's centres.</summary>
    Task<IReadOnlyList<Centre>> GetCentresAsync(OnefileCustomer customer, RunContext run);

    /// <summary>The assessors and trainee assessors of a centre as search rows, page by page.</summary>
    IAsyncEnumerable<Assessor> SearchAssessorsAsync(Centre centre, AssessorFilter filter, RunContext run);

    /// <summary>The account with its details, or null where Onefile has no such ID.</summary>
    /// <param name="row">The search row, whose centre and role the details lack; or one with the ID alone.</param>
    /// <param name="run">The run.</param>
    Task<Assessor?> GetAssessorAsync(Assessor row, RunContext run);

    /// <summary>The placements of a centre as search rows, page by page.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="name">The server's name filter, or null.</param>
    /// <param name="run">The run.</param>
    IAsyncEnumerable<Placement> SearchPlacementsAsync(Centre centre, string? name, RunContext run);

    /// <summary>The placement with its details, or null where Onefile has no such ID.</summary>
    Task<Placement?> GetPlacementAsync(Placement row, RunContext run);

    /// <summary>The learners of a centre as search rows, page by page.</summary>
    IAsyncEnumerable<OnefileLearner> SearchLearnersAsync(Centre centre, RunContext run);

    /// <summary>The learner with number and date of birth where Onefile shows them, or null where it has no such ID.</summary>
    Task<OnefileLearner?> GetLearnerAsync(OnefileLearner row, RunContext run);

    /// <summary>The centre's own list of learning aims, with code, standard and component taken from title or code field.</summary>
    Task<IReadOnlyList<LearningAim>> GetLearningAimsAsync(Centre centre, RunContext run);
}
