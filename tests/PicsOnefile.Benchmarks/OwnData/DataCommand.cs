using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Benchmarks.Matching;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Benchmarks.OwnData;

/// <summary>
/// How well the matching does on labelled lists of anybody's own: <c>data FOLDER…</c>. The exit code is 1 where a Certain candidate was wrong.
/// </summary>
public static class DataCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = "the folders, each with its lists and pairs.csv",
            Arity = ArgumentArity.OneOrMore,
        };
        var columns = CommandOption.Choice("--columns", "WHICH", "all: only the whole columns, without the slow variants", "all");
        var calibration = CommandOption.Flag("--calibration", "prints how often proposals of each probability are right");
        var sample = CommandOption.Text("--sample", "SHARE", "matches random parts of the second list too, for example 0.6");
        var samples = CommandOption.Number("--samples", "how many such parts", 10, least: 1);
        var seed = CommandOption.Number("--seed", "the seed of the first part", 1);
        var details = CommandOption.Flag("--details", "prints what was missed too");
        var command = new Command("data", "How well the matching does on labelled lists of your own.")
        {
            folders,
            columns,
            calibration,
            sample,
            samples,
            seed,
            details,
        };
        command.SetAction(parsed =>
        {
            var plan = new DataPlan
            {
                WholeColumnsAlone = parsed.GetValue(columns) is not null,
                Calibration = parsed.GetValue(calibration),
                Sample = DataPlan.Share(parsed.GetValue(sample)),
                Samples = parsed.GetValue(samples),
                Seed = parsed.GetValue(seed),
                Details = parsed.GetValue(details),
            };
            return parsed.GetRequiredValue(folders).Sum(folder => Run(folder, plan)) > 0 ? 1 : 0;
        });
        return command;
    }

    // The number of wrong Certain candidates.
    private static int Run(string folder, DataPlan plan) =>
        LabelledFolder.HasPeople(folder)
            ? Measure(folder, plan, RecordKinds.People, LabelledFolder.People(folder))
            : Measure(folder, plan, RecordKinds.Organisations, LabelledFolder.Organisations(folder));

    private static int Measure<TOnefile, TPicsWeb, TCandidate>(
        string folder,
        DataPlan plan,
        RecordKind<TOnefile, TPicsWeb, TCandidate> kind,
        LabelledLists<TOnefile, TPicsWeb> lists
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
        where TCandidate : LinkCandidate, ILinkPair
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var runs = new List<MeasuredRun> { Measured(lists, Columns.All, 0) };
        Console.WriteLine(FormattableString.Invariant($"{name}: {lists.Onefile.Count} {kind.Name} of Onefile, {lists.PicsWeb.Count} of PICSWeb"));
        MatchingConsole.TellTruePairs($"{name}, {Columns.All.Name}", runs[0]);
        if (plan.Calibration)
            MatchingConsole.Calibrated(runs);
        if (plan.Sample is { } share)
            runs.AddRange(Samples(share));
        if (!plan.WholeColumnsAlone)
        {
            foreach (var columns in Columns.Variants.Where(columns => columns != Columns.All))
            {
                runs.Add(Measured(lists, columns, 0));
                MatchingConsole.TellTruePairs($"{name}, {columns.Name}", runs[^1]);
            }
        }

        if (plan.Details)
            MatchingConsole.Missed(runs);
        return runs.Sum(run => run.Measures.WrongCertain.Count);

        MeasuredRun Measured(LabelledLists<TOnefile, TPicsWeb> some, Columns columns, int seed) =>
            new(
                new Setting(name, kind.Name, some == lists ? "as it is" : "a part", 1, columns),
                seed,
                new Measuring<TOnefile, TPicsWeb, TCandidate>(kind, some, columns).Run()
            );

        List<MeasuredRun> Samples(double share)
        {
            var parts = new List<MeasuredRun>();
            for (var seed = plan.Seed; seed < plan.Seed + plan.Samples; seed++)
            {
                parts.Add(Measured(lists.Sample(share, seed), Columns.All, seed));
                MatchingConsole.TellTruePairs(FormattableString.Invariant($"{name}, {share:0.##} of the second list, seed {seed}"), parts[^1]);
            }

            MatchingConsole.TruePairs(FormattableString.Invariant($"{name}, {share:0.##} of the second list, {plan.Samples} parts together"), parts);
            return parts;
        }
    }
}
