using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Witness;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Runs;
using PicsOnefile.Sandbox;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Reliability.Tests;

/// <summary>What becomes of a run whose cache file fails in the middle of it.</summary>
[Collection("rounds")]
public sealed class CacheInTheRunTests : IAsyncLifetime
{
    private const int Links = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("pof-reliability-").FullName;
    private readonly FastClock _clock = new(200, DateTimeOffset.UtcNow);
    private readonly IReadOnlyList<BulkPair> _pairs = BulkWorld.Pairs(LinkKind.Officer, Links);
    private TwinServer _server = null!;
    private Holdings _before = null!;

    private string CachePath => Path.Combine(_folder, "cache.db");

    public async Task InitializeAsync()
    {
        _server = await TwinServer.StartAsync(new TwinOptions { ReadyWorld = BulkWorld.Make(Links, 3, 1), Time = _clock });
        _before = Holdings.Of(_server.Twin);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_of_a_run_stops_it_and_the_next_run_goes_on_where_it_was()
    {
        using (var session = await OpenAsync())
        {
            BeforeWrite(20, () => Pragma(session, $"max_page_count = {Pragma(session, "page_count")}"));

            var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => LinkAsync(session));

            Assert.Equal(ErrorKinds.CacheUnusable, failure.Kind);
            Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
            Assert.Contains("were sent already", failure.Message, StringComparison.Ordinal);
            Assert.InRange(session.Cache.Journal.Open().Count, 1, 40);
        }

        await EndsCompleteAsync();
    }

    [Fact]
    public async Task What_cannot_be_announced_is_not_written()
    {
        using var session = await OpenAsync();
        await LinkAsync(session, _pairs.Take(1));
        Pragma(session, "query_only = ON");

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => LinkAsync(session));

        Assert.Equal(ErrorKinds.CacheReadOnly, failure.Kind);
        Assert.Equal(1, Written());
    }

    [UnixFact]
    public async Task A_cache_file_that_is_deleted_in_the_middle_of_a_run_stops_it_before_anything_more_is_written()
    {
        int written;
        using (var session = await OpenAsync())
        {
            BeforeWrite(20, () => File.Delete(CachePath));

            var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => LinkAsync(session));

            Assert.Equal(ErrorKinds.CacheUnusable, failure.Kind);
            Assert.Contains("deleted, moved or replaced", failure.Message, StringComparison.Ordinal);
            written = Written();
            // No block was begun after the one that was under way.
            Assert.InRange(written, 1, 20 + 16);
        }

        Assert.Equal(written, Written());
    }

    private Task<PicsOnefileSession> OpenAsync() => Connection.To(_server, CachePath, _clock, 300).OpenAsync(RunContext.Silent);

    private Task<Pass> LinkAsync(PicsOnefileSession session, IEnumerable<BulkPair>? pairs = null) =>
        LinkJob.LinkAsync(session, LinkKind.Officer, [.. pairs ?? _pairs], RunContext.Silent);

    private static string Pragma(PicsOnefileSession session, string pragma) =>
        ((SqliteMappingCache)session.Cache).Database.Read(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA " + pragma;
            return $"{command.ExecuteScalar()}";
        });

    private int Written()
    {
        lock (_server.Twin.World.Gate)
            return _server.Twin.Writes.Writes.Count(write => write.Field.Length > 0);
    }

    private void BeforeWrite(int number, Action happens)
    {
        int seen = 0;
        _server.Twin.BeforeCall = call =>
        {
            if (CallSeen.IsWriteOf(call) && Interlocked.Increment(ref seen) == number)
                happens();
        };
    }

    private async Task EndsCompleteAsync()
    {
        _server.Twin.BeforeCall = null;
        _clock.Jump(TimeSpan.FromMinutes(6));
        using (var session = await OpenAsync())
            await LinkAsync(session);
        var places = _pairs.ToDictionary(pair => _before.PlaceOf(LinkKind.Officer, LinkBy.AdditionalId, pair.Ident, pair.OnefileId), pair => pair.OnefileId);
        using var cache = SqliteMappingCache.Open(CachePath, _clock);
        var verdict = new Judge(_before, _server.Twin, cache.Journal, places.Keys).Decide(places);
        Assert.True(verdict.IsClean, string.Join(Environment.NewLine, verdict.Findings));
    }
}
