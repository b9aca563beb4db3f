using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Reliability.Kills;

/// <summary>Some rounds by themselves, with every finding: for whoever looks for a defect.</summary>
public static class KillCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var first = CommandOption.Number("--first", "the first round; a round's number says its step and call", 0);
        var rounds = CommandOption.Number("--rounds", "how many rounds, the steps in turn", KillPoint.All.Count);
        var command = new Command("kills", "Rounds in which a process is killed, with every finding.") { first, rounds };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(first), parsed.GetValue(rounds)));
        return command;
    }

    private static async Task<int> RunAsync(int first, int rounds)
    {
        bool clean = true;
        foreach (int round in Enumerable.Range(first, rounds))
            clean &= Tell(await KillRound.RunAsync(Plan(round)));
        return clean ? 0 : 1;
    }

    /// <summary>The round of a number: each step in turn, on each kind of record of either system, at a call that moves on from round to round.</summary>
    public static KillRoundPlan Plan(int round)
    {
        var point = KillPoint.All[round % KillPoint.All.Count];
        int pass = round / KillPoint.All.Count;
        return new(
            point,
            (pass & 1) == 0 ? LinkKind.Officer : LinkKind.Organisation,
            (pass & 2) == 0 ? 1 : 3,
            Links: 40,
            Turn: (round * 7 + pass / 4) % point.Turns
        );
    }

    /// <summary>Writes a round to the console; answers whether it is clean.</summary>
    public static bool Tell(KillRoundResult result)
    {
        var verdict = result.Verdict;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(verdict.IsClean ? "ok " : "BAD")} killed {result.Killed}: {result.Plan.Point.Name} (turn {result.Plan.Turn}), {result.Plan.Kind}, "
                    + $"centres {result.Plan.Centres}: attempted {verdict.Attempted}, made {result.Made}, open {result.Open}, lost {verdict.Lost}, doubled "
                    + $"{verdict.Doubled}, wrong {verdict.Wrong}, {result.Took.TotalSeconds:0.0} s"
            )
        );
        foreach (string finding in verdict.Findings.Take(6))
            Console.WriteLine("    " + finding);
        return verdict.IsClean;
    }
}
