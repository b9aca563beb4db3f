using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>A calibration as rows of a table, for the page and for the console.</summary>
public static class CalibrationTable
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["probability", "proposals", "mean", "right", "95 % of the share", "holds"];

    /// <summary>A row for each bin that has proposals.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(Calibration calibration) => calibration.Bins.Where(bin => bin.Count > 0).Select(Cells);

    private static string[] Cells(CalibrationBin bin) =>
        [
            bin.From == 0 ? $"below {Number(bin.To)}" : $"{Number(bin.From)} to {Number(bin.To)}",
            bin.Count.ToString(CultureInfo.InvariantCulture),
            Share(bin.Mean),
            Share(bin.Share),
            $"{Share(bin.Interval.Least)} to {Share(bin.Interval.Most)}",
            bin.Holds switch
            {
                true => "yes",
                false => "NO",
                null => "too few",
            },
        ];

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
