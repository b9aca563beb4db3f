using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>The result of looking up IDs that no list shows.</summary>
/// <param name="Found">The records that exist all the same.</param>
/// <param name="Unconfirmed">The IDs that were not looked up, or without a clear response. All others are gone.</param>
public sealed record LookedUp(IReadOnlyList<IOnefileRecord> Found, IReadOnlyCollection<string> Unconfirmed);

/// <summary>
/// Queries Onefile for single records that its lists do not show. The order between pages may be unstable, and searches may leave archived accounts out. A list
/// alone is therefore no proof that a record is gone.
/// </summary>
/// <remarks>
/// Each look-up costs one call. Results are remembered as long as lists are, and one reading looks up a hundred at most. A customer with another e-portfolio's
/// numbers in the Additional ID has thousands that Onefile never knew.
/// </remarks>
public sealed class OnefileLookUps(IOnefileClient client, TimeProvider clock, TimeSpan cacheAge)
{
    /// <summary>How many IDs one reading looks up; under the default call limit this takes less than half a minute.</summary>
    public const int MostAtOnce = 100;

    private const int UnderWay = 8;

    private readonly ConcurrentDictionary<(LinkKind, string), (DateTimeOffset At, IOnefileRecord? Record)> _known = new();

    /// <summary>Forgets what is remembered of records that were written.</summary>
    /// <param name="written">Kind and key of each, as the journal has them; other systems' records are passed over.</param>
    public void Forget(IEnumerable<(string Kind, string Key)> written)
    {
        foreach (var (kind, key) in written)
        {
            if (RecordType.For(kind) is { IsOnefiles: true } type && LinkType.For(type.Kind) is { } link)
                _known.TryRemove((link.Kind, key), out _);
        }
    }

    /// <summary>Looks the IDs up, or returns remembered results.</summary>
    /// <returns>The records that exist, and the IDs without a clear response.</returns>
    public async Task<LookedUp> LookUpAsync(LinkKind kind, IReadOnlyCollection<string> ids, Freshness freshness, RunContext run)
    {
        var asked = freshness == Freshness.Never ? [] : ids.Where(id => freshness == Freshness.Always || !IsFresh(kind, id)).Take(MostAtOnce).ToList();
        for (var start = 0; start < asked.Count; start += UnderWay)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            await Task.WhenAll(asked.Skip(start).Take(UnderWay).Select(id => QueryAsync(kind, id, run))).ConfigureAwait(false);
            run.Log.Progress(
                new RunProgress(
                    "Looking up records that Onefile's lists do not show",
                    Math.Min(start + UnderWay, asked.Count),
                    asked.Count,
                    start + UnderWay >= asked.Count
                )
                {
                    CallsToMake = Math.Max(0, asked.Count - start - UnderWay),
                }
            );
        }
        var unconfirmed = new HashSet<string>(ids.Where(id => !_known.ContainsKey((kind, id))), StringComparer.Ordinal);
        if (asked.Count > 0)
            run.Log.Verbose($"{asked.Count} record(s) that Onefile's lists do not show were read, one call each.");
        if (unconfirmed.Count > 0 && freshness != Freshness.Never)
            run.Log.Warning(
                $"{unconfirmed.Count} Onefile ID(s) are in no list and have not been checked yet ({MostAtOnce} at a time): their links are Unknown. Run "
                    + "the command again to go on."
            );
        return new(ids.Select(id => _known.TryGetValue((kind, id), out var known) ? known.Record : null).OfType<IOnefileRecord>().ToList(), unconfirmed);
    }

    // A result from the future (the clock was put back) counts as old.
    private bool IsFresh(LinkKind kind, string id) =>
        _known.TryGetValue((kind, id), out var known) && clock.GetUtcNow() - known.At is var age && age >= TimeSpan.Zero && age <= cacheAge;

    private async Task QueryAsync(LinkKind kind, string id, RunContext run)
    {
        try
        {
            var record = await LinkLists.For(kind).GetAsync(client, id, run).ConfigureAwait(false);
            _known[(kind, id)] = (clock.GetUtcNow(), record);
        }
        catch (PicsOnefileException refusal) when (refusal.Kind == ErrorKinds.OnefileRefused)
        {
            // A number that Onefile does not even take for an ID is none of its records.
            _known[(kind, id)] = (clock.GetUtcNow(), null);
        }
        catch (PicsOnefileException failure) when (RecordFaults.MayBeOfOne(failure))
        {
            // One ID that Onefile stumbles over must not hide all other links.
            run.Log.Verbose($"{id} could not be read: {failure.Message}");
        }
    }
}
