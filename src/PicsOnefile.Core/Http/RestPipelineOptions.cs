using System;
using System.Net;

namespace PicsOnefile.Http;

/// <summary>What can be set about the calls to one system. The defaults are ours; the vendors publish none but Onefile's 300 calls a minute.</summary>
public sealed record RestPipelineOptions
{
    /// <summary>The longest time-out: so long a call whose process was killed keeps its place under the call limit.</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(100);

    /// <summary>Where the system's paths begin: https, or http on the loopback address.</summary>
    public required Uri Address { get; init; }

    /// <summary>The proxy, or null for the system's own. A loopback address is never reached through a proxy.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The account for the system's own proxy, or null; a <see cref="Proxy"/> that is named brings its own.</summary>
    public ICredentials? SystemProxyCredential { get; init; }

    /// <summary>How long one attempt may take until its answer is read to the end. Waiting for the call limit does not count.</summary>
    /// <remarks>At most <see cref="LongestAttempt"/> for a system with a call limit.</remarks>
    public TimeSpan Timeout { get; init; } = LongestAttempt;

    /// <summary>How often a call is tried in all, the first time included; at least 1.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>How often a call is tried in all while nobody answers at the address at all: a mistyped host should not keep a person waiting.</summary>
    public int ConnectAttempts { get; init; } = 3;

    /// <summary>The back-off before the second attempt; it doubles with each attempt, spread by jitter.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest back-off.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait that a server may ask for with Retry-After. It asks for more: the call fails at once and says so.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The time in which the server counts calls: how long a 429 without Retry-After closes the pipeline at most. Onefile's is a minute.</summary>
    public TimeSpan RateLimitWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many calls may be under way at once.</summary>
    public int ConcurrentCalls { get; init; } = 8;

    /// <summary>The largest answer in bytes, counted after decompression.</summary>
    public long LargestResponse { get; init; } = 64L * 1024 * 1024;
}
