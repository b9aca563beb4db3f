using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>Reads the records of one kind of link, whichever kind it is. A new kind is a row of the table.</summary>
public abstract class LinkLists
{
    private static readonly Dictionary<LinkKind, LinkLists> Table = new()
    {
        [LinkKind.Officer] = new TypedLists<Officer, Assessor>(
            LinkKind.Officer,
            (lists, freshness, run) => lists.OfficersAsync(freshness, run),
            (lists, freshness, run) => lists.AssessorsAsync(freshness, run),
            (details, records, run) => details.DetailAsync(records, run),
            (details, records, run) => details.ReadAsync(records, run),
            (client, id, run) => client.GetAssessorAsync(new Assessor { AssessorId = id }, run),
            (officer, value) => officer with { AdditionalId = value },
            (assessor, value) => assessor with { MisId = value }
        ),
        [LinkKind.Organisation] = new TypedLists<Organisation, Placement>(
            LinkKind.Organisation,
            (lists, freshness, run) => lists.OrganisationsAsync(freshness, run),
            (lists, freshness, run) => lists.PlacementsAsync(freshness, run),
            (details, records, run) => details.DetailAsync(records, run),
            (details, records, run) => details.ReadAsync(records, run),
            (client, id, run) => client.GetPlacementAsync(new Placement { PlacementId = id }, run),
            (organisation, value) => organisation with { AdditionalId = value },
            (placement, value) => placement with { MisId = value }
        ),
    };

    private LinkLists(LinkKind kind) => Operation = RecordRoutes.ListOf(kind);

    /// <summary>The operation that lists PICSWeb's records.</summary>
    public PicsWebOperation Operation { get; }

    /// <summary>Finds the row of a kind.</summary>
    /// <returns>The row.</returns>
    public static LinkLists For(LinkKind kind) => Table[kind];

    /// <summary>Reads PICSWeb's records.</summary>
    /// <returns>The records; null where neither its API nor an exported list has them.</returns>
    /// <exception cref="Errors.PicsOnefileException">The list cannot be read.</exception>
    public async Task<IReadOnlyList<IPicsWebRecord>?> PicsWebAsync(Workspace workspace, Freshness freshness, RunContext run) =>
        workspace.PicsWeb.CanRead(Operation) ? await PicsWebAsync(workspace.PicsWebLists, freshness, run).ConfigureAwait(false) : null;

    /// <summary>Reads Onefile's records of the centres in play.</summary>
    /// <returns>The records of all these centres.</returns>
    /// <exception cref="Errors.PicsOnefileException">A list cannot be read.</exception>
    public abstract Task<IReadOnlyList<IOnefileRecord>> OnefileAsync(Workspace workspace, Freshness freshness, RunContext run);

    /// <summary>Reads the details of Onefile records, one call each, and warns of those that could not be read.</summary>
    /// <returns>The records with their details. Records that are gone are left out.</returns>
    /// <exception cref="Errors.PicsOnefileException">The connection fails, or Onefile refuses the details of all.</exception>
    public abstract Task<DetailedRecords<IOnefileRecord>> DetailAsync(Workspace workspace, IReadOnlyCollection<IOnefileRecord> records, RunContext run);

    /// <summary>The same without the warning: the caller reports the records that could not be read.</summary>
    /// <returns>The records with their details. Records that are gone are left out.</returns>
    /// <exception cref="Errors.PicsOnefileException">The connection fails, or Onefile refuses the details of all.</exception>
    public abstract Task<DetailedRecords<IOnefileRecord>> ReadDetailsAsync(Workspace workspace, IReadOnlyCollection<IOnefileRecord> records, RunContext run);

    /// <summary>Reads one Onefile record by its ID.</summary>
    /// <returns>The record; null where Onefile has none.</returns>
    /// <exception cref="Errors.PicsOnefileException">The record cannot be read.</exception>
    public abstract Task<IOnefileRecord?> GetAsync(IOnefileClient client, string id, RunContext run);

