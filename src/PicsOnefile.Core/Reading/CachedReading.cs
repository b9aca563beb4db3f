using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Failures;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>The one decision of every reading: answer from the cache, or ask the system and keep the answer.</summary>
public sealed class CachedReading(IRecordCache cache, TimeProvider clock, TimeSpan cacheAge)
{
    /// <summary>The list of one scope, from the cache or read anew.</summary>
    /// <param name="what">The list in words, for -Verbose and errors.</param>
    /// <param name="scope">The centre, or empty.</param>
    /// <param name="freshness">What the user asked for.</param>
    /// <param name="read">Reads the list from its system.</param>
    /// <param name="run">The run.</param>
    /// <param name="changedAt">When the list is known to have changed, or null: a reading from before that is not answered again.</param>
    /// <exception cref="PicsOnefileException">NeverRead: only the cache was to be asked, and it has no such list.</exception>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string what, string scope, Freshness freshness, Func<Task<IReadOnlyList<T>>> read, RunContext run, Func<DateTimeOffset?>? changedAt = null)
        where T : class
    {
        var cached = freshness == Freshness.Always ? null : cache.Read<T>(scope);
        var age = cached is null ? (TimeSpan?)null : clock.GetUtcNow() - cached.ReadAt;
        // A reading from the future (the clock was put back) is as good as an old one.
        if (cached is not null && (freshness == Freshness.Never || (age >= TimeSpan.Zero && age <= cacheAge && !(changedAt?.Invoke() > cached.ReadAt))))
        {
            run.TellOnce($"From the cache, read {cached.ReadAt.ToLocalTime():g}: {what} ({cached.Rows.Count}).");
            return cached.Rows;
        }
        if (freshness == Freshness.Never)
            throw FailureKinds.NeverRead.About(what, $"There are no {what} in the cache yet.");
        run.Cancellation.ThrowIfCancellationRequested();
        var calls = run.Calls;
        var rows = await read().ConfigureAwait(false);
        calls = run.Calls - calls;
        // What a stopped run has read so far is not the list.
        run.Cancellation.ThrowIfCancellationRequested();
        cache.Replace(scope, rows, clock.GetUtcNow(), calls);
        run.Log.Verbose($"Read with {calls} call(s): {what} ({rows.Count}).");
        // What the cache knows in addition (details that were read earlier) comes back with the rows.
        return cache.Read<T>(scope)?.Rows ?? rows;
    }
}
