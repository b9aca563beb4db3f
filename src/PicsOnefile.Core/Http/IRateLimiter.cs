using System;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>Grants calls under a limit per minute. The cache implements it, so that all processes of one cache share the limit.</summary>
public interface IRateLimiter
{
    /// <summary>Comes back when one more call may be made now; right under a fixed and under a sliding window.</summary>
    /// <param name="cancellation">Gives the waiting up.</param>
    /// <param name="waits">Told before each wait how long it is.</param>
    /// <returns>
    /// The call's place. Disposing it says that the call has ended, whatever came of it; it never fails. Until then the call may arrive at the server at any
    /// time, for <see cref="RestPipelineOptions.LongestAttempt"/> at most.
    /// </returns>
    Task<IDisposable> AcquireAsync(CancellationToken cancellation, Action<TimeSpan>? waits = null);
}
