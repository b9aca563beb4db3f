using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>
/// Reads a list to its end. The end is where as many records as the total says have come, or an empty page, or a page without a new record: a
/// server may cap the page size, leave the total out, or ignore the page number. A total that disagrees with the records is reported with them.
/// </summary>
internal sealed class PagedList(PicsWebCalls calls, ApiOperation entry, string activity, RunContext run)
{
    private const int MostReadings = 5;

    private readonly Dictionary<string, JObject> _records = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private int? _total;

    /// <summary>All records, each once, in the order in which they came, with how many PICSWeb counts beyond them.</summary>
    public async Task<CountedList<JObject>> ReadAsync()
    {
        var last = await ReadOnceAsync().ConfigureAwait(false);
        // Somebody saved a record meanwhile and the order moved: what slipped through is in another reading. A reading that brings nothing new is the last but
        // one.
        for (int reading = 2, idle = 0; _records.Count < _total && reading <= MostReadings && idle < 2; reading++)
        {
            run.Log.Verbose($"{entry.Rule.Name}: {Count(_records.Count)} of {Count(_total.Value)} records came; the list is read once more.");
            var before = _records.Count;
            last = await ReadOnceAsync().ConfigureAwait(false);
            idle = _records.Count == before ? idle + 1 : 0;
        }

        // One reading that agrees is enough: what it lacks of an earlier one was taken out meanwhile.
        var missing = _total is { } total && total != last ? total - _records.Count : 0;
        if (missing != 0)
            run.Log.Warning($"PICSWeb counts {Count(_total!.Value)} records in {entry.Rule.Name} and gave {Count(_records.Count)}.");

        run.Log.Progress(new RunProgress(activity, _records.Count, _total, Completed: true));
        run.Log.Debug($"{activity}: {Count(_records.Count)} records.");
        return new([.. _order.Select(id => _records[id])], missing);
    }

    private async Task<int> ReadOnceAsync()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var idle = 0;
        for (var page = entry.Paging?.First ?? 1; ; page++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var records = (await PageAsync(page).ConfigureAwait(false)).ToList();
            var fresh = Take(records, seen);
            run.Log.Progress(new RunProgress(activity, _records.Count, _total));
            // While the total says that there is more, one page that repeats another is not the end.
            idle = fresh == 0 ? idle + 1 : 0;
            // Fewer than came is no total: such a list ends where the records do.
            if (records.Count == 0 || idle > (_total is null ? 0 : 1) || seen.Count == _total || entry.Paging is null)
                return seen.Count;
        }
    }

    private async Task<IEnumerable<JToken>> PageAsync(int page)
    {
        var first = page == (entry.Paging?.First ?? 1);
        ApiResponse? told;
        try
        {
            told = await calls.QueryAsync(entry, null, Query(page), run).ConfigureAwait(false);
        }
        catch (PicsOnefileException exception) when (!first && exception.Kind == ErrorKinds.OperationMissing)
        {
            // Some servers return 404 for a page behind the last one.
            return [];
        }

        if (told?.Body is null)
            return [];
        if (told.Body is JArray bare)
            return bare;
        // A total that no list can have says nothing: the list ends where no new record comes.
        if (entry.Total is not null && JsonScalar.Count(JsonRecord.Get(told.Body, entry.Total)) is { } total)
            _total = total;
        return told.Get(entry.Items) switch
        {
            JArray records => records,
            JValue { Value: null } => [],
            _ => throw ErrorKinds.AnswerUnreadable.For(
                entry.Rule.Name,
                $"The answer to {told.Request} has no list at '{entry.Items}'; it has {told.Properties()}. Correct its 'items' in the API map."
            ),
        };
    }

    private int Take(IEnumerable<JToken> page, HashSet<string> seen)
    {
        var fresh = 0;
        foreach (var token in page)
        {
            var record = token as JObject ?? throw ErrorKinds.AnswerUnreadable.For(entry.Rule.Name, $"A record of {entry.Rule.Name} is not an object.");
            var id = GetId(record);
            if (!seen.Add(id))
                continue;
            fresh++;
            if (!_records.ContainsKey(id))
                _order.Add(id);
            _records[id] = record;
        }

        return fresh;
    }

    private string GetId(JObject record)
    {
        var name = entry.Fields.TryGetValue("id", out var id) ? id : entry.Fields["ident"];
        return JsonRecord.Text(record, name)
            ?? throw ErrorKinds.AnswerUnreadable.For(
                entry.Rule.Name,
                $"A record of {entry.Rule.Name} has no '{name}'; it has {JsonRecord.Names(record)}. Correct its fields in the API map."
            );
    }

    private Dictionary<string, string>? Query(int page)
    {
        if (entry.Paging is not { } paging)
            return null;
        var query = new Dictionary<string, string> { [paging.Number] = Count(page) };
        if (paging.Size is { } size)
            query[size] = Count(paging.Records);
        return query;
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
