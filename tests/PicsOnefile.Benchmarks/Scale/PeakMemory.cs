using System;
using System.Diagnostics;
using System.Threading;

namespace PicsOnefile.Benchmarks.Scale;

/// <summary>
/// Watches how much memory a piece of work takes at most: the managed heap above what was there before, and the working set of the whole process.
/// </summary>
public sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly ManualResetEventSlim stop = new();
    private readonly Thread watcher;
    private long heap;
    private long workingSet;

    public PeakMemory()
    {
        watcher = new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        watcher.Start();
    }

    /// <summary>Bytes, garbage that was not collected yet included.</summary>
    public long Heap => Math.Max(0, heap - before);

    /// <summary>Bytes; the lists and the runtime included.</summary>
    public long WorkingSet => workingSet;

    public void Dispose()
    {
        stop.Set();
        watcher.Join();
        stop.Dispose();
    }

    private void Watch()
    {
        using var process = Process.GetCurrentProcess();
        do
        {
            process.Refresh();
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            workingSet = Math.Max(workingSet, process.WorkingSet64);
        } while (!stop.Wait(Interval));
    }
}
