using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using PicsOnefile.Reliability.Faults;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Spoilt;
using PicsOnefile.Reliability.Together;
using PicsOnefile.Reliability.Work;

namespace PicsOnefile.Reliability.Table;

/// <summary>The page of results.</summary>
public static class ReliabilityTable
{
    /// <summary>Writes <c>tests/results/reliability.md</c> of the repository that this program was built in.</summary>
    public static void Write(string page)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "PicsOnefile.PowerShell.sln")))
                continue;
            string results = Directory.CreateDirectory(Path.Combine(folder.FullName, "tests", "results")).FullName;
            File.WriteAllText(Path.Combine(results, "reliability.md"), page);
            return;
        }

        throw new FormatException($"No folder above {AppContext.BaseDirectory} holds the solution: use --no-write.");
    }

    /// <summary>The page.</summary>
    public static string Of(
        IReadOnlyList<FaultRoundResult> faults,
        IReadOnlyList<KillRoundResult> kills,
        IReadOnlyList<TogetherResult> together,
        IReadOnlyList<SpoiltResult> spoilt,
        int seed,
        TimeSpan took
    )
    {
        var page = new StringBuilder();
        void Line(string text) => page.Append(text).Append('\n');
        string Total(IEnumerable<Witness.Verdict> verdicts) => Number(verdicts.Sum(verdict => verdict.Attempted));

        Line("# Reliability");
        Line("");
        Line(
            "Written by `dotnet run --project tests/PicsOnefile.Reliability -c Release -- long`. Bulk runs go through the module's own session, cache file "
                + "and HTTP to the twin on the loopback address; a clock that"
        );
        Line(
            "runs faster stands in for the waits. Afterwards both sides' records and the twin's own log of writes are compared with the journal, whose "
                + "chain of hashes has to be whole."
        );
        Line(
            "*Attempted* counts intents in the journal. *Lost*: the journal calls it done and nobody wrote it, or it was to be made and is neither there "
                + "nor explained. *Doubled*: made, or called done, twice."
        );
        Line(
            "*Wrong*: any other disagreement: a write that the journal does not know of or calls not made, a field or record that nobody meant to change, "
                + "an intent that stays open."
        );
        Line("");
        Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Total(faults.Where(round => round.Plan.Case.Faults.Length > 0).Select(round => round.Verdict))} changes under faults, "
                    + $"{Number(kills.Count)} killed processes, {Number(together.Count)} pairs of processes; seed {seed}, {took.TotalMinutes:0.0} minutes."
            )
        );
        Line("");
        Line("## Faults");
        Line("");
        Line(
            "Each round makes its changes and takes all of them back, run again until nothing is left to do; by Additional ID in PICSWeb (one centre) and "
                + "by MIS Value in Onefile (three centres)."
        );
        Line(
            "*Errors told* are those of single records and those that ended a run. *Overwritten*: another person's edit fell between reading a Onefile "
                + "record and writing it, where Onefile has nothing to tell by."
        );
        Line("");
        Line("| fault | calls spoilt | rounds | runs | changes attempted | lost | doubled | wrong | overwritten | errors told | seconds |");
        Line("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in faults.GroupBy(round => round.Plan.Case.Name))
        {
            var verdicts = group.Select(round => round.Verdict).ToList();
            string stops = string.Join(
                ", ",
                group
                    .SelectMany(round => round.Stops)
                    .CountBy(stop => stop)
                    .OrderByDescending(stop => stop.Value)
                    .Select(stop => string.Create(CultureInfo.InvariantCulture, $"{stop.Key} {stop.Value}"))
            );
            Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {group.Key} | {100.0 * group.Sum(round => round.Struck) / group.Sum(round => round.Calls):0} % of "
                        + $"{Number(group.Sum(round => round.Calls))} | {group.Count()} | {group.Sum(round => round.Runs)} | {Counts(verdicts)} | "
                        + $"{verdicts.Sum(verdict => verdict.Crossed)} | {(stops.Length == 0 ? "none" : stops)} | "
                        + $"{group.Sum(round => round.Took.TotalSeconds):0} |"
                )
            );
        }

        Line("");
        Line("## Faults by kind of change");
        Line("");
        Line(
            "The same rounds by what was changed: Set- and Remove- of both kinds of link, Set-StandardVqReference, Enable- and Disable-PicsWebSync; *taken "
                + "back* by Undo-LinkChange, and of the switch by its own cmdlets."
        );
        Line("Each cell is the number of changes attempted and, after the stroke, how many of them were lost, doubled or wrong.");
        Line("");
        Line($"| fault | {string.Join(" | ", BulkWork.Groups)} | taken back |");
        Line($"|---|{string.Concat(BulkWork.Groups.Select(_ => "---|"))}---|");
        foreach (var group in faults.GroupBy(round => round.Plan.Case.Name))
        {
            var made = BulkWork
                .Groups.Select(kind => group.Where(round => round.Plan.Work.Group == kind).ToList())
                .Select(rounds => Cell(rounds.Sum(round => round.Made.Attempted), rounds.Sum(round => round.Made.Findings.Count)));
            Line(
                $"| {group.Key} | {string.Join(" | ", made)} | "
                    + $"{Cell(group.Sum(round => round.TakenBack), group.Sum(round => round.Verdict.Findings.Count - round.Made.Findings.Count))} |"
            );
        }

        Line("");
        Line("## Killed processes");
        Line("");
        Line(
            "A process that links 40 records is ended by SIGKILL at a step of the protocol; the next session settles what it left, everything is compared, "
                + "the rest is done, and everything is compared again."
        );
        Line("");
        Line("| step | rounds | killed | open intents left | changes attempted | lost | doubled | wrong | seconds |");
        Line("|---|---|---|---|---|---|---|---|---|");
        foreach (var group in kills.GroupBy(round => round.Plan.Point.Name))
            Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {group.Key} | {group.Count()} | {group.Count(round => round.Killed)} | {group.Sum(round => round.Open)} | "
                        + $"{Counts(group.Select(round => round.Verdict))} | {group.Sum(round => round.Took.TotalSeconds):0} |"
                )
            );

        Line("");
        Line("## Two at once");
        Line("");
        Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Two processes on one cache file, under a limit of {together[0].Plan.CallLimit} calls a minute for both (the default; more than that in "
                    + $"any minute of the twin's counts as a failure); Onefile refuses from {together[0].Plan.ServerLimit} on. Where both were given the "
                    + $"same work, the one that comes second calls done what it finds done. Where both give the same values to records of their own, each "
                    + $"value has to be with one of its two records: *doubled* counts those that are with both."
            )
        );
        Line("");
        Line("| work | rounds | changes attempted | lost | doubled | wrong | calls in the fullest minute | calls refused | errors told | seconds |");
        Line("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in together.GroupBy(round => round.Plan.Sharing.Name))
            Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {group.Key} | {group.Count()} | {Counts(group.Select(round => round.Verdict))} | {group.Max(round => round.Peak)} | "
                        + $"{group.Sum(round => round.Refused)} | {group.Sum(round => round.Told.Count)} | {group.Sum(round => round.Took.TotalSeconds):0} |"
                )
            );

        Line("");
        Line("## Spoilt inputs");
        Line("");
        Line(
            "Sound texts, spoilt at one to eight places (cut, doubled, cut off, hostile pieces put in), in two encodings, for every reader of other "
                + "people's texts. It answers, or fails with an error that tells"
        );
        Line(
            "an administrator what to do; any other exception is counted. The same is in short in the tests of the core (`Fuzz`), there with random texts "
                + "and bytes too."
        );
        Line("");
        Line("| reader | inputs tried | other exceptions | seconds |");
        Line("|---|---|---|---|");
        foreach (var reader in spoilt)
            Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {reader.Reader} | {Number(reader.Inputs)} | {reader.Surprises.Count} | {reader.Took.TotalSeconds:0} |"
                )
            );
        return page.ToString();
    }

    private static string Counts(IEnumerable<Witness.Verdict> verdicts)
    {
        var all = verdicts.ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Number(all.Sum(verdict => verdict.Attempted))} | {all.Sum(verdict => verdict.Lost)} | {all.Sum(verdict => verdict.Doubled)} | "
                + $"{all.Sum(verdict => verdict.Wrong)}"
        );
    }

    private static string Cell(int attempted, int findings) => $"{Number(attempted)} / {findings}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
