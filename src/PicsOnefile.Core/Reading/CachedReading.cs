using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>
/// Decides for every reading whether to return the cached list, or to query the system and keep its response. It also decides whether a response counts as the
/// list. A list that is empty, much shorter than before or incomplete looks like an outage. An outage must not look like readiness. For the same reason an
/// error is remembered until a reading succeeds.
/// </summary>
/// <param name="cache">The cached lists.</param>
/// <param name="clock">The clock.</param>
/// <param name="cacheAge">The age at which a list is read anew.</param>
/// <param name="limit">How much shorter a list may come back; null for the profile's defaults.</param>
public sealed class CachedReading(IRecordCache cache, TimeProvider clock, TimeSpan cacheAge, ShrinkLimit? limit = null)
{
    // A withheld reading is tried again soon, for most outages pass. It is not tried again with every step of one command.
    private static readonly TimeSpan TriedLately = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Type Record, string Scope), (DateTimeOffset At, FileIdentity? File)> _tried = new();

    /// <summary>How much shorter a list may come back.</summary>
    public ShrinkLimit Limit { get; } = limit ?? ShrinkLimit.From(new PicsOnefileProfile());

    /// <summary>Reads the list of one scope, from the cache or from its system.</summary>
    /// <param name="what">The list in words, for -Verbose and errors.</param>
    /// <param name="scope">The centre, or empty.</param>
    /// <param name="freshness">What the user asked for.</param>
    /// <param name="read">Reads the list from its system.</param>
    /// <param name="run">The run.</param>
    /// <param name="source">Returns where the list is read from now; null where there is one place alone. A cached list from elsewhere, or from a file with
    /// other content, is not returned.</param>
    /// <returns>The list; the earlier one, with a warning, where the reading is withheld.</returns>
    /// <exception cref="PicsOnefileException">NeverRead: only the cache may be used, and it has no such list. Any error of the reading, where no cached list is
    /// young enough.</exception>
    public async Task<IReadOnlyList<T>> ListAsync<T>(
        string what,
        string scope,
        Freshness freshness,
        Func<Task<IReadOnlyList<T>>> read,
        RunContext run,
        Func<ListSource>? source = null
    )
        where T : class
    {
        var cached = freshness == Freshness.Always ? null : cache.Read<T>(scope);
        if (freshness == Freshness.Never)
            return Answer(cached is not null && IsOfHere(cached, source) ? cached : throw NotCached(what, cached, source), what, scope, run);
        if (cached is not null && MayAnswer(cached, scope, source, run.Cancellation))
            return Answer(cached, what, scope, run);
        ReadList<T> list;
        try
        {
            list = await ReadAsync(what, scope, read, run, source).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
            when (cached is not null && failure.Kind != ErrorKinds.OperationMissing && IsUsable(cached, source, run.Cancellation))
        {
            // It was tried early, to see whether an outage has passed. A list that is young enough is used, with the warning.
            run.Log.Verbose($"Not read: {failure.Message}");
            return Answer(cached, what, scope, run);
        }
        if (WhyNot<T>(scope, list) is { } why)
        {
            cache.Withhold(scope, list);
            _tried[(typeof(T), scope)] = (list.ReadAt, list.File);
            run.Log.Verbose($"Not taken ({why}): {what} ({list.Rows.Count}).");
        }
        else
        {
            cache.Replace(scope, list);
        }
        // Details that the cache has from earlier readings come back with the rows.
        return cache.Read<T>(scope) is { } kept ? Use(kept, what, scope, run) : [.. list.Rows];
    }

    /// <summary>Reads a list anew and accepts it at its present length.</summary>
    /// <param name="what">The list in words.</param>
    /// <param name="scope">The centre, or empty.</param>
    /// <param name="read">Reads the list from its system.</param>
    /// <param name="beforeItIsTaken">Called before a withheld list is accepted, because the journal comes first. It gets the length of the last accepted
    /// reading, or null, and the present one.</param>
    /// <param name="run">The run.</param>
    /// <param name="source">Returns where the list is read from.</param>
    /// <exception cref="PicsOnefileException">The list cannot be read.</exception>
    public async Task AcceptAsync<T>(
        string what,
        string scope,
        Func<Task<IReadOnlyList<T>>> read,
        Action<int?, int> beforeItIsTaken,
        RunContext run,
        Func<ListSource>? source = null
    )
        where T : class
    {
        var list = await ReadAsync(what, scope, read, run, source).ConfigureAwait(false);
        if (WhyNot<T>(scope, list) is not null)
            beforeItIsTaken(cache.Reading<T>(scope)?.AcceptedRows, list.Rows.Count);
        cache.Replace(scope, list);
    }

    private async Task<ReadList<T>> ReadAsync<T>(
        string what,
        string scope,
        Func<Task<IReadOnlyList<T>>> read,
        RunContext run,
        Func<ListSource>? source
    )
        where T : class
    {
        try
        {
            return await ReadAsync(what, read, run, source).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure) when (IsOutage<T>(scope, failure, run))
        {
            var now = clock.GetUtcNow();
            cache.Fail<T>(scope, now, failure.Kind.Id);
            _tried[(typeof(T), scope)] = (now, null);
            throw;
        }
    }

    // A list that the tenant never offered is no outage, and neither is a run that was stopped.
    private bool IsOutage<T>(string scope, PicsOnefileException failure, RunContext run)
        where T : class =>
        GuardedLists.Has<T>()
        && !run.Cancellation.IsCancellationRequested
        && (failure.Kind != ErrorKinds.OperationMissing || cache.Reading<T>(scope)?.AcceptedRows is not null);

    private async Task<ReadList<T>> ReadAsync<T>(string what, Func<Task<IReadOnlyList<T>>> read, RunContext run, Func<ListSource>? source)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        var from = source?.Invoke();
        // Taken before the file is read: somebody who writes the file meanwhile makes it another one.
        var file = from?.Path is { } path ? FileIdentity.From(path, run.Cancellation) : null;
        var calls = run.Calls;
        var rows = await read().ConfigureAwait(false);
        calls = run.Calls - calls;
        // The part that a stopped run has read is not the list.
        run.Cancellation.ThrowIfCancellationRequested();
        // Without an OpenAPI document only the call shows that an exported list has to be used instead.
        if (source?.Invoke() is { } used && from is not null && !used.IsSameAs(from))
            (from, file) = (used, used.Path is { } other ? FileIdentity.From(other, run.Cancellation) : null);
        run.Log.Verbose($"Read with {calls} call(s): {what} ({rows.Count}).");
        return new ReadList<T>(rows, clock.GetUtcNow(), calls)
        {
            Source = from,
            File = file,
            Missing = (rows as ICounted)?.Missing ?? 0,
        };
    }

    private WithheldWhy? WhyNot<T>(string scope, ReadList<T> list)
        where T : class
    {
        if (GuardedLists.Has<T>())
            return Limit.Judge(cache.Reading<T>(scope), list.Rows.Count, list.Missing);
        // A customer without a centre could not have connected.
        return typeof(T) == typeof(Centre) && list.Rows.Count == 0 ? WithheldWhy.Empty : null;
    }

    private bool MayAnswer<T>(CachedList<T> cached, string scope, Func<ListSource>? source, CancellationToken cancellation)
        where T : class
    {
        var state = GuardedLists.Has<T>() ? cache.Reading<T>(scope) : null;
        // A reading that does not count is tried again, and so is the list that is used in its place. One that failed leaves the list of before as old as it
        // is.
        if (!cached.Accepted || state?.WithheldRows is not null || state?.FailedAt is not null)
            return WasTriedLately<T>(scope, cancellation) && (state?.FailedAt is null || IsUsable(cached, source, cancellation));
        return IsUsable(cached, source, cancellation);
    }

    private bool WasTriedLately<T>(string scope, CancellationToken cancellation) =>
        _tried.TryGetValue((typeof(T), scope), out var tried) && IsYoung(tried.At, TriedLately) && tried.File?.IsUnchanged(cancellation) != false;

    private bool IsUsable<T>(CachedList<T> cached, Func<ListSource>? source, CancellationToken cancellation)
    {
        // A reading from the future (the clock was put back) is as good as an old one.
        return cached.Accepted
            && !cached.Stale
            && IsYoung(cached.ReadAt, cacheAge)
            && (source is null || cached.Source is not null)
            && IsOfHere(cached, source)
            // A file that has gone proves nothing. A file that was saved anew is read, however young the reading of the older one is.
            && (cached.File is not { } file || file.IsUnchanged(cancellation) || !AbandonableWork.Run(() => File.Exists(file.Path), cancellation));
    }

    private bool IsYoung(DateTimeOffset time, TimeSpan limit) => clock.GetUtcNow() - time is var age && age >= TimeSpan.Zero && age <= limit;

    private static bool IsOfHere<T>(CachedList<T> cached, Func<ListSource>? source) =>
        cached.Source is null || source?.Invoke() is not { } here || cached.Source.IsSameAs(here);

    private static PicsOnefileException NotCached<T>(string what, CachedList<T>? cached, Func<ListSource>? source) =>
        ErrorKinds.NeverRead.For(
            what,
            cached is null
                ? $"There are no {what} in the cache yet."
                : $"There are no {what} of {source!().Path ?? "PICSWeb's API"} in the cache yet: it has those of "
                    + $"{cached.Source!.Path ?? "PICSWeb's API"}{(cached.Source.Path == source().Path ? ", read with other settings" : "")}."
        );

    private IReadOnlyList<T> Answer<T>(CachedList<T> cached, string what, string scope, RunContext run)
        where T : class
    {
        run.VerboseOnce($"From the cache, read {ReadableTime.Minute(cached.ReadAt)}: {what} ({cached.Rows.Count}).");
        return Use(cached, what, scope, run);
    }

    private IReadOnlyList<T> Use<T>(CachedList<T> list, string what, string scope, RunContext run)
        where T : class
    {
        run.Lists.Note(ListAge.Measure(what, list.AsOf, list.File is not null, clock.GetUtcNow(), cacheAge));
        if (GuardedLists.Has<T>() && cache.Reading<T>(scope) is { } state && WithheldList.From(state, what, Limit) is { } withheld)
            run.WarnOnce($"{withheld.Sentence}.");
        return list.Rows;
    }
}
