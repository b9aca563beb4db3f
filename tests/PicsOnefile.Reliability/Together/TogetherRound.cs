using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Witness;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Runs;
using PicsOnefile.Sandbox;

namespace PicsOnefile.Reliability.Together;

/// <summary>How the work of two processes overlaps, as shares of all links: where the first ends and the second begins.</summary>
/// <param name="Name">In words, as the table shows it.</param>
/// <param name="KillsOne">Whether the first is killed in the middle of its work.</param>
public sealed record Sharing(string Name, double FirstTo, double SecondFrom, bool KillsOne = false)
{
    /// <summary>All that are tried.</summary>
    public static IReadOnlyList<Sharing> All { get; } =
    [
        new("a half each", 0.5, 0.5),
        new("overlapping work", 0.7, 0.3),
        new("the same work", 1, 0),
        new("the same work, one is killed", 1, 0, KillsOne: true),
    ];
}

/// <summary>What a round is about.</summary>
/// <param name="Sharing">How the work overlaps.</param>
/// <param name="Kind">Officers or organisations.</param>
/// <param name="Centres">One: PICSWeb is written to. Several: Onefile, whose limit counts every call.</param>
/// <param name="Links">How many links there are to make.</param>
/// <param name="CallLimit">The profile's calls a minute, for both together.</param>
/// <param name="ServerLimit">Onefile's own: beyond it a call is refused.</param>
public sealed record TogetherPlan(Sharing Sharing, LinkKind Kind, int Centres, int Links, int CallLimit = 240, int ServerLimit = 300);

/// <summary>How a round ended.</summary>
/// <param name="Verdict">The comparison.</param>
/// <param name="Peak">The fullest minute that the twin counted.</param>
/// <param name="Refused">Calls that the twin refused because the limit was reached.</param>
/// <param name="Told">What a process told that is no success, or nothing.</param>
public sealed record TogetherResult(TogetherPlan Plan, Verdict Verdict, int Peak, int Refused, IReadOnlyList<string> Told, TimeSpan Took)
{
    /// <summary>Nothing lost or doubled, nobody turned away, and together under the limit.</summary>
    public bool IsClean => Verdict.IsClean && Told.Count == 0 && Refused == 0 && Peak <= Plan.CallLimit;
}

/// <summary>One round: two processes work on one cache at the same time, as an interactive session and a scheduled run do.</summary>
public static class TogetherRound
{
    // A minute of the limit is three seconds, and what a call is longer on the way than another counts twentyfold.
    private const int Speed = 20;

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(6);

    /// <summary>Runs the round in a folder of its own, which is removed.</summary>
    public static Task<TogetherResult> RunAsync(TogetherPlan plan) => CacheFolder.UseAsync(path => RunAsync(plan, path));

    private static async Task<TogetherResult> RunAsync(TogetherPlan plan, string cachePath)
    {
        long began = Stopwatch.GetTimestamp();
        var departure = DateTimeOffset.UtcNow;
        var clock = new FastClock(Speed, departure);
        bool people = plan.Kind == LinkKind.Officer;
        await using var server = await TwinServer.StartAsync(new TwinOptions
        {
            ReadyWorld = BulkWorld.Make(people ? plan.Links : 3, people ? 3 : plan.Links, plan.Centres),
            World = new() { Centres = plan.Centres },
            CallLimit = plan.ServerLimit,
            Time = clock,
        });
        var twin = server.Twin;
        var connection = Connection.To(server, cachePath, clock, plan.CallLimit);
        var pairs = BulkWorld.Pairs(plan.Kind, plan.Links);
        var before = Holdings.Of(twin);
        var places = pairs.ToDictionary(pair => before.PlaceOf(plan.Kind, connection.LinkBy, pair.Ident, pair.OnefileId), pair => connection.LinkBy == LinkBy.AdditionalId ? pair.OnefileId : pair.Ident);

        using var first = Worker.Start(connection, plan.Kind, 0, (int)(plan.Links * plan.Sharing.FirstTo), Speed, departure);
        using var second = Worker.Start(connection, plan.Kind, (int)(plan.Links * plan.Sharing.SecondFrom), plan.Links, Speed, departure);
        if (plan.Sharing.KillsOne)
            twin.BeforeCall = KillingAt(first, write: plan.Links / 3);
        var ends = await Task.WhenAll(first.EndAsync(), second.EndAsync());
        twin.BeforeCall = null;
        var told = ends.Skip(plan.Sharing.KillsOne ? 1 : 0).Where(end => end.Code != 0).Select(end => end.Output)
            .Concat(ends.Where(end => end.Output.Contains("locked", StringComparison.OrdinalIgnoreCase)).Select(end => end.Output)).ToList();

        // Both have ended: what a killed one left is settled, and nothing is left to be done.
        clock.Jump(Later);
        using (var session = await connection.OpenAsync(RunContext.Silent))
            await LinkJob.LinkAsync(session, plan.Kind, pairs, RunContext.Silent);
        using var cache = SqliteMappingCache.Open(cachePath, clock);
        var verdict = new Judge(before, twin, cache.Journal, places.Keys).Decide(places, others: plan.Sharing.FirstTo > plan.Sharing.SecondFrom ? 1 : 0);
        int refused = twin.Calls.Snapshot().Values.Sum(statuses => statuses.TryGetValue(429, out int count) ? count : 0);
        return new(plan, verdict, twin.Limit.Peak, refused, told, Stopwatch.GetElapsedTime(began));
    }

    private static Action<string> KillingAt(Worker worker, int write)
    {
        int seen = 0;
        return call =>
        {
            if (CallSeen.IsWriteOf(call) && System.Threading.Interlocked.Increment(ref seen) == write)
                worker.Kill();
        };
    }
}
