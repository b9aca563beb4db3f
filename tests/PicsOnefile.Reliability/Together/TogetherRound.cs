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
/// <param name="Contends">Whether both give the same values, each to records of its own: one of them has to give way at each.</param>
public sealed record Sharing(string Name, double FirstTo, double SecondFrom, bool KillsOne = false, bool Contends = false)
{
    /// <summary>All that are tried.</summary>
    public static IReadOnlyList<Sharing> All { get; } =
    [
        new("a half each", 0.5, 0.5),
        new("overlapping work", 0.7, 0.3),
        new("the same work", 1, 0),
        new("the same work, one is killed", 1, 0, KillsOne: true),
        new("the same values for different records", 0.5, 0.5, Contends: true),
        new("the same values for different records, one is killed", 0.5, 0.5, KillsOne: true, Contends: true),
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
        await using var server = await TwinServer.StartAsync(
            new TwinOptions
            {
                ReadyWorld = BulkWorld.Make(people ? plan.Links : 3, people ? 3 : plan.Links, plan.Centres),
                World = new() { Centres = plan.Centres },
                CallLimit = plan.ServerLimit,
                Time = clock,
            }
        );
        var twin = server.Twin;
        var connection = Connection.To(server, cachePath, clock, plan.CallLimit);
        // Rivals stand in one centre: their distance is a multiple of the number of centres.
        int half = plan.Links / 2 / plan.Centres * plan.Centres;
        var pairs = BulkWorld.Pairs(plan.Kind, plan.Sharing.Contends ? half : plan.Links);
        var rivals = plan.Sharing.Contends ? BulkWorld.Rivals(plan.Kind, connection.LinkBy, half, half) : [];
        var before = Holdings.Of(twin);
        var places = pairs
            .Concat(rivals)
            .ToDictionary(
                pair => before.PlaceOf(plan.Kind, connection.LinkBy, pair.Ident, pair.OnefileId),
                pair => connection.LinkBy == LinkBy.AdditionalId ? pair.OnefileId : pair.Ident
            );

        using var meeting = new Meeting(places.Keys.Select(place => place.Id).Skip(pairs.Count));
        var moment = plan.Sharing.Contends ? meeting.At : (Action<string>)(_ => { });
        twin.BeforeCall = moment;
        using var first = Worker.Start(connection, plan.Kind, 0, plan.Sharing.Contends ? half : (int)(plan.Links * plan.Sharing.FirstTo), Speed, departure);
        using var second = plan.Sharing.Contends
            ? Worker.Start(connection, plan.Kind, 0, half, Speed, departure, later: half)
            : Worker.Start(connection, plan.Kind, (int)(plan.Links * plan.Sharing.SecondFrom), plan.Links, Speed, departure);
        if (plan.Sharing.KillsOne)
            twin.BeforeCall = moment + KillingAt(first, write: plan.Links / 3);
        var ends = await Task.WhenAll(EndAsync(first, meeting), EndAsync(second, meeting));
        twin.BeforeCall = null;
        var told = ends.Skip(plan.Sharing.KillsOne ? 1 : 0)
            .Where(end => end.Code != 0)
            .Select(end => end.Output)
            .Concat(ends.Where(end => end.Output.Contains("locked", StringComparison.OrdinalIgnoreCase)).Select(end => end.Output))
            .ToList();

        // Both have ended: what a killed one left is settled, and what it did not come to is done.
        clock.Jump(Later);
        using (var session = await connection.OpenAsync(RunContext.Silent))
            await LinkJob.LinkAsync(session, plan.Kind, pairs, RunContext.Silent);
        using var cache = SqliteMappingCache.Open(cachePath, clock);
        var verdict = new Judge(before, twin, cache.Journal, places.Keys).Decide(plan.Sharing.Contends ? null : places);
        if (plan.Sharing.Contends)
            verdict = Shared(verdict, Holdings.Of(twin), places);
        int refused = twin.Calls.Snapshot().Values.Sum(statuses => statuses.TryGetValue(429, out int count) ? count : 0);
        return new(plan, verdict, twin.Limit.Peak, refused, told, Stopwatch.GetElapsedTime(began));
    }

    private static async Task<(int Code, string Output)> EndAsync(Worker worker, Meeting meeting)
    {
        var end = await worker.EndAsync();
        meeting.Over();
        return end;
    }

    // Each value is with one of its two records, whichever that is.
    private static Verdict Shared(Verdict verdict, Holdings now, IReadOnlyDictionary<Place, string> places)
    {
        var held = places
            .GroupBy(place => place.Value)
            .Select(value => (Value: value.Key, Count: value.Count(place => now.Values[place.Key] == value.Key)))
            .ToList();
        var wrong = held.Where(value => value.Count != 1).Select(value => $"'{value.Value}' is held {value.Count} time(s).").ToList();
        return verdict with
        {
            Doubled = verdict.Doubled + held.Count(value => value.Count > 1),
            Lost = verdict.Lost + held.Count(value => value.Count == 0),
            Findings = [.. verdict.Findings, .. wrong],
        };
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

    /// <summary>
    /// Holds the first write that arrives until the other process has come as far as reading a record that it is to write: both have planned by then, and
    /// neither has seen what the other one wrote.
    /// </summary>
    private sealed class Meeting(IEnumerable<string> rivals) : IDisposable
    {
        private readonly HashSet<string> _rivals = [.. rivals];
        private readonly System.Threading.ManualResetEventSlim _met = new();
        private int _writes;
        private int _come;

        public void At(string call)
        {
            var seen = new CallSeen(call, false);
            string id = call[(call.LastIndexOf('/') + 1)..];
            if (seen.IsRead && _rivals.Contains(id))
                Come(second: true);
            else if (seen.IsRead)
                Come(second: false);
            if (seen.IsWrite && System.Threading.Interlocked.Increment(ref _writes) == 1)
                _met.Wait();
        }

        /// <summary>A process has ended: nobody is waited for any more.</summary>
        public void Over() => _met.Set();

        public void Dispose() => _met.Dispose();

        private void Come(bool second)
        {
            if ((System.Threading.Interlocked.Or(ref _come, second ? 2 : 1) | (second ? 2 : 1)) == 3)
                _met.Set();
        }
    }
}
