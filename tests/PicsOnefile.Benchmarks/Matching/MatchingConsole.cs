using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>What is told while and after measuring, for a person who studies what went wrong.</summary>
public static class MatchingConsole
{
    private const int MissedShown = 50;

    public static void Tell(MeasuredRun run)
    {
        var measures = run.Measures;
        Console.WriteLine(FormattableString.Invariant(
            $"{run.Setting}, seed {run.Seed}: {measures.WrongCertain.Count} wrong, recall {(measures.Findable == 0 ? "-" : measures.Recall.ToString("P1", CultureInfo.InvariantCulture))}, first {measures.First:P1}, left {measures.LeftToPerson}, {measures.Seconds:F1} s"));
        foreach (var wrong in measures.WrongCertain)
            Console.WriteLine($"WRONG Certain: {run.Setting}, seed {run.Seed}{Environment.NewLine}{wrong}");
    }

    public static void Summary(IEnumerable<MeasuredRun> runs)
    {
        Console.WriteLine();
        foreach (var group in runs.GroupBy(run => run.Setting).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            var all = group.Select(run => run.Measures).ToList();
            Console.WriteLine(FormattableString.Invariant(
                $"{group.Key}: {all.Count} runs, {all.Sum(one => one.WrongCertain.Count)} wrong in {all.Count(one => one.WrongCertain.Count > 0)}; {(all.Any(one => one.Findable == 0) ? "nothing but names to compare" : Recall(all))}; first {all.Average(one => one.First):P1} (least {all.Min(one => one.First):P1}); left {all.Average(one => one.LeftToPerson):F0}, of them right {all.Average(one => one.LeftAndRight):F0}; {all.Average(one => one.Certain):F0} Certain, {all.Average(one => one.CertainByNameAlone):F0} by name, {all.Average(one => one.HeldBackByRisk):F0} held back, expected wrong {all.Average(one => one.ExpectedWrongLinks):F3}"));
        }
    }

    private static string Recall(List<RunMeasures> all) => FormattableString.Invariant(
        $"recall {all.Average(one => one.Recall):P1} (least {all.Min(one => one.Recall):P1}, at most {all.Average(one => one.MostRecall):P1} by the rules)");

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
