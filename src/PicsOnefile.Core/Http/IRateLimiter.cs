using System;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>Limits the calls per minute. The cache implements it, so that all processes of one cache share the limit.</summary>
public interface IRateLimiter
{
    /// <summary>Waits until one more call may be made. The limit holds under a fixed and under a sliding window.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="waits">Called before each wait with its length.</param>
    /// <returns>
    /// The permit of the call. Disposing it marks the call as ended and never throws. An undisposed permit expires after
    /// <see cref="RestPipelineOptions.LongestAttempt"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    Task<IDisposable> AcquireAsync(CancellationToken cancellation, Action<TimeSpan>? waits = null);
}
