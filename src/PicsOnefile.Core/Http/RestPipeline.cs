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
using Polly.Retry;

namespace PicsOnefile.Http;

/// <summary>The way to one system: one address, one session, one call limit, one limit of concurrent calls.</summary>
/// <remarks>Calls may come from any thread. What an attempt passes through: session, a free place, the minute window, the call limit, the wire.</remarks>
public sealed class RestPipeline : IRestPipeline, IDisposable
{
    private const int Unauthorized = 401;

    private const int TooManyRequests = 429;

    private static readonly ResiliencePropertyKey<Call> CallKey = new("PicsOnefile.Call");

    private readonly string _name;
    private readonly RestPipelineOptions _options;
    private readonly ISessionSource? _source;
    private readonly SessionKeeper? _sessions;
    private readonly ICallBudget? _budget;
    private readonly HttpTransport _transport;
    private readonly CallWindow _window;
    private readonly SemaphoreSlim _places;
    private readonly ResiliencePipeline<CallOutcome> _retry;
    private volatile bool _disposed;

    /// <summary>Opens nothing yet: the first call does.</summary>
    /// <param name="options">Address, limits and waits.</param>
    /// <param name="failures">What the system's statuses mean.</param>
    /// <param name="session">How the system's sessions are made, or null for a system without.</param>
    /// <param name="budget">The call limit, or null for a system without.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <param name="handler">In place of the network, for tests.</param>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.AddressNotAllowed"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A call may take longer than the call limit keeps its place.</exception>
    public RestPipeline(
        RestPipelineOptions options,
        SystemErrors failures,
        ISessionSource? session = null,
        ICallBudget? budget = null,
        TimeProvider? time = null,
        HttpMessageHandler? handler = null
    )
    {
        if (budget is not null && options.Timeout > RestPipelineOptions.LongestAttempt)
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.Timeout,
                FormattableString.Invariant($"Under a call limit the time-out is {RestPipelineOptions.LongestAttempt} at most.")
            );

