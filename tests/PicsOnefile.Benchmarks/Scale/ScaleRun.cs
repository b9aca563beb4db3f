using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Runs;

namespace PicsOnefile.Benchmarks.Scale;

/// <summary>What one size took: the median time of the runs, and the most memory of any.</summary>
/// <param name="ProcessorSeconds">Of all processors together, the median; what else the machine does hardly changes it.</param>
public sealed record ScaleRun(
    string Kind,
    int Size,
    double Seconds,
    double Fastest,
    double ProcessorSeconds,
    long Heap,
    long WorkingSet,
    long PairsCompared,
    int Certain
)
{
    private const int Runs = 3;

    /// <summary>Matches the lists, which are in memory already: once to warm up, then three times.</summary>
    public static ScaleRun Of<TOnefile, TPicsWeb, TCandidate>(
        RecordKind<TOnefile, TPicsWeb, TCandidate> kind,
        int size,
        LabelledLists<TOnefile, TPicsWeb> lists
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
        where TCandidate : LinkCandidate, ILinkPair
    {
        var input = lists.Input(all: false);
        var figures = kind.Find(input, RunContext.Silent).Figures;
        var (seconds, processor) = (new List<double>(), new List<double>());
        var (heap, workingSet) = (0L, 0L);
        for (var run = 0; run < Runs; run++)
        {
            var memory = new PeakMemory();
            using (memory)
            {
                var (clock, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                var found = kind.Find(input, RunContext.Silent);
                seconds.Add(clock.Elapsed.TotalSeconds);
                processor.Add((Environment.CpuUsage.TotalTime - used).TotalSeconds);
                GC.KeepAlive(found);
            }

            (heap, workingSet) = (Math.Max(heap, memory.Heap), Math.Max(workingSet, memory.WorkingSet));
        }

        GC.KeepAlive(lists);
        return new(kind.Name, size, Median(seconds), seconds.Min(), Median(processor), heap, workingSet, figures.PairsCompared, figures.Certain);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);
}
