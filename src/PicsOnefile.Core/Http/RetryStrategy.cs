using System;
using Polly;
using Polly.Retry;

namespace PicsOnefile.Http;

/// <summary>Whether and when a failed attempt is followed by another: exponential back-off with jitter, unless the server names a wait.</summary>
internal static class RetryStrategy
{
    /// <summary>Creates the strategy of one system.</summary>
    /// <param name="name">The system's name, for people.</param>
    /// <param name="options">The number of attempts and the waits between them.</param>
    /// <param name="time">The clock.</param>
    public static ResiliencePipeline<CallOutcome> Build(string name, RestPipelineOptions options, TimeProvider time)
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
                    ShouldHandle = args => new(
                        args.Outcome.Result is { } outcome && MayRetry(RestCall.From(args.Context), outcome, args.AttemptNumber, options)
                    ),
                    DelayGenerator = static args => new(args.Outcome.Result?.Wait),
                    OnRetry = args =>
                    {
                        Announce(name, args, options.Attempts);
                        return default;
                    },
                }
            )
            .Build();
    }

    private static bool MayRetry(RestCall call, CallOutcome outcome, int attempt, RestPipelineOptions options) =>
        outcome.Retry switch
        {
            RetryMode.Never => false,
            RetryMode.WhereIdempotent when !call.Request.Idempotent => false,
            _ => !(outcome.IsUnreached || outcome.MayBeFinal) || attempt + 1 < options.ConnectAttempts,
        };

    private static void Announce(string name, OnRetryArguments<CallOutcome> retry, int attempts)
    {
        var call = RestCall.From(retry.Context);
        var outcome = retry.Outcome.Result!;
        var log = call.Run.Log;
        log.Verbose(
            FormattableString.Invariant(
                $"{outcome.Description}; attempt {retry.AttemptNumber + 2} of {attempts} follows in {retry.RetryDelay.TotalSeconds:0.0} s."
            )
        );
        var reason = outcome.Status is { } status ? FormattableString.Invariant($"{name} answered {status}") : $"{name} did not answer";
        call.Notice = new WaitNotice(log, "Waiting", reason);
        call.Notice.Show(retry.RetryDelay);
    }
}
