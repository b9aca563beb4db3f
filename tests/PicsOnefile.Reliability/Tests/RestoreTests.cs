using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Reliability.Witness;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Runs;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.Reliability.Tests;

/// <summary>Restore-LinkBackup over HTTP, judged by the twin: every field of every record is as it was before the first write, to the letter.</summary>
[Collection("rounds")]
public sealed class RestoreTests
{
    private const int Changes = 20;

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(1, FaultKind.AnswerLost)]
    [InlineData(3, FaultKind.Unavailable)]
    public async Task The_file_from_before_the_first_write_brings_everything_back_whatever_runs_came_after_it(int centres, FaultKind? fault)
    {
        var clock = new FastClock(500, DateTimeOffset.UtcNow);
        await using var server = await TwinServer.StartAsync(
            new TwinOptions
            {
                ReadyWorld = World(centres),
                World = new() { Centres = centres, Seed = 3 },
                CallLimit = 60_000,
                Time = clock,
            }
        );
        var before = Holdings.Of(server.Twin);
        if (fault is { } kind)
            server.Twin.Faults.Add(new Fault { Kind = kind, Rate = 0.2 });

        await CacheFolder.UseAsync(async path =>
        {
            using var session = await Connection.To(server, path, clock, 30_000).OpenAsync(RunContext.Silent);
            // The first ones are linked already: they are taken off, one of them is linked anew by another run, and the others are linked for the first time.
            await LinkJob.UnlinkAsync(session, LinkKind.Officer, [.. BulkWorld.Pairs(LinkKind.Officer, Changes).Take(5)], RunContext.Silent);
            await LinkJob.LinkAsync(session, LinkKind.Officer, [.. BulkWorld.Pairs(LinkKind.Officer, Changes).Skip(4)], RunContext.Silent);
            await new ReferenceWork().MakeAsync(session, Changes, RunContext.Silent);
            Assert.NotEqual(before.Values, Holdings.Of(server.Twin).Values);

            for (int run = 0; run < 20 && !Holdings.Of(server.Twin).Values.SequenceEqual(before.Values); run++)
            {
                clock.Jump(TimeSpan.FromMinutes(6));
                var restore = session.Backup;
                var plan = (await restore.PlanAsync(restore.Location, null, null, RunContext.Silent)).Plan;
                await session.UndoRunner.ApplyAsync("Restore-LinkBackup", plan, [.. plan.Items.Where(item => item.Step.Action.Length > 0)], RunContext.Silent);
            }

            return File.Exists(path);
        });

        Assert.Equal(before.Values, Holdings.Of(server.Twin).Values);
    }

    private static Sandbox.World.TwinWorld World(int centres)
    {
        var world = BulkWorld.Make(Changes, 3, centres);
        BulkWorld.Link(world, LinkKind.Officer, 5);
        BulkWorld.AddQualifications(world, Changes);
        return world;
    }
}
