using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Reliability.Faults;

/// <summary>Some rounds by themselves, with every finding: for whoever looks for a defect.</summary>
public static class FaultCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var only = CommandOption.Text("--only", "TEXT", "the faults whose names hold this text");
        var work = CommandOption.Text("--work", "TEXT", "the kinds of change whose names hold this text");
        var links = CommandOption.Number("--links", "changes in each round", 200);
        var seed = CommandOption.Number("--seed", "seed of the data and the faults", 1);
        var command = new Command("faults", "Rounds under faults by themselves, with every finding.") { only, work, links, seed };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(only) ?? "", parsed.GetValue(work) ?? "", parsed.GetValue(links), parsed.GetValue(seed)));
        return command;
    }

    private static async Task<int> RunAsync(string only, string kinds, int links, int seed)
    {
        bool clean = true;
        foreach (var fault in FaultCase.All.Where(fault => fault.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (int centres in new[] { 1, 3 })
            {
                foreach (var work in BulkWork.All.Where(work => $"{work.Group} {work.Subject}".Contains(kinds, StringComparison.OrdinalIgnoreCase)))
                    clean &= Tell(await FaultRound.RunAsync(new(fault, work, centres, links, seed)));
            }
        }

        return clean ? 0 : 1;
    }

    /// <summary>Writes a round to the console; answers whether it is clean.</summary>
    public static bool Tell(FaultRoundResult result)
    {
        var verdict = result.Verdict;
        bool clean = result.IsClean;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(clean ? "ok " : "BAD")} {result.Plan.Case.Name,-32} {result.Plan.Work.Group,-15} {result.Plan.Work.Subject,-13} centres "
                    + $"{result.Plan.Centres}: attempted {verdict.Attempted}, lost {verdict.Lost}, doubled {verdict.Doubled}, wrong {verdict.Wrong}, "
                    + $"crossed {verdict.Crossed}; runs {result.Runs}, struck {result.Struck} of {result.Calls}, {result.Took.TotalSeconds:0.0} s; "
                    + $"{string.Join(" ", result.Stops.CountBy(stop => stop).Select(stop => $"{stop.Key} x{stop.Value}"))}"
            )
        );
        foreach (string finding in verdict.Findings.Take(6))
            Console.WriteLine("    " + finding);
        return clean;
    }
}
