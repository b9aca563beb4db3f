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

    private static readonly Dictionary<RecordKind, string> Entities = new() { [RecordKind.Assessor] = "User", [RecordKind.Placement] = "Placement" };

    /// <summary>
    /// The centres whose records <see cref="ListAsync"/> lists; set when the connection is opened. Null asks Onefile for all of the customer's, once.
    /// </summary>
    public IReadOnlyList<Centre>? Centres { get; set; }

    /// <inheritdoc/>
    public bool CanWrite(RecordKind kind) => Entities.ContainsKey(kind);

    /// <summary>Whether a partial update is confirmed: for accounts it is, for placements not.</summary>
    public static bool TakesPartialUpdates(RecordKind kind) => kind == RecordKind.Assessor;

    /// <summary>
    /// Rows hold little more than name and MIS Value. That is enough for accounts, whose partial updates are confirmed. The effect of an update on the rest
    /// of a placement is not known, so each placement is read whole.
    /// </summary>
    public bool RowsConfirmWrites(RecordKind kind) => kind == RecordKind.Assessor;

    /// <inheritdoc/>
    public async Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run)
    {
        if (await GetAsync(GetEntity(kind), recordId, run).ConfigureAwait(false) is not { } row)
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
        var request = new RestRequest(HttpMethod.Post, $"{GetEntity(record.Kind)}/{Uri.EscapeDataString(record.RecordId)}", body.ToString(Formatting.None));
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
        foreach (var (centre, filter) in Centres.SelectMany(centre => CreateFilters(kind, centre).Select(filter => (centre, filter))))
        {
            await foreach (var (id, row) in Search(GetEntity(kind), filter, run).ConfigureAwait(false))
            {
                carried |= row.Has(OnefileMisId);
                records[id] = ToRemoteRecord(kind, id, row) with { CentreId = centre.CentreId };
            }
        }

        return carried || records.Count == 0 ? records : null;
    }

    /// <inheritdoc/>
    /// <remarks>Accounts can be searched for by their MIS Value, placements only by their name.</remarks>
    public async Task<IReadOnlyList<RemoteRecord>?> FindAsync(RecordKind kind, string field, string value, string? centreId, RunContext run)
    {
        if (kind != RecordKind.Assessor || field != MisId || centreId is null)
            return null;

        var records = new List<RemoteRecord>();
        foreach (var role in AssessorRoles)
        {
            await foreach (
                var (id, row) in Search(
                        GetEntity(kind),
                        UserFilter(new Centre { CentreId = centreId }, role, new AssessorFilter(MisId: value)),
                        run
                    )
                    .ConfigureAwait(false)
            )
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

    private static IEnumerable<JObject> CreateFilters(RecordKind kind, Centre centre) =>
        kind == RecordKind.Assessor
            ? AssessorRoles.Select(role => UserFilter(centre, role, AssessorFilter.None))
            : [new JObject { ["OrganisationID"] = Id(centre.CentreId) }];

    private static string GetEntity(RecordKind kind) =>
        Entities.TryGetValue(kind, out var entity)
            ? entity
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Onefile keeps no records of this kind.");

    private async Task<JObject?> GetWholeRecordAsync(RemoteRecord record, RunContext run)
    {
        if (record.Body is JObject read)
            return (JObject)read.DeepClone();

        return (await GetAsync(GetEntity(record.Kind), record.RecordId, run).ConfigureAwait(false))?.Json;
    }
}
