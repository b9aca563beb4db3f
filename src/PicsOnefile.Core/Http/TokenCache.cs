using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Http;

/// <summary>A session and when it was made.</summary>
internal sealed record CachedSession(Secret Text, long MadeAt);

/// <summary>Keeps the one session of a pipeline. However many calls need a new one at the same time, one authentication call makes it.</summary>
internal sealed class TokenCache(ISessionSource source, TimeProvider time, Func<RunContext, Task<RestResponse>> authenticate) : IDisposable
{
    // Far beyond any session or bearer token in use, in characters.
    private const int LongestSession = 16384;

    private readonly SemaphoreSlim _renewal = new(1, 1);
    private CachedSession? _current;
    private PicsOnefileException? _failure;
    private int _renewals;
    private volatile bool _proved;

    /// <summary>
    /// True once any call was let in: token or password are right, and a session that is refused has ended rather than been wrong from the start.
    /// </summary>
    public bool Proven
    {
        get => _proved;
        set => _proved = value;
    }

    /// <summary>The session to use now.</summary>
    /// <exception cref="PicsOnefileException">There is none to be had.</exception>
    public async Task<CachedSession> GetAsync(RunContext run)
    {
        if (Usable() is { } standing)
            return standing;

        int before = Volatile.Read(ref _renewals);
        await _renewal.WaitAsync(run.Cancellation).ConfigureAwait(false);
        try
        {
            if (Usable() is { } renewed)
                return renewed;

            // Whoever waited while the renewal was refused gets the same answer: asking again for each caller may lock the account.
            if (before != Volatile.Read(ref _renewals) && _failure is { } failure)
                throw failure.Kind.For(failure.Target, failure.Message, failure.InnerException);

            return await RenewAsync(run).ConfigureAwait(false);
        }
        finally
        {
            _renewal.Release();
        }
    }

    /// <summary>Gives up a session that the server no longer takes; a newer one stays.</summary>
    public void Invalidate(CachedSession refused) => Interlocked.CompareExchange(ref _current, null, refused);

    /// <summary>Wipes the session.</summary>
    public void Dispose() => Interlocked.Exchange(ref _current, null)?.Text.Dispose();

    private CachedSession? Usable() => Volatile.Read(ref _current) is { } session && time.GetElapsedTime(session.MadeAt) < source.RenewAfter ? session : null;

    private async Task<CachedSession> RenewAsync(RunContext run)
    {
        try
        {
            long madeAt = time.GetTimestamp();
            RestResponse answer = await authenticate(run).ConfigureAwait(false);
            var session = new CachedSession(Checked(source.ReadSession(answer)), madeAt);
            Volatile.Write(ref _current, session);
            _failure = null;
            return session;
        }
        catch (PicsOnefileException exception)
        {
            _failure = exception;
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _renewals);
        }
    }

    // It goes into a header of every later call: a page of HTML that was answered with 200 must not get there.
    private Secret Checked(string session)
    {
        bool plausible = session.Length is > 0 and <= LongestSession && session.All(character => character is > ' ' and <= '~');
        if (!plausible)
            throw ErrorKinds.AnswerUnreadable.For(source.AuthenticationCall.ToString(), $"The answer to {source.AuthenticationCall} holds no session.");

        return Secret.FromText(session);
    }
}
