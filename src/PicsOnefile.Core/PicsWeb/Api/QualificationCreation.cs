using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>
/// Adds a qualification. A tenant's response to a create is not published: the record, its key alone or nothing at all. In every case the qualification
/// is returned as PICSWeb stores it.
/// </summary>
internal sealed class QualificationCreation(PicsWebCalls calls, PicsWebRecords records)
{
    public async Task<Qualification> RunAsync(Qualification qualification, Func<RunContext, Task<IReadOnlyList<Qualification>>> list, RunContext run)
    {
        var entry = calls.Entry(PicsWebOperation.QualificationsCreate);
        var told = await calls.SendAsync(entry, null, Body(entry, qualification), null, [], run).ConfigureAwait(false);
        var answer = told.Get(entry.Items);
        if (answer is JObject record && Mapping(PicsWebOperation.QualificationsList, record) is { QualificationId.Length: > 0, Title.Length: > 0 } whole)
            return whole;
        var id = answer switch
        {
            JObject part => Mapping(PicsWebOperation.QualificationsList, part)?.QualificationId,
            null => null,
            _ => JsonRecord.Scalar(answer),
        };
        if (
            !string.IsNullOrEmpty(id)
            && calls.Find(PicsWebOperation.QualificationsGet) is not null
            && await records.ReadAsync(RecordKind.Qualification, id!, run).ConfigureAwait(false) is { Body: PicsWebBody read }
        )
            return Mapping(PicsWebOperation.QualificationsGet, read.Record)! with { QualificationId = id! };
        var all = await list(run).ConfigureAwait(false);
        return all.LastOrDefault(one => one.QualificationId == id)
            ?? all.LastOrDefault(one => IsSame(one, qualification))
            ?? throw ErrorKinds.NotWritten.For(
                qualification,
                $"PICSWeb did not refuse the qualification '{qualification.Title}' ({qualification.VqReference}), and its list does not have it."
            );
    }

    private Qualification? Mapping(PicsWebOperation operation, JObject record) =>
        calls.Find(operation) is { } entry ? new RecordMapping(entry).Qualification(record) : null;

    private static JObject Body(ApiOperation entry, Qualification qualification)
    {
        var body = new JObject();
        var values = new Dictionary<string, string?>
        {
            ["vqReference"] = qualification.VqReference,
            ["title"] = qualification.Title,
            ["level"] = qualification.Level,
            ["status"] = qualification.Status ?? "Live",
        };
        foreach (var pair in values)
        {
            if (pair.Value is not null && entry.Fields.TryGetValue(pair.Key, out var name))
                JsonRecord.Set(body, name, pair.Value);
        }

        return body;
    }

    private static bool IsSame(Qualification one, Qualification other) =>
        string.Equals(one.VqReference?.Trim(), other.VqReference?.Trim(), StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.Title.Trim(), other.Title.Trim(), StringComparison.OrdinalIgnoreCase);
}
