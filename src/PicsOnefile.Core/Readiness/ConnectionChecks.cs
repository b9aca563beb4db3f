using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>Asks each side whether it answers, with one call that costs little.</summary>
internal sealed class ConnectionChecks(Workspace workspace, RunContext run)
{
    /// <summary>Why nothing was asked.</summary>
    public const string Offline = "The cache was asked to answer alone (-Offline).";

    // Where one of these stands between us and PICSWeb, no other call would fare better.
    private static readonly IReadOnlyList<ErrorKindCategory> NoConnection =
    [
        ErrorKindCategory.AuthenticationError,
        ErrorKindCategory.ConnectionError,
        ErrorKindCategory.OperationTimeout,
        ErrorKindCategory.SecurityError,
        ErrorKindCategory.ResourceUnavailable,
    ];

    /// <summary>Whether Onefile answers, and for the customer whose connection this is.</summary>
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

    /// <summary>Whether PICSWeb answers, and its integration settings.</summary>
    /// <remarks>
    /// The settings are the one record that every question about the switch needs: reading them shows that PICSWeb answers. Without them one officer does.
    /// </remarks>
    /// <param name="freshness">Whether the officers may be read to find one.</param>
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
