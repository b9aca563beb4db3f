using System;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Files;

/// <summary>
/// Runs reads of files that may never return. A system call that waits for a file server cannot be cancelled, so the caller is released and the call is
/// abandoned. Writes are never abandoned: they end before the file gets its name (<see cref="AtomicFile"/>).
/// </summary>
internal static class AbandonableWork
{
    /// <summary>Runs the work and returns its result.</summary>
    /// <param name="work">A read without side effects; it may go on after it was abandoned. Its exceptions are thrown to the caller.</param>
    /// <param name="cancellation">Abandons the work. Without a cancellable token the work runs on the caller's own thread.</param>
    /// <returns>The result of the work.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled)
            return work();
        cancellation.ThrowIfCancellationRequested();
        // A thread of its own: one of the pool that never comes back would be missed.
        var task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // A later exception has no observer any more.
        _ = task.ContinueWith(
            left => left.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        try
        {
            task.Wait(cancellation);
        }
        catch (AggregateException)
        {
            // Thrown below, as what it is.
        }

        return task.GetAwaiter().GetResult();
    }
}
