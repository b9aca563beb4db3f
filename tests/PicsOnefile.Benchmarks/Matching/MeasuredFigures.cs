using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>One figure of several runs: a column of the table, and a part of the summary on the console.</summary>
public sealed record MeasuredFigure(string Heading, Func<IReadOnlyList<RunMeasures>, string> Of);

/// <summary>The figures that are shown, in one table.</summary>
public static class MeasuredFigures
{
    public static IReadOnlyList<MeasuredFigure> All { get; } =
    [
        new("runs", all => all.Count.ToString(CultureInfo.InvariantCulture)),
        new("wrong Certain", all => all.Sum(one => one.WrongCertain.Count).ToString(CultureInfo.InvariantCulture)),
        new("runs with any", all => all.Count(one => one.WrongCertain.Count > 0).ToString(CultureInfo.InvariantCulture)),
        new("expected wrong", all => all.Average(one => one.ExpectedWrongLinks).ToString("0.000", CultureInfo.InvariantCulture)),
        new("Certain", all => Mean(all, one => one.Certain)),
        new("recall of Certain", all => Share(all, one => one.Recall)),
        new("least", all => Least(all, one => one.Recall)),
        new("most by the rules", all => Share(all, one => one.MostRecall)),
        new("partner first", all => Share(all, one => one.First)),
        new("least", all => Least(all, one => one.First)),
        new("a candidate at all", all => Share(all, one => one.BlockingRecall)),
        new("left to a person", all => Mean(all, one => one.LeftToPerson)),
        new("of them right", all => Mean(all, one => one.LeftAndRight)),
        new("by name alone", all => Mean(all, one => one.CertainByNameAlone)),
        new("held back by risk", all => Mean(all, one => one.HeldBackByRisk)),
    ];

    /// <summary>The figures of lists that others labelled: over all true pairs, whatever is filled in.</summary>
    public static IReadOnlyList<MeasuredFigure> OfTruePairs { get; } =
    [
        new("Certain", all => Mean(all, one => one.Certain)),
        new("wrong Certain", all => all.Sum(one => one.WrongCertain.Count).ToString(CultureInfo.InvariantCulture)),
        new("true pairs", all => Mean(all, one => one.TruePairs)),
        new("of them Certain", all => Share(all, one => one.TrueRecall)),
        new("true match first", all => Share(all, one => one.TrueFirstShare)),
        new("a candidate at all", all => Share(all, one => one.BlockingRecall)),
        new("expected wrong", all => all.Average(one => one.ExpectedWrongLinks).ToString("0.0000", CultureInfo.InvariantCulture)),
        new("seconds", all => all.Average(one => one.Seconds).ToString("0.0", CultureInfo.InvariantCulture)),
    ];

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Mean(IEnumerable<RunMeasures> all, Func<RunMeasures, int> of) => all.Average(of).ToString("0", CultureInfo.InvariantCulture);

    private static string Share(IEnumerable<RunMeasures> all, Func<RunMeasures, double?> of) => all.Average(of) is { } mean ? Percent(mean) : "";

    private static string Least(IEnumerable<RunMeasures> all, Func<RunMeasures, double?> of) => all.Min(of) is { } least ? Percent(least) : "";
}
