using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace PicsOnefile.Reliability.Kills;

/// <summary>Some rounds by themselves, with every finding: for whoever looks for a defect.</summary>
public static class KillCommand
{
    /// <summary>Runs <c>--rounds</c> rounds, the steps in turn.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        bool clean = true;
        foreach (int round in Enumerable.Range(arguments.Number("--first", 0), arguments.Number("--rounds", KillPoint.All.Count)))
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
