using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Http;

/// <summary>A session and the timestamp of its creation.</summary>
internal sealed record CachedSession(Secret Text, long MadeAt);

/// <summary>Caches the session of a pipeline. One authentication call renews it for all concurrent callers.</summary>
internal sealed class TokenCache(ISessionSource source, TimeProvider time, Func<RunContext, Task<RestResponse>> authenticate) : IDisposable
{
    // Far beyond any session or bearer token in use, in characters.
    private const int LongestSession = 16384;

    private readonly SemaphoreSlim _renewal = new(1, 1);
    private CachedSession? _current;
    private PicsOnefileException? _error;
    private int _renewals;
    private volatile bool _proved;

    /// <summary>Whether any call has succeeded. Token or password are right then, and a rejected session has expired.</summary>
    public bool Proven
    {
        get => _proved;
        set => _proved = value;
    }

    /// <summary>Returns the current session, renewed where it has expired.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="PicsOnefileException">The authentication failed.</exception>
    public async Task<CachedSession> GetAsync(RunContext run)
    {
        if (Usable() is { } standing)
            return standing;

        var before = Volatile.Read(ref _renewals);
        await _renewal.WaitAsync(run.Cancellation).ConfigureAwait(false);
        try
        {
            if (Usable() is { } renewed)
                return renewed;

            // Callers that waited for a failed renewal get the same error: repeated authentication may lock the account.
            if (before != Volatile.Read(ref _renewals) && _error is { } error)
                throw error.Kind.For(error.Target, error.Message, error.InnerException);

            return await RenewAsync(run).ConfigureAwait(false);
        }
        finally
        {
            _renewal.Release();
        }
    }

    /// <summary>Drops a session that the server rejects; a newer one stays.</summary>
    public void Invalidate(CachedSession refused) => Interlocked.CompareExchange(ref _current, null, refused);

    /// <summary>Wipes the session.</summary>
    public void Dispose() => Interlocked.Exchange(ref _current, null)?.Text.Dispose();

    private CachedSession? Usable() => Volatile.Read(ref _current) is { } session && time.GetElapsedTime(session.MadeAt) < source.RenewAfter ? session : null;

    private async Task<CachedSession> RenewAsync(RunContext run)
    {
        try
        {
            var madeAt = time.GetTimestamp();
            var answer = await authenticate(run).ConfigureAwait(false);
            var session = new CachedSession(Checked(source.ReadSession(answer)), madeAt);
            Volatile.Write(ref _current, session);
            _error = null;
            return session;
        }
        catch (PicsOnefileException exception)
        {
            _error = exception;
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _renewals);
        }
    }

    // The session becomes a header of every later call: a page of HTML with status 200 must not get there.
    private Secret Checked(string session)
    {
        var plausible = session.Length is > 0 and <= LongestSession && session.All(character => character is > ' ' and <= '~');
        if (!plausible)
            throw ErrorKinds.AnswerUnreadable.For(source.AuthenticationCall.ToString(), $"The answer to {source.AuthenticationCall} holds no session.");

        return Secret.FromText(session);
    }
}
