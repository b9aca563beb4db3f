using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Reliability.Work;

namespace PicsOnefile.Reliability.Faults;

/// <summary>Some rounds by themselves, with every finding: for whoever looks for a defect.</summary>
public static class FaultCommand
{
    /// <summary>Runs the cases whose name holds <c>--only</c>, with the kinds of change that hold <c>--work</c>.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        string only = arguments.Text("--only") ?? "";
        bool clean = true;
        foreach (var fault in FaultCase.All.Where(fault => fault.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (int centres in new[] { 1, 3 })
            {
                foreach (
                    var work in BulkWork.All.Where(work =>
                        $"{work.Group} {work.Subject}".Contains(arguments.Text("--work") ?? "", StringComparison.OrdinalIgnoreCase)
                    )
                )
                {
                    var result = await FaultRound.RunAsync(new(fault, work, centres, arguments.Number("--links", 200), arguments.Number("--seed", 1)));
                    clean &= Tell(result);
                }
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
