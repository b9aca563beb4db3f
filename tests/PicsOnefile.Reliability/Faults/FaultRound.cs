using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Reliability.Witness;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Runs;
using PicsOnefile.Sandbox;
using PicsOnefile.Sessions;

namespace PicsOnefile.Reliability.Faults;

/// <summary>What a round is about.</summary>
/// <param name="Case">The fault.</param>
/// <param name="Work">What is changed, and taken back.</param>
/// <param name="Centres">One: the Additional ID is written to PICSWeb. Several: the MIS Value to Onefile.</param>
/// <param name="Links">How many changes are made, and taken back.</param>
/// <param name="Seed">Decides which calls the fault strikes.</param>
public sealed record FaultRoundPlan(FaultCase Case, BulkWork Work, int Centres, int Links, int Seed);

/// <summary>How a round ended.</summary>
/// <param name="Verdict">The comparison, of both halves.</param>
/// <param name="Made">What was found when everything was made, before any of it was taken back.</param>
/// <param name="Runs">How many runs it took until everything was done: linking, and taking back.</param>
/// <param name="Stops">The errors that ended a run early, by their IDs.</param>
/// <param name="Struck">How many calls the fault spoilt.</param>
/// <param name="Calls">How many calls there were in all.</param>
public sealed record FaultRoundResult(
    FaultRoundPlan Plan,
    Verdict Verdict,
    Verdict Made,
    int Runs,
    IReadOnlyList<string> Stops,
    int Struck,
    int Calls,
    TimeSpan Took
)
{
    /// <summary>What stands among the stops where a round did not come to its end.</summary>
    public const string NeverDone = "NeverDone";

    /// <summary>Changes that were begun to take the others back.</summary>
    public int TakenBack => Verdict.Attempted - Made.Attempted;

    /// <summary>Nothing lost, doubled or wrong, and all of it done in the end.</summary>
    public bool IsClean => Verdict.IsClean && !Stops.Contains(NeverDone);
}

/// <summary>
/// One round: changes records in bulk under a fault, again until there is nothing left to do, then takes everything back in the same way, and is judged twice.
/// The network is the loopback, the cache a file on the disk.
/// </summary>
public static class FaultRound
{
    // Far above what any fault needs: all of them at once took 31 runs for 2,000 links. A run that never ends is a finding.
    private const int MostRuns = 200;

    // Pacing is measured by itself: here it would only take time.
    private const int CallLimit = 30_000;

    // What settles open intents leaves those alone that may belong to a run under way.
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromMinutes(6);

    /// <summary>Runs the round in a folder of its own, which is removed.</summary>
    public static Task<FaultRoundResult> RunAsync(FaultRoundPlan plan) => CacheFolder.UseAsync(path => RunAsync(plan, path));

    private static async Task<FaultRoundResult> RunAsync(FaultRoundPlan plan, string cachePath)
    {
        long began = Stopwatch.GetTimestamp();
        var clock = new FastClock(plan.Case.Speed, DateTimeOffset.UtcNow);
        var work = plan.Work.Anew();
        await using var server = await TwinServer.StartAsync(
            new TwinOptions
            {
                ReadyWorld = work.World(plan.Links, plan.Centres),
                World = new() { Seed = plan.Seed, Centres = plan.Centres },
                CallLimit = CallLimit * 2,
                Time = clock,
            }
        );
        var twin = server.Twin;
        var connection = Connection.To(server, cachePath, clock, CallLimit);
        var before = Holdings.Of(twin);
        var wanted = work.Wanted(before, plan.Links, connection.LinkBy);
        foreach (var fault in plan.Case.Faults)
            twin.Faults.Add(fault);
        if (plan.Case.ClientJump > TimeSpan.Zero)
            twin.BeforeCall = Jumping(clock, plan.Case.ClientJump);

        var stops = new List<string>();
        int runs = await UntilDoneAsync(session => work.MakeAsync(session, plan.Links, RunContext.Silent));
        var made = await JudgeAsync(wanted);
        runs += await UntilDoneAsync(session => work.TakeBackAsync(session, plan.Links, RunContext.Silent));
        var asBefore = wanted.Keys.ToDictionary(place => place, place => before.Values[place]);
        var undone = await JudgeAsync(work is SwitchWork ? SwitchWork.Back(asBefore) : asBefore);
        var verdict = undone with
        {
            Lost = made.Lost + undone.Lost,
            Doubled = Math.Max(made.Doubled, undone.Doubled),
            Wrong = Math.Max(made.Wrong, undone.Wrong),
            Findings = [.. made.Findings.Union(undone.Findings)],
        };
        return new(plan, verdict, made, runs, stops, twin.Faults.Struck.Values.Sum(), twin.Calls.Total, Stopwatch.GetElapsedTime(began));

        async Task<int> UntilDoneAsync(Func<PicsOnefileSession, Task<Pass>> work)
        {
            for (int run = 1; run <= MostRuns; run++)
            {
                try
                {
                    using var session = await connection.OpenAsync(RunContext.Silent);
                    var pass = await work(session);
                    if (pass.IsDone && session.Cache.Journal.Open().Count == 0 && pass.Failures.All(failure => failure.Kind != ErrorKinds.RecordUnknown))
                        return run;
                    stops.AddRange(pass.Failures.Select(failure => failure.Kind.Id));
                }
                catch (PicsOnefileException failure)
                {
                    stops.Add(failure.Kind.Id);
                }

                clock.Jump(BetweenRuns);
            }

            stops.Add(FaultRoundResult.NeverDone);
            return MostRuns;
        }

        async Task<Verdict> JudgeAsync(IReadOnlyDictionary<Place, string> expected)
        {
            // As the file lies on the disk, through a handle of its own.
            using var cache = SqliteMappingCache.Open(cachePath, clock);
            await Task.Yield();
            return new Judge(before, twin, cache.Journal, wanted.Keys).Decide(plan.Case.HasOtherEdits ? null : expected);
        }
    }

    // Forth at one call, back at another: somebody sets the computer's clock while a run is under way.
    private static Action<string> Jumping(FastClock clock, TimeSpan by)
    {
        int calls = 0;
        return _ =>
        {
            int call = Interlocked.Increment(ref calls);
            if (call % 20 == 0)
                clock.Jump(call % 40 == 0 ? -by : by);
        };
    }
}
