using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Reliability.Faults;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Spoilt;
using PicsOnefile.Reliability.Together;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Reliability.Table;

/// <summary>
/// The long run: every fault with bulk runs of 2,000 links and with every other kind of change, hundreds of killed processes, two at once, and spoilt inputs.
/// It writes the table itself.
/// </summary>
public static class LongCommand
{
    /// <summary>The command with its options; the exit code tells whether anything was lost, doubled or wrong.</summary>
    public static Command Create()
    {
        var links = CommandOption.Number("--links", "links in each large round", 2_000);
        var kills = CommandOption.Number("--kills", "killed processes", 240);
        var inputs = CommandOption.Number("--inputs", "spoilt texts for each reader", SpoiltInputs.Inputs);
        var seed = CommandOption.Number("--seed", "seed of the data and the faults", 1);
        var noWrite = CommandOption.Flag("--no-write", "prints the page, and leaves tests/results/reliability.md as it is");
        var command = new Command("long", "Everything; about half an hour. Ends with 0 only if nothing was lost, doubled or wrong.")
        {
            links,
            kills,
            inputs,
            seed,
            noWrite,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(parsed.GetValue(links), parsed.GetValue(kills), parsed.GetValue(inputs), parsed.GetValue(seed), write: !parsed.GetValue(noWrite))
        );
        return command;
    }

    private static async Task<int> RunAsync(int links, int killed, int inputs, int seed, bool write)
    {
        long began = Stopwatch.GetTimestamp();
        var faults = await AllAsync(FaultPlans(links, seed), FaultRound.RunAsync, FaultCommand.Tell, atOnce: 4);
        var kills = await AllAsync(
            Enumerable.Range(0, killed).Select(KillCommand.Plan),
            KillRound.RunAsync,
            KillCommand.Tell,
            atOnce: 3
        );
        var together = await AllAsync(TogetherPlans(), TogetherRound.RunAsync, TogetherCommand.Tell, atOnce: 1);
        var spoilt = SpoiltInputs.Run(inputs);
        foreach (var reader in spoilt)
            SpoiltInputs.Tell(reader);
        string page = ReliabilityTable.Of(faults, kills, together, spoilt, seed, Stopwatch.GetElapsedTime(began));
        if (write)
            ReliabilityTable.Write(page);
        else
            Console.WriteLine(page);
        bool clean =
            faults.All(round => round.IsClean)
            && kills.All(round => round.Verdict.IsClean)
            && together.All(round => round.IsClean)
            && spoilt.All(reader => reader.IsClean);
        return clean ? 0 : 1;
    }

    // Each fault on either system: the whole number of links on one of them, a tenth of it on the other and of every other kind of change; officers and
    // organisations by turns. The switch has few settings, so that each of its turns takes runs of its own.
    private static IEnumerable<FaultRoundPlan> FaultPlans(int links, int seed) =>
        FaultCase.All.SelectMany(
            (fault, number) =>
                new[]
                {
                    new FaultRoundPlan(fault, new LinkWork(Kind(number)), Centres(number), links, seed),
                    new FaultRoundPlan(fault, new LinkWork(Kind(number + 1)), Centres(number + 1), links / 10, seed + 1),
                    new FaultRoundPlan(fault, new UnlinkWork(Kind(number)), Centres(number + 1), links / 10, seed + 2),
                    new FaultRoundPlan(fault, new ReferenceWork(), Centres(number), links / 10, seed + 3),
                    new FaultRoundPlan(fault, new SwitchWork(), Centres(number + 1), links / 25, seed + 4),
                }
        );

    private static IEnumerable<TogetherPlan> TogetherPlans() =>
        from sharing in Sharing.All
        from kind in Enum.GetValues<LinkKind>()
        from centres in Enumerable.Range(0, 2).Select(Centres)
        select new TogetherPlan(sharing, kind, centres, Links: 300);

    private static LinkKind Kind(int number) => number / 2 % 2 == 0 ? LinkKind.Officer : LinkKind.Organisation;

    private static int Centres(int number) => number % 2 == 0 ? 1 : 3;

    private static async Task<IReadOnlyList<TResult>> AllAsync<TPlan, TResult>(
        IEnumerable<TPlan> plans,
        Func<TPlan, Task<TResult>> run,
        Func<TResult, bool> tell,
        int atOnce
    )
    {
        using var places = new SemaphoreSlim(atOnce);
        var gate = new Lock();
        return await Task.WhenAll(
            plans.Select(async plan =>
            {
                await places.WaitAsync();
                try
                {
                    var result = await Task.Run(() => run(plan));
                    lock (gate)
                        tell(result);
                    return result;
                }
                finally
                {
                    places.Release();
                }
            })
        );
    }
}
