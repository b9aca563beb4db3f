using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Reads and writes single records by the API map: the whole record goes back with one field changed, unless the map says otherwise.</summary>
internal sealed class PicsWebRecords(PicsWebCalls calls)
{
    /// <summary>The only settings record of a tenant.</summary>
    public const string SettingsId = "onefile";

    private const string TokenField = "customerToken";
    private static readonly string[] SystemFields = ["lastSynchronised", "connectionTest", TokenField];

    /// <summary>Whether the map has what writing needs: the update and, where it takes the whole record, reading it.</summary>
    public bool CanWrite(RecordKind kind) =>
        RecordRoutes.Find(kind) is { } routes && calls.Find(routes.Update) is { } update && (update.ChangedOnly || calls.Find(routes.Get) is not null);

    /// <summary>Whether an update may carry the changed field alone.</summary>
    public bool TakesPartialUpdates(RecordKind kind) => RecordRoutes.Find(kind) is { } routes && calls.Find(routes.Update) is { ChangedOnly: true };

    /// <summary>The record as it is now, or null where it is not there.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="recordId">The API's key.</param>
    /// <param name="run">The run.</param>
    /// <param name="isOwnPage">As <see cref="PicsWebCalls.QueryAsync"/>.</param>
    public async Task<RemoteRecord?> ReadAsync(RecordKind kind, string recordId, RunContext run, Func<string, Task<bool>>? isOwnPage = null)
    {
        var entry = calls.Entry(Routes(kind).Get);
        if (entry.Rule.TakesId && !ApiPath.CanBeId(recordId))
            return null;
        var told = await calls.QueryAsync(entry, entry.Rule.TakesId ? recordId : null, null, run, isOwnPage).ConfigureAwait(false);
        if (told is null)
            return null;
        var record =
            told.Get(entry.Items) as JObject
            ?? throw ErrorKinds.AnswerUnreadable.For(
                recordId,
                $"The answer to {told.Request} has no record at '{entry.Items ?? "$"}'; it has {told.Properties()}. "
                    + $"Correct the 'items' of {entry.Rule.Name} in the API map."
            );
        if (entry.Rule.TakesId)
            ThrowUnlessRequested(entry, recordId, record, told.Request);
        return ToRemoteRecord(kind, recordId, entry, record, told.ETag, whole: true);
    }

    // The whole record goes back with one field changed: whatever else came under a status of success must never be sent in its place.
    private static void ThrowUnlessRequested(ApiOperation entry, string recordId, JObject record, RestRequest request)
    {
        var name = entry.Fields.TryGetValue("id", out var id) ? id : "id";
        if (JsonRecord.Text(record, name) is not { } answered)
        {
            throw ErrorKinds.AnswerUnreadable.For(
                recordId,
                $"The answer to {request} is not a record: it has no '{name}'; it has {JsonRecord.Names(record)}. Correct the fields of {entry.Rule.Name} in "
                    + "the API map."
            );
        }
        if (!string.Equals(answered, recordId.Trim(), StringComparison.OrdinalIgnoreCase))
            throw ErrorKinds.AnswerUnreadable.For(recordId, $"The answer to {request} is another record than was asked for.");
    }

    /// <summary>The record as a list shows it, for comparing where the tenant cannot read one alone; never for writing back.</summary>
    public RemoteRecord FromRow(RecordKind kind, string recordId, JObject row) =>
        ToRemoteRecord(kind, recordId, calls.Entry(Routes(kind).List!.Value), row, null, whole: false);

    /// <summary>Writes one field.</summary>
    public Task WriteAsync(RemoteRecord record, string field, string? value, RunContext run) =>
        WriteAsync(record, new Dictionary<string, JToken> { [field] = Value(record, field, value) }, [], run);

    /// <summary>Writes several fields at once.</summary>
    public async Task WriteAsync(RemoteRecord record, IReadOnlyDictionary<string, JToken> values, IReadOnlyCollection<Secret> secrets, RunContext run)
    {
        var routes = Routes(record.Kind);
        var entry = calls.Entry(routes.Update);
        if (entry.Rule.TakesId && !ApiPath.CanBeId(record.RecordId))
            throw ErrorKinds.PicsWebNotFound.For(record.RecordId, "PICSWeb's API has no key for the record: it comes from an exported list.");
        var read = record.Body as PicsWebBody;
        if (!entry.ChangedOnly && read is not { Whole: true })
            throw PicsWebCalls.Missing(OperationRules.For(routes.Get), $"{entry.Rule.Name} takes the whole record, which cannot be read");
        var body = entry.ChangedOnly ? new JObject() : (JObject)read!.Record.DeepClone();
        foreach (var pair in values)
            JsonRecord.Set(body, Name(entry, pair.Key), pair.Value);
        await calls.SendAsync(entry, entry.Rule.TakesId ? record.RecordId : null, body, read?.ETag, secrets, run).ConfigureAwait(false);
    }

