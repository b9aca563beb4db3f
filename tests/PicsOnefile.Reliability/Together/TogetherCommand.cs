using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Reliability.Together;

/// <summary>Some rounds by themselves, with every finding: for whoever looks for a defect.</summary>
public static class TogetherCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var links = CommandOption.Number("--links", "changes in each round", 200);
        var command = new Command("together", "Every way in which two processes share a cache, with every finding.") { links };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(links)));
        return command;
    }

    private static async Task<int> RunAsync(int links)
    {
        bool clean = true;
        foreach (var sharing in Sharing.All)
        {
            foreach (int centres in new[] { 1, 3 })
                clean &= Tell(await TogetherRound.RunAsync(new(sharing, LinkKind.Officer, centres, links)));
        }

        return clean ? 0 : 1;
    }

    /// <summary>Writes a round to the console; answers whether it is clean.</summary>
    public static bool Tell(TogetherResult result)
    {
        var verdict = result.Verdict;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(result.IsClean ? "ok " : "BAD")} {result.Plan.Sharing.Name}, {result.Plan.Kind}, centres {result.Plan.Centres}: attempted "
                    + $"{verdict.Attempted}, lost {verdict.Lost}, doubled {verdict.Doubled}, wrong {verdict.Wrong}; fullest minute {result.Peak} of "
                    + $"{result.Plan.CallLimit}, refused {result.Refused}, {result.Took.TotalSeconds:0.0} s"
            )
        );
        foreach (string finding in verdict.Findings.Concat(result.Told).Take(6))
            Console.WriteLine("    " + finding);
        return result.IsClean;
    }
}
