using System;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Files;

/// <summary>
/// Looks at files that may never answer. No system call that waits for a file server can be taken back, and so the one who asked is let go and the call is left
/// to end when it may. What is written is never left behind: it ends before the file gets its name (<see cref="AtomicFile"/>).
/// </summary>
internal static class AbandonableWork
{
    /// <summary>What the work answers, or what it throws.</summary>
    /// <param name="work">Reads something and changes nothing. It may go on after it was left behind.</param>
    /// <param name="cancellation">Leaves the work behind. Where nobody can stop the run, the work is done on the caller's own thread.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled)
            return work();
        cancellation.ThrowIfCancellationRequested();
        // A thread of its own: one of the pool that never comes back would be missed.
        var task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // Whatever it throws later is nobody's matter any more.
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