    private static RemoteRecord ToRemoteRecord(RecordKind kind, string recordId, ApiOperation entry, JObject record, string? etag, bool whole)
    {
        var writable = OperationRules
            .For(Routes(kind).Update)
            .Fields.Where(name => entry.Fields.ContainsKey(name) && !IsSystemField(name))
            .Select(name => (Name: ModuleName(name), Path: JsonRecord.Get(record, entry.Fields[name])?.Path))
            .ToList();
        var apart = Uncompared(entry).Select(name => JsonRecord.Get(record, name)?.Path).Where(path => path is not null).ToList();
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var scalar in JsonRecord.Scalars(record).Where(scalar => !apart.Any(path => IsAtOrBelow(scalar, path!))))
            fields[writable.FirstOrDefault(field => field.Path == scalar.Path).Name ?? JsonRecord.GetRelativePath(record, scalar)] = JsonRecord.Scalar(scalar);
        // A field that PICSWeb leaves out while it is empty is there all the same, empty.
        foreach (var field in writable.Where(field => !fields.ContainsKey(field.Name)))
            fields[field.Name] = null;
        var version = etag ?? (entry.Version is null ? null : JsonRecord.Text(record, entry.Version));
        return new RemoteRecord(kind, recordId, fields, new PicsWebBody(record, etag, whole), version);
    }

    // What PICSWeb changes by itself, and the token, which must not be kept. None of it is compared.
    private static IEnumerable<string> Uncompared(ApiOperation entry) =>
        entry
            .Volatile.Append(entry.Version ?? TokenField)
            .Append(TokenField)
            .Concat(entry.Fields.Where(pair => IsSystemField(pair.Key)).Select(pair => pair.Value));

    private static bool IsAtOrBelow(JValue scalar, string path) => scalar.Path == path || scalar.Path.StartsWith(path + ".", StringComparison.Ordinal);

    private static bool IsSystemField(string field) => SystemFields.Contains(field, StringComparer.OrdinalIgnoreCase);

    // Types follow what is there: a tenant that keeps the ID as a number gets a number back.
    private JToken Value(RemoteRecord record, string field, string? value)
    {
        var entry = calls.Entry(Routes(record.Kind).Update);
        if (string.IsNullOrEmpty(value))
            return entry.ClearsByEmptyText ? "" : JValue.CreateNull();
        var now = (record.Body as PicsWebBody)?.Record is { } body ? JsonRecord.Get(body, Name(entry, field)) : null;
        if (now is { Type: JTokenType.Boolean } && BooleanText.Parse(value) is { } flag)
            return flag;
        var isNumber = now is { Type: JTokenType.Integer or JTokenType.Float } || entry.Numbers.Contains(field, StringComparer.OrdinalIgnoreCase);
        return isNumber && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : value;
    }

    private static string Name(ApiOperation entry, string field) =>
        entry.Fields.TryGetValue(field, out var name)
            ? name
            : throw ErrorKinds.ApiMapInvalid.For(
                field,
                $"The API map has no field '{field}' at $.operations['{entry.Rule.Name}'].fields; it has {string.Join(", ", entry.Fields.Keys)}."
            );

    private static RecordRoutes Routes(RecordKind kind) =>
        RecordRoutes.Find(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is not a kind of record of PICSWeb.");

    // additionalId in the map is AdditionalId to the module.
    private static string ModuleName(string field) => char.ToUpperInvariant(field[0]) + field.Substring(1);
}

/// <summary>A record as it was read: what goes back.</summary>
/// <param name="Record">The record, untouched.</param>
/// <param name="ETag">The ETag that came with it, or null.</param>
/// <param name="Whole">False for a row of a list, which may lack fields that a PUT would then blank.</param>
internal sealed record PicsWebBody(JObject Record, string? ETag, bool Whole);
