using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>The details of single Onefile records, through the cache. They cost one call each.</summary>
public sealed class OnefileDetails(IOnefileClient client, IRecordCache cache, TimeProvider clock)
{
    // This many calls under way keep the line busy without crowding the rate limit.
    private const int DetailsAtOnce = 8;

    /// <summary>
    /// Reads the details of these accounts, one call each, and caches them. An account that is gone leaves the cache. A warning says how many could not be
    /// read.
    /// </summary>
    /// <returns>The accounts with their details.</returns>
    /// <exception cref="PicsOnefileException">The connection fails, or Onefile refuses the details of all.</exception>
    public async Task<DetailedRecords<Assessor>> DetailAsync(IReadOnlyCollection<Assessor> rows, RunContext run) =>
        Warned(run.Terms.Assessor.Many, await ReadAsync(rows, run).ConfigureAwait(false), run);

    /// <summary>The same for placements.</summary>
    /// <returns>The placements with their details.</returns>
    /// <exception cref="PicsOnefileException">The connection fails, or Onefile refuses the details of all.</exception>
    public async Task<DetailedRecords<Placement>> DetailAsync(IReadOnlyCollection<Placement> rows, RunContext run) =>
        Warned(run.Terms.Placement.Many, await ReadAsync(rows, run).ConfigureAwait(false), run);

    /// <summary>
    /// Reads details as <see cref="DetailAsync(IReadOnlyCollection{Assessor}, RunContext)"/> does, without the warning. The caller reports the records that
    /// could not be read.
    /// </summary>
    /// <returns>The accounts with their details.</returns>
    public Task<DetailedRecords<Assessor>> ReadAsync(IReadOnlyCollection<Assessor> rows, RunContext run) =>
        ReadAsync(
            run.Terms.Assessor.Many,
            rows,
            row => row.AssessorId,
            (row, now) => row with { DetailsReadAt = row.DetailsReadAt ?? now, AsOf = row.DetailsReadAt ?? now },
            client.GetAssessorAsync,
            run
        );

    /// <summary>The same for placements.</summary>
    /// <returns>The placements with their details.</returns>
    public Task<DetailedRecords<Placement>> ReadAsync(IReadOnlyCollection<Placement> rows, RunContext run) =>
        ReadAsync(
            run.Terms.Placement.Many,
            rows,
            row => row.PlacementId,
            (row, now) => row with { DetailsReadAt = row.DetailsReadAt ?? now, AsOf = row.DetailsReadAt ?? now },
            client.GetPlacementAsync,
            run
        );

    /// <summary>Reads the details of the centre's records that were not in the cache before its list was read anew.</summary>
    /// <param name="list">Assessor or Placement.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="held">The IDs that were in the cache.</param>
    /// <param name="run">The run.</param>
    /// <returns>How many of them are gone.</returns>
    public Task<int> CountGoneAsync(GuardedList list, Centre centre, IReadOnlyCollection<string> held, RunContext run) =>
        list switch
        {
            GuardedList.Assessor => CountGoneAsync<Assessor>(centre, row => !held.Contains(row.AssessorId), DetailAsync, run),
            GuardedList.Placement => CountGoneAsync<Placement>(centre, row => !held.Contains(row.PlacementId), DetailAsync, run),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "This is not a list of Onefile."),
        };

    private async Task<int> CountGoneAsync<T>(
        Centre centre,
        Func<T, bool> isAsked,
        Func<IReadOnlyCollection<T>, RunContext, Task<DetailedRecords<T>>> detail,
        RunContext run
    )
        where T : class
    {
        var listed = cache.Read<T>(centre.CentreId)?.Rows ?? [];
        await detail([.. listed.Where(isAsked)], run).ConfigureAwait(false);
        return listed.Count - (cache.Read<T>(centre.CentreId)?.Rows.Count ?? 0);
    }

    private static DetailedRecords<T> Warned<T>(string what, DetailedRecords<T> records, RunContext run)
    {
        if (records.Unread.Count > 0)
            run.WarnOnce(
                $"The details of {records.Unread.Count} of the {what} could not be read, and the command goes on without them: "
                    + records.Unread.Values.First().Message
            );
        return records;
    }

    private async Task<DetailedRecords<T>> ReadAsync<T>(
        string what,
        IReadOnlyCollection<T> rows,
        Func<T, string> id,
        Func<T, DateTimeOffset, T> stamp,
        Func<T, RunContext, Task<T?>> get,
        RunContext run
    )
        where T : class
    {
        var detailed = new List<T>(rows.Count);
        var unread = new Dictionary<string, PicsOnefileException>(StringComparer.Ordinal);
        var done = 0;
        foreach (var block in Blocks([.. rows]))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var answers = await Task.WhenAll(block.Select(row => QueryAsync(row, get, run))).ConfigureAwait(false);
            var found = answers.Select(answer => answer.Record).OfType<T>().Select(row => stamp(row, clock.GetUtcNow())).ToList();
            cache.Update(found);
            foreach (var gone in block.Where((_, index) => answers[index] is { Record: null, Error: null }))
                cache.Remove<T>(id(gone));
            var failures = answers.Select(answer => answer.Error).OfType<PicsOnefileException>().ToList();
            if (failures.Count == block.Count && IsOfTheConnection(failures, anyRead: detailed.Count > 0))
                throw failures[0];
            for (var index = 0; index < block.Count; index++)
            {
                if (answers[index].Error is { } failure)
                    unread[id(block[index])] = failure;
            }
            detailed.AddRange(found);
            done += block.Count;
            run.Log.Progress(new RunProgress($"Reading details of {what}", done, rows.Count, done == rows.Count) { CallsToMake = rows.Count - done });
        }
        if (rows.Count > 0)
            run.Log.Verbose(
                $"Details of {detailed.Count} {what} read, one call "
                    + $"each{(done == detailed.Count ? "" : $"; {done - detailed.Count} are gone or could not be read")}."
            );
        return new(detailed, unread);
    }

    // A whole block of errors is not about single records. Neither are pages that something between here and Onefile puts in place of all responses.
    private static bool IsOfTheConnection(List<PicsOnefileException> failures, bool anyRead) =>
        failures.Count == DetailsAtOnce || (failures.Count > 1 && !anyRead && failures.All(RecordFaults.IsPage));

    // An error of one record says nothing of the others, and the record has not gone.
    private static async Task<(T? Record, PicsOnefileException? Error)> QueryAsync<T>(T row, Func<T, RunContext, Task<T?>> get, RunContext run)
        where T : class
    {
        try
        {
            return (await get(row, run).ConfigureAwait(false), null);
        }
        catch (PicsOnefileException failure) when (RecordFaults.MayBeOfOne(failure))
        {
            return (null, failure);
        }
    }

    private static IEnumerable<List<T>> Blocks<T>(List<T> rows)
    {
        for (var start = 0; start < rows.Count; start += DetailsAtOnce)
            yield return rows.GetRange(start, Math.Min(DetailsAtOnce, rows.Count - start));
    }
}
