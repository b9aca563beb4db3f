using System;
using System.Net;

namespace PicsOnefile.Http;

/// <summary>The settings of a pipeline. The defaults are ours; the vendors publish only Onefile's limit of 300 calls a minute.</summary>
public sealed record RestPipelineOptions
{
    /// <summary>The longest time-out. The rate limiter keeps the permit of a killed process for this time.</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(100);

    /// <summary>The base address: https, or http on the loopback address.</summary>
    public required Uri Address { get; init; }

    /// <summary>The proxy, or null for the system's own. A loopback address is never reached through a proxy.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The credential for the system's own proxy, or null; a named <see cref="Proxy"/> has its own.</summary>
    public ICredentials? SystemProxyCredential { get; init; }

    /// <summary>The time-out of one attempt, until the response is read to its end. Waiting for the rate limiter does not count.</summary>
    /// <remarks>At most <see cref="LongestAttempt"/> for a system with a rate limit.</remarks>
    public TimeSpan Timeout { get; init; } = LongestAttempt;

    /// <summary>The number of attempts, the first included; at least 1.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>The number of attempts while no connection is made: a mistyped host should not keep a person waiting.</summary>
    public int ConnectAttempts { get; init; } = 3;

    /// <summary>The back-off before the second attempt; it doubles with each attempt, spread by jitter.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest back-off.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest Retry-After that is accepted. The call fails at once where the server asks for more.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The server's rate-limit window: a 429 without Retry-After closes the pipeline for this time at most. Onefile's is a minute.</summary>
    public TimeSpan RateLimitWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The number of concurrency slots: calls in flight at once.</summary>
    public int ConcurrentCalls { get; init; } = 8;

    /// <summary>The largest response in bytes, counted after decompression.</summary>
    public long LargestResponse { get; init; } = 64L * 1024 * 1024;
}
