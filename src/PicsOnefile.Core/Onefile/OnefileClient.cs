using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;

namespace PicsOnefile.Onefile;

/// <summary>Onefile's REST API v2.1 over a pipeline. The other half of this class reads and writes single records.</summary>
/// <remarks>Onefile publishes no schema: responses are read tolerantly, and a missing property stays null.</remarks>
public sealed partial class OnefileClient : IOnefileClient
{
    private const int NotFound = 404;

    // Onefile's IDs are numbers that begin at 1 and are not near the largest one.
    private const string NonexistentId = "2147483647";

    // One role per search: 5 is assessor, 4 trainee assessor. An account with both roles is an assessor.
    private static readonly int[] AssessorRoles = [5, 4];
    private const int LearnerRole = 1;

    private readonly IRestPipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly OnefileClientOptions _options;
    private readonly NotFoundPages _pages = new();

    // For each entity one listed record, to probe whether single records can be read.
    private readonly ConcurrentDictionary<string, string> _listed = new(StringComparer.Ordinal);

    /// <summary>Makes the client.</summary>
    /// <param name="pipeline">The way to Onefile, with its session.</param>
    /// <param name="options">Page size and limits; null for the defaults.</param>
    /// <param name="time">The clock; the system's by default.</param>
    public OnefileClient(IRestPipeline pipeline, OnefileClientOptions? options = null, TimeProvider? time = null)
    {
        _pipeline = pipeline;
        _options = options ?? new OnefileClientOptions();
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public async Task<OnefileCustomer> GetCustomerAsync(RunContext run)
    {
        var request = new RestRequest(HttpMethod.Get, "Customer");
        var answer = await _pipeline.SendForJsonAsync(request, run).ConfigureAwait(false);
        var row = OnefileResponse.Record(request, answer, id: null) ?? throw OnefileResponse.Unreadable(request, "is empty");
        return new OnefileCustomer(row.Text("ID")!, row.Text("Name") ?? "");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Centre>> GetCentresAsync(OnefileCustomer customer, RunContext run)
    {
        var centres = new List<Centre>();
        await foreach (
            var (id, row) in Search("Organisation", new JObject { ["CustomerID"] = Id(customer.CustomerId) }, run).ConfigureAwait(false)
        )
            centres.Add(OnefileRecords.Centre(id, row));

        return centres;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Assessor> SearchAssessorsAsync(Centre centre, AssessorFilter filter, RunContext run)
    {
        var seen = new HashSet<string>();
        foreach (var role in AssessorRoles)
        {
            var asked = new Assessor
            {
                Role = role,
                CentreId = centre.CentreId,
                CentreName = centre.Name,
            };
            await foreach (var (id, row) in Search("User", UserFilter(centre, role, filter), run).ConfigureAwait(false))
            {
                if (seen.Add(id))
                    yield return OnefileRecords.Assessor(id, row, asked) with
                    {
                        Role = role,
                    };
            }
        }
    }

    /// <inheritdoc/>
    public async Task<Assessor?> GetAssessorAsync(Assessor row, RunContext run) =>
        await GetAsync("User", row.AssessorId, run).ConfigureAwait(false) is { } answer
        && _time.GetUtcNow() is var now
            ? OnefileRecords.Assessor(row.AssessorId, answer, row) with
            {
                DetailsReadAt = now,
                AsOf = now,
            }
            : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Placement> SearchPlacementsAsync(Centre centre, string? name, RunContext run)
    {
        var filter = new JObject { ["OrganisationID"] = Id(centre.CentreId) };
        if (name is not null)
            filter["Name"] = name;

        var asked = new Placement { CentreId = centre.CentreId, CentreName = centre.Name };
        await foreach (var (id, row) in Search("Placement", filter, run).ConfigureAwait(false))
            yield return OnefileRecords.Placement(id, row, asked);
    }

    /// <inheritdoc/>
    public async Task<Placement?> GetPlacementAsync(Placement row, RunContext run) =>
        await GetAsync("Placement", row.PlacementId, run).ConfigureAwait(false) is { } answer
        && _time.GetUtcNow() is var now
            ? OnefileRecords.Placement(row.PlacementId, answer, row) with
            {
                DetailsReadAt = now,
                AsOf = now,
            }
            : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<OnefileLearner> SearchLearnersAsync(Centre centre, RunContext run)
    {
        var asked = new OnefileLearner { CentreId = centre.CentreId };
        await foreach (var (id, row) in Search("User", UserFilter(centre, LearnerRole, AssessorFilter.None), run).ConfigureAwait(false))
            yield return OnefileRecords.Learner(id, row, asked);
    }

    /// <inheritdoc/>
    public async Task<OnefileLearner?> GetLearnerAsync(OnefileLearner row, RunContext run) =>
        await GetAsync("User", row.OnefileId, run).ConfigureAwait(false) is { } answer ? OnefileRecords.Learner(row.OnefileId, answer, row) : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<LearningAim>> GetLearningAimsAsync(Centre centre, RunContext run) =>
        new LearningAimList(_pipeline, of => Search("Standard", new JObject { ["OrganisationID"] = Id(of.CentreId) }, run)).ReadAsync(centre, run);

    private static JObject UserFilter(Centre centre, int role, AssessorFilter filter)
    {
        var json = new JObject { ["Role"] = role, ["OrganisationID"] = Id(centre.CentreId) };
        foreach (
            var (name, value) in new[]
            {
                ("FirstName", filter.FirstName),
                ("LastName", filter.LastName),
                ("Email", filter.Email),
                ("MISID", filter.MisId),
            }
        )
        {
            if (value is not null)
                json[name] = value;
        }

        return json;
    }

    // Onefile's IDs are numbers in its bodies; any other text is sent unchanged, for Onefile to reject.
    private static JValue Id(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new JValue(number) : new JValue(id);

    private async IAsyncEnumerable<(string Id, OnefileRow Row)> Search(string entity, JObject filter, RunContext run)
    {
        await foreach (var row in new PagedSearch(_pipeline, _options, entity, filter).ReadAsync(run).ConfigureAwait(false))
        {
            _listed[entity] = row.Id;
            yield return row;
        }
    }

    private async Task<OnefileRow?> GetAsync(string entity, string id, RunContext run)
    {
        if (id.Length == 0)
            throw ErrorKinds.RecordUnknown.For(entity, $"A Onefile {entity} cannot be read without its ID.");

        var (request, response) = await QueryAsync(entity, id, run).ConfigureAwait(false);
        if (response.Status != NotFound)
            return OnefileResponse.Record(request, JsonResponse.Read(request, response), id);
        return response.Page is not { } page || await IsOnefilePageAsync(entity, id, response.Body, run).ConfigureAwait(false)
            ? null
            : throw ErrorKinds.BlockedOnTheWay.For(request.ToString(), $"{page}.");
    }

    private async Task<(RestRequest Request, RestResponse Response)> QueryAsync(string entity, string id, RunContext run)
    {
        var request = new RestRequest(HttpMethod.Get, $"{entity}/{Uri.EscapeDataString(id)}") { AcceptedStatusCodes = [NotFound], ExpectsJson = true };
        return (request, await _pipeline.SendAsync(request, run).ConfigureAwait(false));
    }

    // Only Onefile's own 404 proves that a record is gone.
    private Task<bool> IsOnefilePageAsync(string entity, string id, string page, RunContext run) =>
        _pages.IsOwnAsync(
            page,
            id,
            async () =>
                _listed.TryGetValue(entity, out var known)
                && known != id
                && (await QueryAsync(entity, known, run).ConfigureAwait(false)).Response.Status != NotFound,
            async () =>
                (await QueryAsync(entity, NonexistentId, run).ConfigureAwait(false)).Response is { Status: NotFound, Page: not null } none
                    ? (NonexistentId, none.Body)
                    : null
        );
}
