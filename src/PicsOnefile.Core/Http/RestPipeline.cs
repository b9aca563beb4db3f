using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Runs;
using Polly;

namespace PicsOnefile.Http;

/// <summary>Sends calls to one system: one address, one session, one rate limit, one limit of concurrent calls.</summary>
/// <remarks>Thread-safe. An attempt takes in turn: session, concurrency slot, rate-limit window, permit of the rate limiter, network.</remarks>
public sealed class RestPipeline : IRestPipeline, IDisposable
{
    private const int Unauthorized = 401;

    private const int TooManyRequests = 429;

    private readonly string _name;
    private readonly RestPipelineOptions _options;
    private readonly ISessionSource? _source;
    private readonly TokenCache? _tokens;
    private readonly IRateLimiter? _limiter;
    private readonly HttpTransport _transport;
    private readonly RateLimitWindow _window;
    private readonly SemaphoreSlim _slots;
    private readonly ResiliencePipeline<CallOutcome> _retry;
    private volatile bool _disposed;

    /// <summary>Creates the pipeline; the first call opens the connection.</summary>
    /// <param name="options">Address, limits and waits.</param>
    /// <param name="errors">The meaning of the system's status codes.</param>
    /// <param name="session">The source of sessions, or null for a system without sessions.</param>
    /// <param name="limiter">The rate limiter, or null for a system without a limit.</param>
    /// <param name="time">The clock; the system clock by default.</param>
    /// <param name="handler">Replaces the network in tests.</param>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.AddressNotAllowed"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is longer than the rate limiter keeps a permit.</exception>
    public RestPipeline(
        RestPipelineOptions options,
        SystemErrors errors,
        ISessionSource? session = null,
        IRateLimiter? limiter = null,
        TimeProvider? time = null,
        HttpMessageHandler? handler = null
    )
    {
        if (limiter is not null && options.Timeout > RestPipelineOptions.LongestAttempt)
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.Timeout,
                FormattableString.Invariant($"Under a call limit the time-out is {RestPipelineOptions.LongestAttempt} at most.")
            );

