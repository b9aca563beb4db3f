using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>Checks whether each side responds, with one call that costs little.</summary>
internal sealed class ConnectionChecks(Workspace workspace, RunContext run)
{
    /// <summary>Why nothing was asked.</summary>
    public const string Offline = "The cache was asked to answer alone (-Offline).";

    // Errors that keep every other call to PICSWeb from succeeding too.
    private static readonly IReadOnlyList<ErrorKindCategory> NoConnection =
    [
        ErrorKindCategory.AuthenticationError,
        ErrorKindCategory.ConnectionError,
        ErrorKindCategory.OperationTimeout,
        ErrorKindCategory.SecurityError,
        ErrorKindCategory.ResourceUnavailable,
    ];

    /// <summary>Checks whether Onefile responds, and for the customer of this connection.</summary>
    /// <returns>The check; its detail says what is wrong.</returns>
    public async Task<ConnectionCheck> OnefileAsync()
    {
        try
        {
            var customer = await workspace.Onefile.GetCustomerAsync(run).ConfigureAwait(false);
            return customer.CustomerId == workspace.Customer.CustomerId
                ? new(true, $"Onefile answers for {customer.Name}.")
                : new(
                    false,
                    $"The customer token belongs to {customer.Name} now, and the connection was opened for {workspace.Customer.Name}.",
                    ErrorKinds.CustomerTokenRefused.Id
                );
        }
        catch (PicsOnefileException failure)
        {
            return new(false, failure.Message, failure.Kind.Id);
        }
    }

    /// <summary>Checks whether PICSWeb responds, and reads its integration settings.</summary>
    /// <remarks>
    /// Every question about the switch needs the settings, and reading them shows that PICSWeb responds. Where they cannot be read, one officer is read
    /// instead.
    /// </remarks>
    /// <param name="freshness">Whether the officers may be read to find one.</param>
    /// <returns>The check, and the settings or why they are missing.</returns>
    public async Task<(ConnectionCheck Check, ReadResult<IntegrationSettings> Settings)> PicsWebAsync(Freshness freshness)
    {
        if (workspace.PicsWeb.Operations.Values.All(availability => availability == OperationAvailability.Missing))
            return (
                new(null, "This PICSWeb is read from exported lists: there is no connection to check."),
                ReadResult.Unavailable<IntegrationSettings>("The integration settings are not in any exported list.")
            );
        ReadResult<IntegrationSettings> settings;
        try
        {
            return (new(true, "PICSWeb answers."), ReadResult.From(await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false)));
        }
        catch (PicsOnefileException failure)
        {
            settings = ReadResult.Failed<IntegrationSettings>(failure);
            if (NoConnection.Contains(failure.Kind.Category))
                return (new(false, failure.Message, failure.Kind.Id), settings);
        }
        return (await AnOfficerAsync(settings.Reason!, freshness).ConfigureAwait(false), settings);
    }

    private async Task<ConnectionCheck> AnOfficerAsync(string whyNoSettings, Freshness freshness)
    {
        try
        {
            var officers = await workspace.PicsWebLists.OfficersAsync(freshness, run).ConfigureAwait(false);
            if (officers.FirstOrDefault(officer => officer.OfficerId.Length > 0) is not { } known || !Offers(PicsWebOperation.OfficersGet))
                return new(null, $"PICSWeb's API has nothing here that a single call could ask for. {whyNoSettings}");
            await workspace.PicsWeb.ReadAsync(RecordKind.Officer, known.OfficerId, run).ConfigureAwait(false);
            return new(true, "PICSWeb answers.");
        }
        catch (PicsOnefileException failure)
        {
            return new(false, failure.Message, failure.Kind.Id);
        }
    }

    private bool Offers(PicsWebOperation operation) =>
        workspace.PicsWeb.Operations.TryGetValue(operation, out var availability) && availability != OperationAvailability.Missing;
}
