using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Benchmarks.Matching;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Benchmarks.OwnData;

/// <summary>
/// How well the matching does on labelled lists of anybody's own: <c>data FOLDER</c>. The exit code is 1 where a Certain candidate was wrong.
/// </summary>
public static class DataCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "the folder of the lists and of pairs.csv" };
        var details = CommandOption.Flag("--details", "prints what was missed too");
        var command = new Command("data", "How well the matching does on labelled lists of your own.") { folder, details };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(details)));
        return command;
    }

    private static int Run(string folder, bool details)
    {
        var runs = LabelledFolder.HasPeople(folder)
            ? Measure(folder, RecordKinds.People, LabelledFolder.People(folder))
            : Measure(folder, RecordKinds.Organisations, LabelledFolder.Organisations(folder));
        MatchingConsole.Summary(runs);
        if (details)
            MatchingConsole.Missed(runs);
        return runs.Any(run => run.Measures.WrongCertain.Count > 0) ? 1 : 0;
    }

    private static List<MeasuredRun> Measure<TOnefile, TPicsWeb, TCandidate>(
        string folder,
        RecordKind<TOnefile, TPicsWeb, TCandidate> kind,
        LabelledLists<TOnefile, TPicsWeb> lists
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
        where TCandidate : LinkCandidate, ILinkPair
    {
        var runs = new List<MeasuredRun>();
        foreach (var columns in Columns.Variants)
        {
            var setting = new Setting(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), kind.Name, "as it is", 1, columns);
            runs.Add(new MeasuredRun(setting, 0, new Measuring<TOnefile, TPicsWeb, TCandidate>(kind, lists, columns).Run()));
            MatchingConsole.Tell(runs[^1]);
        }

        return runs;
    }
}
