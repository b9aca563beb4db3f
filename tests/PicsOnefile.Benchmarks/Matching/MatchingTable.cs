using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>The measured figures as a page of markdown, with what they were measured on.</summary>
public sealed class MatchingTable(IReadOnlyList<MeasuredRun> runs, IReadOnlyList<SeenNoise> noise)
{
    private static readonly string[] Levels = MatchingPlan.Levels;
    private static readonly string[] Kinds = ["people", "organisations"];
    private readonly StringBuilder text = new();

    public string ToMarkdown()
    {
        text.AppendLine(
            """
            # How well the matching does

            Written by `dotnet run --project tests/PicsOnefile.Benchmarks -c Release -- matching`: lists of 5,000 people and 5,000 organisations each, whose
            truth is known. *twin* is the twin's generator, which knows nothing of the module; *made-up* is the generator of the core's tests.

            - *two errors*, *three errors*: the middle level, and so many typing errors in every record that both lists have, most of them in the name.
            - *wrong Certain*: Certain candidates that are no right link, in all runs. Any live account of the person is a right link, an archived one is not.
            - *expected wrong*: what the matching itself computes for a run.
            - *recall of Certain*: of the officers or organisations (with several centres: in each centre) that have a live account or placement, neither of
              them linked already, with at least one field besides the name filled in on both sides.
            - *most by the rules*: those among them that may be Certain at all: one live account or placement, something besides the name that agrees, and no
              two postcodes that differ (but for an equal MIS ID).
            - *partner first*: of the live, unlinked Onefile records with an unlinked partner, those whose candidate of rank 1 is a right one.
            - *a candidate at all*: of the pairs of a live, unlinked Onefile record and its unlinked PICSWeb record, those that are a candidate of any rank. The
              others were never compared, or are below the floor.
            - *left to a person*: proposals below Certain, a mean of all runs like every other figure without a *least*.
            """
        );
        Targets();
        foreach (var generator in runs.Select(run => run.Setting.Generator).Distinct().OrderDescending(StringComparer.Ordinal))
        {
            foreach (var kind in Kinds)
                Section(generator, kind);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    // A run of the targets is a provider's whole work: its people and its organisations.
    private void Targets()
    {
        var whole = runs.Where(run => run.Setting is { Generator: "twin", Centres: 1 } && run.Setting.Columns == Labelled.Columns.All)
            .GroupBy(run => (run.Setting.Level, run.Seed))
            .Select(group => (group.Key.Level, Kinds: group.Select(run => run.Measures).ToList()))
            .ToList();
        var middle = whole
            .Where(run => run.Level == "middle")
            .Select(run => (double)run.Kinds.Sum(kind => kind.Found) / run.Kinds.Sum(kind => kind.Findable))
            .ToList();
        var first = whole
            .Where(run => run.Level == "middle")
            .Select(run => (double)run.Kinds.Sum(kind => kind.PartnerFirst) / run.Kinds.Sum(kind => kind.WithPartner))
            .ToList();
        text.AppendLine().AppendLine("## The targets (twin, one centre, all columns; people and organisations of a seed are one run)").AppendLine();
        Row(["", "target", "measured", "least of any run"]);
        Row(["---", "---:", "---:", "---:"]);
        var wrong = whole.Sum(run => run.Kinds.Sum(kind => kind.WrongCertain.Count)).ToString(CultureInfo.InvariantCulture);
        Row([$"wrong Certain in {whole.Count.ToString(CultureInfo.InvariantCulture)} runs", "0", wrong, ""]);
        if (middle.Count == 0)
            return;
        Row(["recall of Certain, middle", "85 %", MeasuredFigures.Percent(middle.Average()), MeasuredFigures.Percent(middle.Min())]);
        Row(["partner first, middle", "98 %", MeasuredFigures.Percent(first.Average()), MeasuredFigures.Percent(first.Min())]);
    }

    private void Section(string generator, string kind)
    {
        var groups = runs.Where(run => run.Setting.Generator == generator && run.Setting.Kind == kind)
            .GroupBy(run => run.Setting)
            .OrderBy(group => group.Key.Centres)
            .ThenBy(group => Columns(group.Key))
            .ThenBy(group => Array.IndexOf(Levels, group.Key.Level));
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {char.ToUpperInvariant(kind[0])}{kind[1..]}, {generator}").AppendLine();
        Row(["noise", "centres", "columns", .. MeasuredFigures.All.Select(figure => figure.Heading)]);
        Row([.. Enumerable.Repeat("---", 3), .. MeasuredFigures.All.Select(_ => "---:")]);
        foreach (var group in groups)
        {
            var (setting, all) = (group.Key, group.Select(run => run.Measures).ToList());
            var centres = setting.Centres.ToString(CultureInfo.InvariantCulture);
            Row([setting.Level, centres, setting.Columns.Name, .. MeasuredFigures.All.Select(figure => figure.Of(all))]);
        }

        Calibrated(kind, [.. runs.Where(run => run.Setting.Generator == generator && run.Setting.Kind == kind)]);
        text.AppendLine().AppendLine("What was generated (mean share in %, and the share wanted):").AppendLine();
        Row(["noise", .. Levels.SelectMany(level => (string[])[$"{level}, wanted", "made"])]);
        Row(["---", .. Levels.SelectMany(_ => (string[])["---:", "---:"])]);
        foreach (var one in noise.Where(one => one.Generator == generator && one.Kind == kind && one.Centres == 1).GroupBy(one => one.Noise.Name))
        {
            Row([one.Key, .. Levels.SelectMany(level => Shares(one.Where(seen => seen.Level == level).Select(seen => seen.Noise).ToList()))]);
        }
    }

    private void Calibrated(string kind, IReadOnlyList<MeasuredRun> all)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Calibration of all proposals of {kind}, in all runs:").AppendLine();
        Row(CalibrationTable.Headings);
        Row(["---", .. CalibrationTable.Headings.Skip(1).Select(_ => "---:")]);
        foreach (var row in CalibrationTable.Rows(Calibration.Sum(all.Select(run => run.Measures.Calibration))))
            Row(row);
    }

    private static string[] Shares(List<Generators.MadeNoise> seen) =>
        seen.Count == 0
            ? ["", ""]
            : [seen[0].Wanted?.ToString(CultureInfo.InvariantCulture) ?? "", seen.Average(one => one.Made).ToString("0.00", CultureInfo.InvariantCulture)];

    private void Row(IEnumerable<string> cells) => text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |");

    private static int Columns(Setting setting) => Labelled.Columns.Variants.ToList().IndexOf(setting.Columns);
}
