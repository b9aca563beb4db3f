using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>What work on other threads has to say, in its order, until the pipeline's thread says it.</summary>
internal sealed class PipelineQueue : IDisposable
{
    // Untaken output holds the work back, so that Select-Object -First stops the reading and not only the showing.
    private const int Ahead = 256;

    private readonly BlockingCollection<Action> _waiting = new(Ahead);

    /// <summary>Adds what the pipeline's thread is to do.</summary>
    public void Add(Action action)
    {
        try
        {
            _waiting.Add(action);
        }
        catch (InvalidOperationException)
        {
            // Work that still says something after its end is being stopped; what it says is not missed.
        }
    }

    /// <summary>Does on this thread what is added, until the work has ended.</summary>
    /// <param name="work">The work that adds.</param>
    /// <param name="stop">Stops the work, where this thread can take no more.</param>
    public void WriteUntilEnd(Task work, Action stop)
    {
        _ = work.ContinueWith(_ => _waiting.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            foreach (var action in _waiting.GetConsumingEnumerable())
                action();
        }
        catch
        {
            stop();
            foreach (var _ in _waiting.GetConsumingEnumerable()) { }
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _waiting.Dispose();
}