    /// <summary>Reads PICSWeb's records from the cache.</summary>
    /// <returns>The records; null where they were never read.</returns>
    public abstract IReadOnlyList<IPicsWebRecord>? KeptPicsWeb(IRecordCache cache);

    /// <summary>Reads Onefile's records from the cache.</summary>
    /// <returns>The records; empty where they were never read.</returns>
    public abstract IReadOnlyList<IOnefileRecord> KeptOnefile(IRecordCache cache);

    /// <summary>Keeps the Additional ID that was written to a record in the cache.</summary>
    public abstract void KeepWritten(IRecordCache cache, IPicsWebRecord record, string? additionalId);

    /// <summary>Keeps the MIS Value that was written to a record in the cache.</summary>
    public abstract void KeepWritten(IRecordCache cache, IOnefileRecord record, string? misId);

    private protected abstract Task<IReadOnlyList<IPicsWebRecord>> PicsWebAsync(PicsWebLists lists, Freshness freshness, RunContext run);

    private sealed class TypedLists<TPicsWeb, TOnefile>(
        LinkKind kind,
        Func<PicsWebLists, Freshness, RunContext, Task<IReadOnlyList<TPicsWeb>>> picsWeb,
        Func<OnefileLists, Freshness, RunContext, Task<IReadOnlyList<TOnefile>>> onefile,
        Func<OnefileDetails, IReadOnlyCollection<TOnefile>, RunContext, Task<DetailedRecords<TOnefile>>> detail,
        Func<OnefileDetails, IReadOnlyCollection<TOnefile>, RunContext, Task<DetailedRecords<TOnefile>>> readDetails,
        Func<IOnefileClient, string, RunContext, Task<TOnefile?>> get,
        Func<TPicsWeb, string?, TPicsWeb> withAdditionalId,
        Func<TOnefile, string?, TOnefile> withMisId
    ) : LinkLists(kind)
        where TPicsWeb : class, IPicsWebRecord
        where TOnefile : class, IOnefileRecord
    {
        public override async Task<IReadOnlyList<IOnefileRecord>> OnefileAsync(Workspace workspace, Freshness freshness, RunContext run) =>
            await onefile(workspace.OnefileLists, freshness, run).ConfigureAwait(false);

        public override async Task<DetailedRecords<IOnefileRecord>> DetailAsync(
            Workspace workspace,
            IReadOnlyCollection<IOnefileRecord> records,
            RunContext run
        ) => (await detail(workspace.OnefileDetails, [.. records.Cast<TOnefile>()], run).ConfigureAwait(false)).As<IOnefileRecord>();

        public override async Task<DetailedRecords<IOnefileRecord>> ReadDetailsAsync(
            Workspace workspace,
            IReadOnlyCollection<IOnefileRecord> records,
            RunContext run
        ) => (await readDetails(workspace.OnefileDetails, [.. records.Cast<TOnefile>()], run).ConfigureAwait(false)).As<IOnefileRecord>();

        public override async Task<IOnefileRecord?> GetAsync(IOnefileClient client, string id, RunContext run) =>
            await get(client, id, run).ConfigureAwait(false);

        public override IReadOnlyList<IPicsWebRecord>? KeptPicsWeb(IRecordCache cache) => cache.Read<TPicsWeb>()?.Rows;

        public override IReadOnlyList<IOnefileRecord> KeptOnefile(IRecordCache cache) =>
            [.. (cache.Read<Centre>()?.Rows ?? []).SelectMany(centre => cache.Read<TOnefile>(centre.CentreId)?.Rows ?? [])];

        public override void KeepWritten(IRecordCache cache, IPicsWebRecord record, string? additionalId) =>
            cache.Update([withAdditionalId((TPicsWeb)record, additionalId)]);

        public override void KeepWritten(IRecordCache cache, IOnefileRecord record, string? misId) =>
            cache.Update([withMisId((TOnefile)record, misId)]);

        private protected override async Task<IReadOnlyList<IPicsWebRecord>> PicsWebAsync(PicsWebLists lists, Freshness freshness, RunContext run) =>
            await picsWeb(lists, freshness, run).ConfigureAwait(false);
    }
}