        var clock = time ?? TimeProvider.System;
        _name = errors.Name;
        _options = options;
        _source = session;
        _limiter = limiter;
        _transport = new HttpTransport(options, errors, clock, handler);
        _window = new RateLimitWindow(clock, options.RateLimitWindow);
        _slots = new SemaphoreSlim(options.ConcurrentCalls, options.ConcurrentCalls);
        _retry = RetryStrategy.Build(_name, options, clock);
        _tokens = session is null ? null : new TokenCache(session, clock, AuthenticateAsync);
    }

    /// <inheritdoc/>
    public Task<RestResponse> SendAsync(RestRequest request, RunContext run) => ExecuteAsync(new RestCall(request, run, Authenticates: false));

    /// <summary>Authenticates, so that a wrong token or password is reported before any work begins.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="PicsOnefileException">The system rejects the token or password, or cannot be reached.</exception>
    public async Task OpenAsync(RunContext run)
    {
        if (_tokens is null)
            return;

        ThrowIfClosed(_source!.AuthenticationCall);
        await _tokens.GetAsync(run).ConfigureAwait(false);
    }

    /// <summary>Cancels pending calls and closes the connections.</summary>
    public void Dispose()
    {
        _disposed = true;
        _transport.Dispose();
        _tokens?.Dispose();
    }

    private Task<RestResponse> AuthenticateAsync(RunContext run) => ExecuteAsync(new RestCall(_source!.AuthenticationCall, run, Authenticates: true));

    private async Task<RestResponse> ExecuteAsync(RestCall call)
    {
        ThrowIfClosed(call.Request);
        var context = ResilienceContextPool.Shared.Get(call.Run.Cancellation);
        call.AttachTo(context);
        try
        {
            var outcome = await _retry
                .ExecuteAsync(static async (_, state) => await state.Self.AttemptAsync(state.Call).ConfigureAwait(false), context, (Self: this, Call: call))
                .ConfigureAwait(false);
            return outcome.Response ?? throw ToException(call, outcome);
        }
        finally
        {
            call.EndWait();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<CallOutcome> AttemptAsync(RestCall call)
    {
        call.EndWait();
        call.Attempts++;
        if (call.Authenticates)
            return await SendAsync(call, _source!.AddSecret, _source!.Secrets).ConfigureAwait(false);

        if (_tokens is null)
            return await SendAsync(call, static _ => { }, []).ConfigureAwait(false);

        var session = await _tokens.GetAsync(call.Run).ConfigureAwait(false);
        var outcome = await SendAsync(call, session).ConfigureAwait(false);
        if (!Refused(outcome))
            return outcome;

        call.Run.Log.Verbose($"{outcome.Description}; the session is renewed and the call made once more.");
        _tokens.Invalidate(session);
        session = await _tokens.GetAsync(call.Run).ConfigureAwait(false);
        outcome = await SendAsync(call, session).ConfigureAwait(false);
        if (!Refused(outcome))
            return outcome;

        // Concurrent calls may lose their sessions together. Where earlier calls succeeded, another attempt may succeed too.
        if (outcome.Status == Unauthorized && _tokens.Proven)
        {
            _tokens.Invalidate(session);
            outcome = outcome with { Retry = RetryMode.Always };
        }

        return outcome with
        {
            Description = $"{outcome.Description}, although the session had just been renewed",
        };
    }

    private bool Refused(CallOutcome outcome) =>
        outcome is { Response: null, Status: { } status } && outcome.Error != ErrorKinds.BlockedOnTheWay && _source!.RenewOn.Contains(status);

    private async Task<CallOutcome> SendAsync(RestCall call, CachedSession session)
    {
        var outcome = await SendAsync(call, message => _source!.AddSession(message, session.Text.Reveal()), [.. _source!.Secrets, session.Text])
            .ConfigureAwait(false);
        if (outcome.Response is not null)
            _tokens!.Proven = true;

        return outcome;
    }

    private async Task<CallOutcome> SendAsync(RestCall call, Action<HttpRequestMessage> credentials, IReadOnlyCollection<Secret> secrets)
    {
        var cancellation = call.Run.Cancellation;
        await _slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await EnterWindowAsync(call).ConfigureAwait(false);
            // The permit is held until the response is read: until then the server may count the call at any moment.
            using var granted = _limiter is null ? null : await GrantAsync(_limiter, call.Run).ConfigureAwait(false);
            ThrowIfClosed(call.Request);
            var outcome = await _transport.SendAsync(call.Request, credentials, [.. secrets, .. call.Request.Secrets], call.Run).ConfigureAwait(false);
            return Judge(call, outcome);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task EnterWindowAsync(RestCall call)
    {
        using var notice = new WaitNotice(call.Run.Log, "Waiting", $"{_name} answered 429");
        await _window
            .EnterAsync(
                wait =>
                {
                    // The rejected call has logged its own wait.
                    if (notice.Show(wait) && call.Attempts == 1)
                        call.Run.Log.Verbose(
                            FormattableString.Invariant(
                                $"{call.Request} waits {Math.Ceiling(wait.TotalSeconds):0} s: {_name} asked for it when it answered 429."
                            )
                        );
                },
                call.Run.Cancellation
            )
            .ConfigureAwait(false);
    }

    private async Task<IDisposable> GrantAsync(IRateLimiter limiter, RunContext run)
    {
        using var notice = new WaitNotice(run.Log, "Call limit", null);
        return await limiter
            .AcquireAsync(run.Cancellation, wait =>
            {
                if (notice.Show(wait))
                    run.Log.Verbose(FormattableString.Invariant($"Waiting {Math.Ceiling(wait.TotalSeconds):0} s for {_name}'s call limit."));
            })
            .ConfigureAwait(false);
    }

    private CallOutcome Judge(RestCall call, CallOutcome outcome)
    {
        if (outcome.Response is not null)
            return outcome;

        if (call.Authenticates && outcome.Error != ErrorKinds.BlockedOnTheWay && outcome.Status is { } status && _source!.RefusedBy(status) is { } refused)
            return outcome with
            {
                Error = refused,
                Retry = RetryMode.Never,
                Description = $"{outcome.Description} at {_options.Address.GetLeftPart(UriPartial.Path)}",
            };

        if (outcome.Wait > _options.LongestRetryAfter)
        {
            var asked = string.Format(CultureInfo.InvariantCulture, "{0:0}", outcome.Wait.Value.TotalSeconds);
            return outcome with { Retry = RetryMode.Never, Description = $"{outcome.Description}, and asks to wait {asked} s" };
        }

        return outcome.Status == TooManyRequests ? outcome with { Wait = _window.Close(outcome.Wait) } : outcome;
    }

    private void ThrowIfClosed(RestRequest request)
    {
        if (_disposed)
            throw ErrorKinds.NotConnected.For(request.ToString(), $"The connection was closed before {request}.");
    }

    private static PicsOnefileException ToException(RestCall call, CallOutcome outcome)
    {
        var tries = call.Attempts > 1 ? $" ({call.Attempts} attempts)" : "";
        return outcome.Error!.For(call.Request.ToString(), $"{outcome.Description}{tries}.", outcome.Cause);
    }
}
