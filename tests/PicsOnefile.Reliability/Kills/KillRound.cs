using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Reliability.Witness;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Runs;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.Faults;

namespace PicsOnefile.Reliability.Kills;

/// <summary>What a round is about.</summary>
/// <param name="Point">The step.</param>
/// <param name="Kind">Officers or organisations.</param>
/// <param name="Centres">One: PICSWeb is written to. Several: Onefile.</param>
/// <param name="Links">How many links the process was to make.</param>
/// <param name="Turn">At which of the calls that mark the step it is killed, from 0.</param>
public sealed record KillRoundPlan(KillPoint Point, LinkKind Kind, int Centres, int Links, int Turn);

/// <summary>How a round ended.</summary>
/// <param name="Killed">Whether the process was killed before it had ended by itself.</param>
/// <param name="Made">How many of the changes had been made when it was killed.</param>
/// <param name="Open">How many intents it left open.</param>
public sealed record KillRoundResult(KillRoundPlan Plan, Verdict Verdict, bool Killed, int Made, int Open, TimeSpan Took);

/// <summary>One round: a process is killed in a bulk run; the next one settles what it left, is judged, does the rest, and is judged again.</summary>
public static class KillRound
{
    private const int Speed = 50;
    private const int CallLimit = 30_000;
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(6);

    /// <summary>Runs the round in a folder of its own, which is removed.</summary>
    public static Task<KillRoundResult> RunAsync(KillRoundPlan plan) => CacheFolder.UseAsync(path => RunAsync(plan, path));

    private static async Task<KillRoundResult> RunAsync(KillRoundPlan plan, string cachePath)
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
                CallLimit = CallLimit * 2,
                Time = clock,
            }
        );
        var twin = server.Twin;
        var connection = Connection.To(server, cachePath, clock, CallLimit);
        var pairs = BulkWorld.Pairs(plan.Kind, plan.Links);
        var before = Holdings.Of(twin);
        var places = pairs.ToDictionary(
            pair => before.PlaceOf(plan.Kind, connection.LinkBy, pair.Ident, pair.OnefileId),
            pair => connection.LinkBy == LinkBy.AdditionalId ? pair.OnefileId : pair.Ident
        );

        using var worker = Worker.Start(connection, plan.Kind, 0, plan.Links, Speed, departure);
        var watch = new Watch(plan, twin, worker);
        (int code, string output) = await worker.EndAsync();
        await watch.QuietAsync();
        if (!watch.Killed && code != 0)
            throw new InvalidOperationException($"The worker ended by itself with {code}: {output}");
        int made = twin.Writes.Writes.Count(write => write.Field.Length > 0),
            open = OpenIn(cachePath, clock);

        // A look right after it settles what is there, and must not take for lost what may still arrive.
        using (await connection.OpenAsync(RunContext.Silent)) { }

        clock.Jump(Later);
        Verdict settled,
            complete;
        using (await connection.OpenAsync(RunContext.Silent))
            settled = Judged(null);
        for (int run = 0; ; run++)
        {
            using var session = await connection.OpenAsync(RunContext.Silent);
            if ((await LinkJob.LinkAsync(session, plan.Kind, pairs, RunContext.Silent)).IsDone || run == 3)
                break;
        }

        complete = Judged(places);
        var verdict = complete with
        {
            Lost = Math.Max(settled.Lost, complete.Lost),
            Doubled = Math.Max(settled.Doubled, complete.Doubled),
            Wrong = Math.Max(settled.Wrong, complete.Wrong),
            Findings = [.. settled.Findings.Union(complete.Findings)],
        };
        return new(plan, verdict, watch.Killed, made, open, Stopwatch.GetElapsedTime(began));

        Verdict Judged(IReadOnlyDictionary<Place, string>? wanted)
        {
            using var cache = SqliteMappingCache.Open(cachePath, clock);
            return new Judge(before, twin, cache.Journal, places.Keys).Decide(wanted);
        }
    }

    private static int OpenIn(string cachePath, TimeProvider clock)
    {
        if (!File.Exists(cachePath))
            return 0;
        using var cache = SqliteMappingCache.Open(cachePath, clock);
        return cache.Journal.Open().Count;
    }

    /// <summary>Sees every call, and kills the worker at the one whose turn it is.</summary>
    private sealed class Watch
    {
        private readonly Lock _gate = new();
        private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _marked = new(StringComparer.OrdinalIgnoreCase);
        private readonly KillRoundPlan _plan;
        private readonly Twin _twin;
        private readonly Worker _worker;
        private int _seen;
        private int _underWay;
        private Task _moment = Task.CompletedTask;

        public Watch(KillRoundPlan plan, Twin twin, Worker worker)
        {
            (_plan, _twin, _worker) = (plan, twin, worker);
            twin.BeforeCall = Before;
            twin.AfterCall = After;
        }

        public bool Killed { get; private set; }

        /// <summary>Waits until the twin has done what had arrived, and sees nothing more.</summary>
        public async Task QuietAsync()
        {
            await _moment;
            while (Volatile.Read(ref _underWay) > 0)
                await Task.Yield();
            _twin.BeforeCall = null;
            _twin.AfterCall = null;
        }

        private void Before(string call)
        {
            Interlocked.Increment(ref _underWay);
            lock (_gate)
            {
                bool strikes = Marks(call);
                if (CallSeen.IsWriteOf(call))
                    _written.Add(CallSeen.Record(call));
                if (!strikes)
                    return;
                if (_plan.Point.After)
                {
                    _marked.Add(call);
                    return;
                }

                if (_plan.Point.IsMoment)
                {
                    // The one thing here that leaves the moment to chance: the process does whatever it does meanwhile.
                    _moment = Task.Delay(_plan.Turn).ContinueWith(_ => Kill(), TaskScheduler.Default);
                    return;
                }

                Kill();
                if (_plan.Point.Undone)
                    _twin.Faults.Add(
                        new Fault
                        {
                            Kind = FaultKind.CutBefore,
                            Route = call,
                            Next = 1,
                        }
                    );
            }
        }

        private void After(string call)
        {
            lock (_gate)
            {
                if (_marked.Remove(call))
                    Kill();
            }

            Interlocked.Decrement(ref _underWay);
        }

        private bool Marks(string call)
        {
            bool written = _written.Contains(CallSeen.Record(call)) || (_written.Count > 0 && new CallSeen(call, false).IsList);
            return _plan.Point.Strikes(new(call, written)) && _seen++ == (_plan.Point.IsMoment ? 0 : _plan.Turn);
        }

        private void Kill()
        {
            Killed = true;
            _worker.Kill();
        }
    }
}
