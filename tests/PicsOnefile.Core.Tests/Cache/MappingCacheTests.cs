using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class MappingCacheTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void Fill(SqliteMappingCache cache)
    {
        var now = _folder.Clock.GetUtcNow();
        var assessors = Enumerable
            .Range(0, 2000)
            .Select(number => new Assessor
            {
                AssessorId = $"{number}",
                Email = $"person{number}@example.org",
                DetailsReadAt = now,
            });
        cache.Records.Replace("7", assessors.ToArray(), now, 21);
        cache.Records.Replace("", [new Officer { OfficerIdent = "A" }], now, 1);
        cache.Ledger.Record([
            new RecordedLink
            {
                Kind = LinkKind.Officer,
                Ident = "A",
                OnefileId = "1",
            },
        ]);
        cache.Ledger.Exclude(new LinkExclusion { Kind = ExclusionKind.Officer, Ident = "B" });
        cache.Ledger.Attest(new Attestation { Subject = "DesktopIntegration" });
        cache.Ledger.SetFact("centres", "1");
        CacheFolder.Write(cache, 2);
    }

    private static void KeepsWhatPeopleDid(SqliteMappingCache cache)
    {
        Assert.Single(cache.Ledger.Links(LinkKind.Officer));
        Assert.Single(cache.Ledger.Exclusions(OnefileEnvironment.Live));
        Assert.Single(cache.Ledger.Attestations());
        Assert.Equal("1", cache.Ledger.Fact("centres"));
        Assert.Equal(4, cache.Journal.Head().Count);
        Assert.Null(cache.Journal.FirstBroken());
    }

    [Fact]
    public void Clearing_drops_what_both_systems_said_and_nothing_that_people_did()
    {
        var cache = _folder.Open();
        Fill(cache);

        cache.Clear();

        Assert.Null(cache.Records.Read<Assessor>("7"));
        Assert.Null(cache.Records.Read<Officer>());
        KeepsWhatPeopleDid(cache);
    }

    [Fact]
    public void Clearing_frees_the_space_and_leaves_no_trace_of_a_person_in_the_files()
    {
        _folder.Once(cache =>
        {
            Fill(cache);
            var before = new FileInfo(_folder.File).Length + new FileInfo(_folder.File + "-wal").Length;
            cache.Clear();
            Assert.True(new FileInfo(_folder.File).Length + new FileInfo(_folder.File + "-wal").Length < before / 2);
        });

        var everything = string.Concat(Directory.GetFiles(_folder.Folder).Select(file => File.ReadAllText(file, Encoding.Latin1)));
        Assert.DoesNotContain("example.org", everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Clearing_while_another_process_reads_drops_the_records_all_the_same()
    {
        var cache = _folder.Open(new SqliteSettings { BusyTimeout = TimeSpan.FromMilliseconds(10) });
        Fill(cache);
        using var reader = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File};Pooling=False");
        reader.Open();
        using var reading = reader.BeginTransaction(deferred: true);
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM assessor";
        command.ExecuteScalar();

        cache.Clear();

        Assert.Null(cache.Records.Read<Assessor>("7"));
    }

    [Fact]
    public void Records_of_another_world_are_dropped_and_what_people_did_stays()
    {
        _folder.Once(cache =>
        {
            cache.BindTo("Practice customer 1");
            Fill(cache);
        });
        var cache = _folder.Open();

        cache.BindTo("Live customer 1");

        Assert.Null(cache.Records.Read<Assessor>("7"));
        Assert.Equal(0, _folder.Ask<long>("SELECT count(*) FROM assessor"));
        KeepsWhatPeopleDid(cache);
    }

    [Fact]
    public void Records_of_the_same_world_stay()
    {
        _folder.Once(cache =>
        {
            cache.BindTo("Live customer 1");
            Fill(cache);
        });
        var cache = _folder.Open();

        cache.BindTo("Live customer 1");

        Assert.Equal(2000, cache.Records.Read<Assessor>("7")!.Rows.Count);
    }

    [Fact]
    public void Two_processes_of_two_worlds_on_one_file_never_see_each_others_records()
    {
        var practice = _folder.Open();
        var live = _folder.Open();
        practice.BindTo("Practice");
        practice.Records.Replace("", [new Centre { CentreId = "practice" }], _folder.Clock.GetUtcNow(), 1);
        live.BindTo("Live");
        Assert.Null(live.Records.Read<Centre>());
        live.Records.Replace("", [new Centre { CentreId = "live" }], _folder.Clock.GetUtcNow(), 1);

        Assert.Null(practice.Records.Read<Centre>());
        practice.Records.Update([new Centre { CentreId = "practice" }]);
        Assert.Null(live.Records.Read<Centre>());
        live.Records.Remove<Centre>("practice");
        Assert.Equal(1, _folder.Ask<long>("SELECT count(*) FROM centre WHERE centre_id = 'practice'"));
    }

    [Fact]
    public void The_description_counts_rows_and_details_and_tells_age_and_cost()
    {
        var cache = _folder.Open();
        Fill(cache);
        var readAt = _folder.Clock.GetUtcNow();
        _folder.Clock.Move(TimeSpan.FromMinutes(1));
        cache.Records.Replace("8", [new Assessor { AssessorId = "x" }], _folder.Clock.GetUtcNow(), 2);

        var described = cache.Describe();

        string[] cached = ["Centre", "Assessor", "Placement", "LearningAim", "Officer", "Organisation", "Qualification", "Learner"];
        Assert.Equal([.. cached, "Link", "Exclusion", "Attestation", "Worklist", "Sighting", "Change", "Run"], described.Select(entry => entry.Kind));
        Assert.Equal(cached, described.Where(entry => entry.CanBeRebuilt).Select(entry => entry.Kind));
        Assert.All(described, entry => Assert.Equal(_folder.File, entry.Location));
        var figures = described.ToDictionary(entry => entry.Kind, entry => (entry.Rows, entry.WithDetails, entry.ReadAt, entry.Calls));
        Assert.Equal((2001, 2000, readAt, 23), figures["Assessor"]);
        Assert.Equal((1, null, readAt, 1), figures["Officer"]);
        Assert.Equal((0, 0, null, null), figures["Placement"]);
        Assert.Equal((4, null, null, null), figures["Change"]);
        Assert.Equal((1, null, null, null), figures["Run"]);
    }

    [Fact]
    public void A_closed_cache_leaves_one_file_that_can_be_moved_and_holds_everything()
    {
        var cache = _folder.Open();
        Fill(cache);

        cache.Dispose();
        cache.Dispose();

        Assert.Equal([_folder.File], Directory.GetFiles(_folder.Folder));
        File.Move(_folder.File, _folder.File + ".moved");
        Assert.Equal(4, _folder.Ask<long>("SELECT count(*) FROM change", _folder.File + ".moved"));
        Assert.Throws<ObjectDisposedException>(() => cache.Records.Read<Officer>());
    }

    [Fact]
    public void Readers_and_writers_of_several_threads_and_processes_do_not_disturb_each_other()
    {
        var caches = Enumerable.Range(0, 3).Select(_ => _folder.Open()).ToArray();
        var rows = Enumerable.Range(0, 500).Select(number => new Officer { OfficerIdent = $"{number}" }).ToArray();
        var read = 0;

        Parallel.For(0, 24, number =>
        {
            var cache = caches[number % 3];
            cache.Records.Replace("", rows, _folder.Clock.GetUtcNow(), number);
            CacheFolder.Write(cache, 1);
            cache.CreateRateLimiter("token", 300).AcquireAsync(CancellationToken.None).GetAwaiter().GetResult().Dispose();
            Interlocked.Add(ref read, cache.Records.Read<Officer>()!.Rows.Count);
        });

        Assert.Equal((24 * 500, 48, 300 - 24), (read, caches[0].Journal.Head().Count, caches[0].GetRemainingCalls("token", 300)));
    }
}
