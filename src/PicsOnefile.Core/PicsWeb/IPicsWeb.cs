using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Files;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb;

/// <summary>A list that the API did not answer.</summary>
/// <param name="Reason">The reason, in a sentence.</param>
/// <param name="WasAvailable">
/// True where the tenant's OpenAPI document or an earlier call says that the API has the list: an outage. False where only this call could tell: it may be a
/// list that the tenant does not have.
/// </param>
public sealed record UnavailableList(string Reason, bool WasAvailable);

/// <summary>One PICSWeb tenant: each operation by the API where it offers it, lists from exported files where it does not.</summary>
/// <remarks>An operation that neither offers throws <see cref="Errors.ErrorKinds.OperationMissing"/> or <see cref="Errors.ErrorKinds.ApiMissing"/>.</remarks>
public interface IPicsWeb : IPicsWebReader, IRemoteRecords
{
    /// <summary>What the tenant's API offers of the API map; checked when the connection was opened.</summary>
    IReadOnlyDictionary<PicsWebOperation, OperationAvailability> Operations { get; }

    /// <summary>Whether a list can be read: by the API or from an exported file.</summary>
    bool CanRead(PicsWebOperation list);

    /// <summary>
    /// What became of a list that the API was taken to offer, and that it did not answer when it was last asked; null where it can be read, and where neither
    /// the API nor an exported list was ever said to have it.
    /// </summary>
    UnavailableList? FindUnavailable(PicsWebOperation list);

    /// <summary>Where a list is read from now: the API or an exported file.</summary>
    ListSource SourceOf(PicsWebOperation list);

    /// <summary>The integration settings and the Integration Status.</summary>
    Task<IntegrationSettings> GetIntegrationAsync(RunContext run);

    /// <summary>Changes integration settings; what is not named stays.</summary>
    /// <param name="changes">By the names of <see cref="IntegrationSettings"/>, and CustomerToken, which PICSWeb never shows again.</param>
    /// <param name="run">The run.</param>
    Task UpdateIntegrationAsync(IReadOnlyDictionary<string, object?> changes, RunContext run);

    /// <summary>Presses <i>Refresh Qualification Links</i>.</summary>
    Task RefreshQualificationLinksAsync(RunContext run);

    /// <summary>Adds a qualification and answers it as PICSWeb keeps it.</summary>
    Task<Qualification> CreateQualificationAsync(Qualification qualification, RunContext run);
}
