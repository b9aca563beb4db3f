using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Benchmarks.Scale;

/// <summary>How long the matching takes, and how much memory: <c>scale</c>. The exit code is 1 where a target is missed.</summary>
public static class ScaleCommand
{
    private const int FullSize = 100_000;
    private const double MostSeconds = 15;
    private const double MostMebibytes = 1024;
    private const double MostTimesForTenTimes = 14;
    private const double Mebibyte = 1024 * 1024;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var kind = CommandOption.Choice("--kind", "KIND", "people or organisations alone", "people", "organisations");
        var size = CommandOption.Number("--size", "records on each side; a tenth of it is measured too", FullSize);
        var noWrite = CommandOption.Flag("--no-write", "leaves tests/results/performance.md as it is");
        var command = new Command("scale", "How long the matching takes, and how much memory.") { kind, size, noWrite };
        command.SetAction(parsed => Run(parsed.GetValue(kind), parsed.GetValue(size), write: !parsed.GetValue(noWrite)));
        return command;
    }

    private static int Run(string? kind, int size, bool write)
    {
        var runs = new List<ScaleRun>();
        foreach (var at in new[] { size / 10, size })
        {
            if (kind is null or "organisations")
                Add(ScaleRun.Of(RecordKinds.Organisations, at, ScaleLists.Organisations(at)));
            if (kind is null or "people")
                Add(ScaleRun.Of(RecordKinds.People, at, ScaleLists.People(at)));
        }

        if (write && kind is null && size == FullSize)
            ResultSection.Write("performance.md", "How long it takes", "Matching", Markdown(runs));
        return IsWithinTargets(runs) ? 0 : 1;

        void Add(ScaleRun run)
        {
            runs.Add(run);
            Console.WriteLine(string.Join(" | ", Cells(run)));
        }
    }

    private static bool IsWithinTargets(List<ScaleRun> runs) =>
        runs.Where(run => run.Kind == "organisations").All(run => run.Seconds <= MostSeconds && run.Heap / Mebibyte <= MostMebibytes)
        && Ratios(runs).Where(ratio => ratio.Kind == "organisations").All(ratio => ratio.Times <= MostTimesForTenTimes);

    private static IEnumerable<(string Kind, double Times)> Ratios(IEnumerable<ScaleRun> runs) =>
        runs.GroupBy(run => run.Kind).Select(sizes => (sizes.Key, sizes.MaxBy(run => run.Size)!.Seconds / sizes.MinBy(run => run.Size)!.Seconds));

    private static string Markdown(List<ScaleRun> runs)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
            Written by `dotnet run --project tests/PicsOnefile.Benchmarks -c Release -- scale`: lists of the twin at the middle level of noise, all in memory
            before the clock starts; the median of three runs after one to warm up. *processor seconds* are those of all processors together; *heap* is the
            most that the managed heap grew, garbage included; *working set* is that of the whole process, lists too. Processors: {Environment.ProcessorCount}.
            Targets for 100,000 organisations: {MostSeconds} s and {MostMebibytes} MiB; for ten times the organisations {MostTimesForTenTimes} times the time.

            | | records on each side | seconds | fastest | processor seconds | heap, MiB | working set, MiB | pairs compared | Certain |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """
        );
        foreach (var run in runs)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", Cells(run))} |");
        text.AppendLine();
        foreach (var (kind, times) in Ratios(runs))
            text.AppendLine(CultureInfo.InvariantCulture, $"Ten times the {kind} take {times:0.0} times the time.");
        return text.ToString();
    }

    private static IEnumerable<string> Cells(ScaleRun run) =>
        [
            run.Kind,
            run.Size.ToString("N0", CultureInfo.InvariantCulture),
            run.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
            run.Fastest.ToString("0.00", CultureInfo.InvariantCulture),
            run.ProcessorSeconds.ToString("0.00", CultureInfo.InvariantCulture),
            (run.Heap / Mebibyte).ToString("0", CultureInfo.InvariantCulture),
            (run.WorkingSet / Mebibyte).ToString("0", CultureInfo.InvariantCulture),
            run.PairsCompared.ToString("N0", CultureInfo.InvariantCulture),
            run.Certain.ToString("N0", CultureInfo.InvariantCulture),
        ];
}
