using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Onefile;

/// <content>Onefile's side of the write protocol: the MIS Value of accounts and placements.</content>
public sealed partial class OnefileClient
{
    // The module's name of the one field that it writes, and Onefile's.
    private static readonly string MisId = RecordField.MisId.Name;
    private const string OnefileMisId = "MISID";

    // Accounts can be searched for by their MIS Value, placements only by their name. A partial update is confirmed for accounts alone.
    private static readonly Dictionary<RecordKind, Entity> Entities = new()
    {
        [RecordKind.Assessor] = new("User", (centre, filter) => AssessorRoles.Select(role => UserFilter(centre, role, filter)))
        {
            TakesPartialUpdates = true,
            FindsByMisId = true,
        },
        [RecordKind.Placement] = new("Placement", (centre, _) => [new JObject { ["OrganisationID"] = Id(centre.CentreId) }]),
    };

    /// <summary>
    /// The centres whose records <see cref="ListAsync"/> lists; set when the connection is opened. Null asks Onefile for all of the customer's, once.
    /// </summary>
    public IReadOnlyList<Centre>? Centres { get; set; }

    /// <inheritdoc/>
    public bool CanWrite(RecordKind kind) => Entities.ContainsKey(kind);

    /// <summary>Whether a partial update is confirmed: for accounts it is, for placements not.</summary>
    public static bool TakesPartialUpdates(RecordKind kind) => Entities.TryGetValue(kind, out var entity) && entity.TakesPartialUpdates;

    /// <summary>
    /// Rows hold little more than name and MIS Value. That is enough for accounts, whose partial updates are confirmed. The effect of an update on the rest
    /// of a placement is not known, so each placement is read whole.
    /// </summary>
    public bool RowsConfirmWrites(RecordKind kind) => TakesPartialUpdates(kind);

    /// <inheritdoc/>
    public async Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run)
    {
        if (await GetAsync(GetEntity(kind).Name, recordId, run).ConfigureAwait(false) is not { } row)
            return null;

        return ToRemoteRecord(kind, recordId, row);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// An update of an account holds the MIS Value only; an update of a placement holds the whole record, as the effect of a partial body is not known.
    /// </remarks>
    public async Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run)
    {
        if (!CanWrite(record.Kind) || field != MisId)
            throw new ArgumentException($"Onefile's {record.Kind} has no field {field} that the module writes.", nameof(field));

        var body = TakesPartialUpdates(record.Kind) ? [] : await GetWholeRecordAsync(record, run).ConfigureAwait(false);
        if (body is null)
            throw ErrorKinds.RecordUnknown.For(record.RecordId, $"Onefile has no {run.Terms.Record(record.Kind.ToString(), record.RecordId)}.");

        // Whether null clears a value is not known; the empty text is what clients send.
        var name = body.Property(OnefileMisId, StringComparison.OrdinalIgnoreCase)?.Name ?? OnefileMisId;
        body[name] = value ?? "";
        var path = $"{GetEntity(record.Kind).Name}/{Uri.EscapeDataString(record.RecordId)}";
        var request = new RestRequest(HttpMethod.Post, path, body.ToString(Formatting.None));
        var response = await _pipeline.SendAsync(request, run).ConfigureAwait(false);
        OnefileResponse.ThrowIfRefused(request, JsonResponse.TryRead(response.Body));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, RemoteRecord>?> ListAsync(RecordKind kind, string field, RunContext run)
    {
        if (!CanWrite(kind) || field != MisId)
            return null;

        Centres ??= await GetCentresAsync(await GetCustomerAsync(run).ConfigureAwait(false), run).ConfigureAwait(false);
        var records = new Dictionary<string, RemoteRecord>();
        var carried = false;
        var entity = GetEntity(kind);
        foreach (var (centre, filter) in Centres.SelectMany(centre => entity.Filters(centre, AssessorFilter.None).Select(filter => (centre, filter))))
        {
            await foreach (var (id, row) in Search(entity.Name, filter, run).ConfigureAwait(false))
            {
                carried |= row.Has(OnefileMisId);
                records[id] = ToRemoteRecord(kind, id, row) with { CentreId = centre.CentreId };
            }
        }

        return carried || records.Count == 0 ? records : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run)
    {
        if (!Entities.TryGetValue(kind, out var entity) || !entity.FindsByMisId || field != MisId || centreId is null)
            return null;

        var records = new List<RemoteRecord>();
        foreach (var filter in entity.Filters(new Centre { CentreId = centreId }, new AssessorFilter(MisId: value)))
        {
            await foreach (var (id, row) in Search(entity.Name, filter, run).ConfigureAwait(false))
                records.Add(ToRemoteRecord(kind, id, row) with { CentreId = centreId });
        }

        return records;
    }

    private static RemoteRecord ToRemoteRecord(RecordKind kind, string recordId, OnefileRow row)
    {
        var fields = new Dictionary<string, string?>();
        foreach (var value in row.Json.Descendants().OfType<JValue>())
            fields[value.Path.Substring(row.Json.Path.Length).TrimStart('.')] = OnefileRow.ToRawText(value);

        fields[MisId] = OnefileRow.ToRawText(row.Find(OnefileMisId));
        return new RemoteRecord(kind, recordId, fields, row.Json, Version: null);
    }

    private static Entity GetEntity(RecordKind kind) =>
        Entities.TryGetValue(kind, out var entity)
            ? entity
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Onefile keeps no records of this kind.");

    private async Task<JObject?> GetWholeRecordAsync(RemoteRecord record, RunContext run)
    {
        if (record.Body is JObject read)
            return (JObject)read.DeepClone();

        return (await GetAsync(GetEntity(record.Kind).Name, record.RecordId, run).ConfigureAwait(false))?.Json;
    }

    /// <summary>How Onefile keeps one kind of record. A new kind is a row of <see cref="Entities"/>.</summary>
    /// <param name="Name">Onefile's name of the entity.</param>
    /// <param name="Filters">The searches that together list a centre's records, narrowed by a filter where the entity takes one.</param>
    private sealed record Entity(string Name, Func<Centre, AssessorFilter, IEnumerable<JObject>> Filters)
    {
        /// <summary>Whether a partial update is confirmed, so that rows are enough to confirm it.</summary>
        public bool TakesPartialUpdates { get; init; }

        /// <summary>Whether records can be searched for by their MIS Value.</summary>
        public bool FindsByMisId { get; init; }
    }
}