        TimeProvider clock = time ?? TimeProvider.System;
        _name = failures.Name;
        _options = options;
        _source = session;
        _budget = budget;
        _transport = new HttpTransport(options, failures, clock, handler);
        _window = new CallWindow(clock, options.CallWindow);
        _places = new SemaphoreSlim(options.ConcurrentCalls, options.ConcurrentCalls);
        _retry = BuildRetry(_name, options, clock);
        _sessions = session is null ? null : new SessionKeeper(session, clock, AuthenticateAsync);
    }

    /// <inheritdoc/>
    public Task<RestResponse> SendAsync(RestRequest request, RunContext run) => ExecuteAsync(new Call(request, run, Authenticates: false));

    /// <summary>Makes sure that there is a session, so that a wrong token or password shows before any work is begun.</summary>
    /// <exception cref="PicsOnefileException">The system refuses the token or password, or cannot be reached.</exception>
    public async Task OpenAsync(RunContext run)
    {
        if (_sessions is null)
            return;

        ThrowIfClosed(_source!.AuthenticationCall);
        await _sessions.GetAsync(run).ConfigureAwait(false);
    }

    /// <summary>Breaks off what is under way and closes the connections.</summary>
    public void Dispose()
    {
        _disposed = true;
        _transport.Dispose();
        _sessions?.Dispose();
    }

    private Task<RestResponse> AuthenticateAsync(RunContext run) => ExecuteAsync(new Call(_source!.AuthenticationCall, run, Authenticates: true));

    private async Task<RestResponse> ExecuteAsync(Call call)
    {
        ThrowIfClosed(call.Request);
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.Run.Cancellation);
        context.Properties.Set(CallKey, call);
        try
        {
            CallOutcome outcome = await _retry
                .ExecuteAsync(static async (_, state) => await state.Self.AttemptAsync(state.Call).ConfigureAwait(false), context, (Self: this, Call: call))
                .ConfigureAwait(false);
            return outcome.Answer ?? throw Failed(call, outcome);
        }
        finally
        {
            call.EndWait();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<CallOutcome> AttemptAsync(Call call)
    {
        call.EndWait();
        call.Attempts++;
        if (call.Authenticates)
            return await SendAsync(call, _source!.AddSecret, _source!.Secrets).ConfigureAwait(false);

        if (_sessions is null)
            return await SendAsync(call, static _ => { }, []).ConfigureAwait(false);

        Session session = await _sessions.GetAsync(call.Run).ConfigureAwait(false);
        CallOutcome outcome = await SendAsync(call, session).ConfigureAwait(false);
        if (!Refused(outcome))
            return outcome;

        call.Run.Log.Verbose($"{outcome.What}; the session is renewed and the call made once more.");
        _sessions.Invalidate(session);
        session = await _sessions.GetAsync(call.Run).ConfigureAwait(false);
        outcome = await SendAsync(call, session).ConfigureAwait(false);
        if (!Refused(outcome))
            return outcome;

        // Where calls were let in before, the session ended as soon as it was made (many calls at once lose theirs together): another attempt may pass.
        if (outcome.Status == Unauthorized && _sessions.Proved)
        {
            _sessions.Invalidate(session);
            outcome = outcome with { Repeat = Repeat.Always };
        }

        return outcome with
        {
            What = $"{outcome.What}, although the session had just been renewed",
        };
    }

    private bool Refused(CallOutcome outcome) =>
        outcome is { Answer: null, Status: { } status } && outcome.Failure != ErrorKinds.BlockedOnTheWay && _source!.RenewOn.Contains(status);

    private async Task<CallOutcome> SendAsync(Call call, Session session)
    {
        CallOutcome outcome = await SendAsync(call, message => _source!.AddSession(message, session.Text.Reveal()), [.. _source!.Secrets, session.Text])
            .ConfigureAwait(false);
        if (outcome.Answer is not null)
            _sessions!.Proved = true;

        return outcome;
    }

    private async Task<CallOutcome> SendAsync(Call call, Action<HttpRequestMessage> credentials, IReadOnlyCollection<Secret> secrets)
    {
        CancellationToken cancellation = call.Run.Cancellation;
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await EnterWindowAsync(call).ConfigureAwait(false);
            // Given back when the answer was read: until then the server may count the call at any moment.
            using IDisposable? granted = _budget is null ? null : await GrantAsync(_budget, call.Run).ConfigureAwait(false);
            ThrowIfClosed(call.Request);
            CallOutcome outcome = await _transport.SendAsync(call.Request, credentials, [.. secrets, .. call.Request.Secrets], call.Run).ConfigureAwait(false);
            return Judge(call, outcome);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task EnterWindowAsync(Call call)
    {
        using var notice = new WaitNotice(call.Run.Log, "Waiting", $"{_name} answered 429");
        await _window
            .EnterAsync(
                wait =>
                {
                    // The call that was refused has told of its own wait.
                    if (notice.Tell(wait) && call.Attempts == 1)
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

    private async Task<IDisposable> GrantAsync(ICallBudget budget, RunContext run)
    {
        using var notice = new WaitNotice(run.Log, "Call limit", null);
        return await budget
            .AcquireAsync(run.Cancellation, wait =>
            {
                if (notice.Tell(wait))
                    run.Log.Verbose(FormattableString.Invariant($"Waiting {Math.Ceiling(wait.TotalSeconds):0} s for {_name}'s call limit."));
            })
            .ConfigureAwait(false);
    }

    private CallOutcome Judge(Call call, CallOutcome outcome)
    {
        if (outcome.Answer is not null)
            return outcome;

        if (call.Authenticates && outcome.Failure != ErrorKinds.BlockedOnTheWay && outcome.Status is { } status && _source!.RefusedBy(status) is { } refused)
            return outcome with { Failure = refused, Repeat = Repeat.Never, What = $"{outcome.What} at {_options.Address.GetLeftPart(UriPartial.Path)}" };

        if (outcome.Wait > _options.LongestRetryAfter)
        {
            string asked = string.Format(CultureInfo.InvariantCulture, "{0:0}", outcome.Wait.Value.TotalSeconds);
            return outcome with { Repeat = Repeat.Never, What = $"{outcome.What}, and asks to wait {asked} s" };
        }

        return outcome.Status == TooManyRequests ? outcome with { Wait = _window.Close(outcome.Wait) } : outcome;
    }

    private void ThrowIfClosed(RestRequest request)
    {
        if (_disposed)
            throw ErrorKinds.NotConnected.For(request.ToString(), $"The connection was closed before {request}.");
    }

    private static PicsOnefileException Failed(Call call, CallOutcome outcome)
    {
        string tries = call.Attempts > 1 ? $" ({call.Attempts} attempts)" : "";
        return outcome.Failure!.For(call.Request.ToString(), $"{outcome.What}{tries}.", outcome.Cause);
    }

    private static ResiliencePipeline<CallOutcome> BuildRetry(string name, RestPipelineOptions options, TimeProvider time)
    {
        if (options.Attempts <= 1)
            return ResiliencePipeline<CallOutcome>.Empty;

        return new ResiliencePipelineBuilder<CallOutcome> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<CallOutcome>
                {
                    MaxRetryAttempts = options.Attempts - 1,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.FirstDelay,
                    MaxDelay = options.LongestDelay,
                    ShouldHandle = args => new(args.Outcome.Result is { } outcome && MayRepeat(Of(args.Context), outcome, args.AttemptNumber, options)),
                    DelayGenerator = static args => new(args.Outcome.Result?.Wait),
                    OnRetry = args =>
                    {
                        string wait = string.Format(CultureInfo.InvariantCulture, "{0:0.0}", args.RetryDelay.TotalSeconds);
                        Call call = Of(args.Context);
                        CallOutcome outcome = args.Outcome.Result!;
                        call.Run.Log.Verbose(
                            FormattableString.Invariant($"{outcome.What}; attempt {args.AttemptNumber + 2} of {options.Attempts} follows in {wait} s.")
                        );
                        call.Notice = new WaitNotice(
                            call.Run.Log,
                            "Waiting",
                            $"{name} {(outcome.Status is { } status ? FormattableString.Invariant($"answered {status}") : "did not answer")}"
                        );
                        call.Notice.Tell(args.RetryDelay);
                        return default;
                    },
                }
            )
            .Build();
    }

    private static bool MayRepeat(Call call, CallOutcome outcome, int attempt, RestPipelineOptions options) =>
        outcome.Repeat switch
        {
            Repeat.Never => false,
            Repeat.WhereRepeatable when !call.Request.Repeatable => false,
            _ => !(outcome.Unreached || outcome.MayBeFinal) || attempt + 1 < options.ConnectAttempts,
        };

    private static Call Of(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private sealed record Call(RestRequest Request, RunContext Run, bool Authenticates)
    {
        public int Attempts { get; set; }

        public WaitNotice? Notice { get; set; }

        public void EndWait()
        {
            Notice?.Dispose();
            Notice = null;
        }
    }
}
