using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Files;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb;

/// <summary>A list that the API did not return.</summary>
/// <param name="Reason">The reason, in a sentence.</param>
/// <param name="WasAvailable">
/// True for an outage: the tenant's OpenAPI document or an earlier call shows that the API has the list. False where the tenant may not have the list.
/// </param>
public sealed record UnavailableList(string Reason, bool WasAvailable);

/// <summary>One PICSWeb tenant: each operation by the API where it offers it, lists from exported files where it does not.</summary>
/// <remarks>An operation that neither offers throws <see cref="Errors.ErrorKinds.OperationMissing"/> or <see cref="Errors.ErrorKinds.ApiMissing"/>.</remarks>
public interface IPicsWeb : IPicsWebReader, IRemoteRecords
{
    /// <summary>The availability of each operation of the API map; checked when the connection was opened.</summary>
    IReadOnlyDictionary<PicsWebOperation, OperationAvailability> Operations { get; }

    /// <summary>Whether a list can be read: by the API or from an exported file.</summary>
    bool CanRead(PicsWebOperation list);

    /// <summary>
    /// Returns the outage of a list that the API was expected to return; null for a readable list, and for one that neither API nor exported files have.
    /// </summary>
    UnavailableList? FindUnavailable(PicsWebOperation list);

    /// <summary>Returns the current source of a list: the API or an exported file.</summary>
    ListSource SourceOf(PicsWebOperation list);

    /// <summary>Returns the integration settings and the Integration Status.</summary>
    Task<IntegrationSettings> GetIntegrationAsync(RunContext run);

    /// <summary>Changes integration settings; settings without a name in the list stay.</summary>
    /// <param name="changes">By the names of <see cref="IntegrationSettings"/>, and CustomerToken, which PICSWeb never shows again.</param>
    /// <param name="run">The run.</param>
    Task UpdateIntegrationAsync(IReadOnlyDictionary<string, object?> changes, RunContext run);

    /// <summary>Presses <i>Refresh Qualification Links</i>.</summary>
    Task RefreshQualificationLinksAsync(RunContext run);

    /// <summary>Adds a qualification and returns it as PICSWeb stores it; never retried.</summary>
    Task<Qualification> CreateQualificationAsync(Qualification qualification, RunContext run);
}
