using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>What is told while and after measuring, for a person who studies what went wrong.</summary>
public static class MatchingConsole
{
    private const int MissedShown = 50;

    public static void Tell(MeasuredRun run)
    {
        Console.WriteLine(
            FormattableString.Invariant($"{run.Setting}, seed {run.Seed} ({run.Measures.Seconds:F1} s): {Figures(MeasuredFigures.All, [run.Measures])}")
        );
        Wrong(run);
    }

    /// <summary>The figures over all true pairs, and every Certain candidate that is wrong.</summary>
    public static void TellTruePairs(string what, MeasuredRun run)
    {
        TruePairs(what, [run]);
        Wrong(run);
    }

    /// <summary>The figures over all true pairs of some runs together.</summary>
    public static void TruePairs(string what, IEnumerable<MeasuredRun> runs) =>
        Console.WriteLine($"{what}: {Figures(MeasuredFigures.OfTruePairs, [.. runs.Select(run => run.Measures)])}");

    /// <summary>The calibration of some runs together.</summary>
    public static void Calibrated(IEnumerable<MeasuredRun> runs)
    {
        Console.WriteLine(string.Join(" | ", CalibrationTable.Headings));
        foreach (var row in CalibrationTable.Rows(Calibration.Sum(runs.Select(run => run.Measures.Calibration))))
            Console.WriteLine(string.Join(" | ", row));
    }

    private static void Wrong(MeasuredRun run)
    {
        foreach (var wrong in run.Measures.WrongCertain)
            Console.WriteLine($"WRONG Certain: {run.Setting}, seed {run.Seed}{Environment.NewLine}{wrong}");
    }

    public static void Summary(IEnumerable<MeasuredRun> runs)
    {
        Console.WriteLine();
        foreach (var group in runs.GroupBy(run => run.Setting).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
            Console.WriteLine($"{group.Key}: {Figures(MeasuredFigures.All, [.. group.Select(run => run.Measures)])}");
    }

    private static string Figures(IReadOnlyList<MeasuredFigure> figures, IReadOnlyList<RunMeasures> runs) =>
        string.Join(
            ", ",
            figures
                .Select(figure => (figure.Heading, Value: figure.Of(runs)))
                .Where(figure => figure.Value.Length > 0)
                .Select(figure => $"{figure.Heading} {figure.Value}")
        );

    /// <summary>Pairs that were to be Certain and are not, the commonest kinds of evidence first, each with one example.</summary>
    public static void Missed(IEnumerable<MeasuredRun> runs)
    {
        foreach (var group in runs.GroupBy(run => run.Setting))
        {
            var missed = group.SelectMany(run => run.Measures.Missed.Select(pair => (run.Seed, pair.Class, pair.Description))).ToList();
            Console.WriteLine($"{Environment.NewLine}MISSED: {group.Key}, {missed.Count} pairs in {group.Count()} runs");
            foreach (var alike in missed.GroupBy(pair => pair.Class).OrderByDescending(alike => alike.Count()).Take(MissedShown))
                Console.WriteLine($" {alike.Count()} x {alike.Key}; seed {alike.First().Seed}:{Environment.NewLine}{alike.First().Description}");
        }
    }
}
