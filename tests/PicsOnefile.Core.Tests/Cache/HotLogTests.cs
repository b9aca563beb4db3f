using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;
using PicsOnefile.Cache;
using PicsOnefile.Completion;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>
/// A log that a killed process left, beside its own file and beside one that was restored from a backup: no row is lost, and what cannot be opened stays to the
/// last byte.
/// </summary>
public sealed class HotLogTests : IDisposable
{
    private readonly CacheFolder _killed = new();
    private readonly CacheFolder _here = new();

    public void Dispose()
    {
        _killed.Dispose();
        _here.Dispose();
    }

    // Changes of a session, and the three files as they lie there when its process is killed. The session's file stays as its last log was moved into it.
    private SqliteMappingCache KilledAfter(int changes)
    {
        var cache = _killed.Open();
        Write(cache, changes);
        cache.Records.Replace(
            "",
            Enumerable.Range(0, 50).Select(number => new Officer { OfficerIdent = $"{changes}-{number}", Surname = new string('x', 100) }).ToArray(),
            DateTimeOffset.UnixEpoch,
            1
        );
        return cache;
    }

    private void Lay(params string[] endings)
    {
        foreach (string ending in endings)
            File.Copy(_killed.File + ending, _here.File + ending, overwrite: true);
    }

    private static Dictionary<string, string> Bytes(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    private void FailsAndChangesNothing(string id)
    {
        var before = Bytes(_here.Folder);
        Assert.Equal(id, _here.FailureOfOpening());
        Assert.Equal(id, _here.FailureOfOpening());
        Assert.Empty(CachedProposals.For(_here.File, ProposalKind.Officer, "no such officer"));
        var after = Bytes(_here.Folder);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(before, file => Assert.True(file.Key.EndsWith("-shm", StringComparison.Ordinal) || file.Value == after[file.Key], file.Key));
    }

    private void RefusesAndChangesNothing(string id)
    {
        var before = Bytes(_here.Folder);
        Assert.Equal(id, _here.FailureOfOpening());
        Assert.Equal(before.OrderBy(file => file.Key), Bytes(_here.Folder).OrderBy(file => file.Key));
        FailsAndChangesNothing(id);
    }

    [Fact]
    public void Beside_its_own_file_the_log_is_used_with_every_row()
    {
        _killed.Once(cache => Write(cache, 3));
        var head = KilledAfter(2).Journal.Head();
        Lay("", "-wal", "-shm");

        Assert.Equal(head, _here.Open().Journal.Head());
    }

    // The log is the file's own still: a backup of the file alone, made since the log was begun, is completed by it.
    [Fact]
    public void Beside_a_copy_of_the_file_as_it_was_when_the_log_was_begun_it_is_used_too()
    {
        _killed.Once(cache => Write(cache, 3));
        File.Copy(_killed.File, _here.File);
        var head = KilledAfter(2).Journal.Head();
        Lay("-wal");

        Assert.Equal(head, _here.Open().Journal.Head());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Beside_an_older_backup_it_is_refused_and_the_backup_opens_once_the_log_is_out_of_the_way(bool withIndex)
    {
        _killed.Once(cache => Write(cache, 30));
        File.Copy(_killed.File, _here.File);
        var kept = new JournalHead(60, _here.Ask<string>("SELECT hash FROM change ORDER BY sequence DESC LIMIT 1")!);
        _killed.Once(cache => Write(cache, 40));
        KilledAfter(2);
        Lay("-wal");
        if (withIndex)
            Lay("-shm");

        RefusesAndChangesNothing("CacheLogForeign");

        Directory.CreateDirectory(Path.Combine(_here.Folder, "aside"));
        foreach (string beside in Directory.GetFiles(_here.Folder, "*-*"))
            File.Move(beside, Path.Combine(_here.Folder, "aside", Path.GetFileName(beside)));
        Assert.Equal(kept, _here.Open().Journal.Head());
    }

    [Fact]
    public void Beside_a_copy_of_Copy_MappingCache_it_is_refused()
    {
        _killed.Once(cache =>
        {
            Write(cache, 30);
            cache.CopyTo(_here.File, force: false);
            Write(cache, 40);
        });
        KilledAfter(2);
        Lay("-wal", "-shm");

        RefusesAndChangesNothing("CacheLogForeign");
    }

    [Fact]
    public void Beside_the_file_of_another_customer_it_is_refused()
    {
        _here.Once(cache => Write(cache, 5));
        _killed.Once(cache => Write(cache, 3));
        KilledAfter(4);
        Lay("-wal", "-shm");

        RefusesAndChangesNothing("CacheLogForeign");
    }

    [Fact]
    public void Beside_a_newer_file_it_is_refused()
    {
        _killed.Once(cache => Write(cache, 3));
        var session = KilledAfter(2);
        Lay("-wal", "-shm");
        session.Dispose();
        _killed.Once(cache => Write(cache, 20));
        Lay("");

        RefusesAndChangesNothing("CacheLogForeign");
    }

    [Fact]
    public void A_file_that_is_damaged_itself_stays_with_its_log()
    {
        _killed.Once(cache => Write(cache, 30));
        var page = _killed.Ask<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'change_run'");
        _killed.Open().Ledger.SetFact("remembered", "yes");
        Lay("", "-wal", "-shm");
        using (var file = new FileStream(_here.File, FileMode.Open))
        {
            file.Position = (page - 1) * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        RefusesAndChangesNothing("CacheDamaged");
    }

    [Fact]
    public void A_file_of_a_newer_version_stays_with_its_log()
    {
        _killed.Once(cache => Write(cache, 3));
        _killed.Tamper("PRAGMA user_version = 1000");
        using (var newer = new SqliteConnection($"Data Source={_killed.File};Pooling=False"))
        {
            newer.Open();
            using var command = newer.CreateCommand();
            command.CommandText = "INSERT INTO fact VALUES ('remembered', 'yes')";
            command.ExecuteNonQuery();
            Lay("", "-wal", "-shm");
        }

        RefusesAndChangesNothing("CacheNewer");
    }

    [Fact]
    public void Pressing_Tab_moves_no_log_into_a_file()
    {
        _killed.Once(cache => Write(cache, 30));
        File.Copy(_killed.File, _here.File);
        _killed.Once(cache => Write(cache, 40));
        KilledAfter(2);
        Lay("-wal");
        var before = Bytes(_here.Folder);

        CachedProposals.For(_here.File, ProposalKind.Officer, "");

        Assert.All(before, file => Assert.Equal(file.Value, Bytes(_here.Folder)[file.Key]));
    }

    [Fact]
    public void A_session_that_is_killed_after_its_command_leaves_an_empty_log_and_a_backup_beside_it_opens()
    {
        _killed.Once(cache => Write(cache, 30));
        File.Copy(_killed.File, _here.File);
        var session = KilledAfter(40);
        session.Checkpoint();
        var head = session.Journal.Head();

        Assert.Equal(0, new FileInfo(_killed.File + "-wal").Length);
        Lay("-wal", "-shm");
        Assert.Equal(60, _here.Open().Journal.Head().Count);
        Assert.Equal(head, session.Journal.Head());
    }

    [Fact]
    public void While_another_process_reads_the_log_stays_and_nobody_waits()
    {
        var session = KilledAfter(1);
        using var other = new SqliteConnection($"Data Source={_killed.File};Pooling=False");
        other.Open();
        using (other.BeginTransaction(deferred: true))
        {
            using var command = other.CreateCommand();
            command.CommandText = "SELECT count(*) FROM change";
            command.ExecuteScalar();
            Write(session, 1);
            session.Checkpoint();
            Assert.NotEqual(0, new FileInfo(_killed.File + "-wal").Length);
        }

        session.Checkpoint();
        Assert.Equal(0, new FileInfo(_killed.File + "-wal").Length);
    }

    [UnixFact]
    public void A_cache_behind_a_link_is_the_file_that_the_link_leads_to()
    {
        _killed.Once(cache => Write(cache, 3));
        File.CreateSymbolicLink(_here.File, _killed.File);

        _here.Once(cache =>
        {
            Assert.Equal(_killed.File, cache.Location);
            Write(cache, 1);
        });

        Assert.Equal([_here.File], Directory.GetFiles(_here.Folder));
        Assert.Equal(8, _killed.Open().Journal.Head().Count);
    }

    [UnixFact]
    public void A_link_to_a_file_that_is_not_there_yet_makes_it_there()
    {
        File.CreateSymbolicLink(_here.File, _killed.File);

        _here.Once(cache => Write(cache, 1));

        Assert.Equal(2, _killed.Open().Journal.Head().Count);
    }

    [UnixFact]
    public void A_device_in_place_of_the_file_or_its_log_is_refused()
    {
        File.CreateSymbolicLink(_here.File, "/dev/zero");
        FailsAndChangesNothingOfALink();
        File.Delete(_here.File);
        _here.Once(cache => Write(cache, 1));
        File.CreateSymbolicLink(_here.File + "-wal", "/dev/zero");

        Assert.Equal("CacheUnusable", _here.FailureOfOpening());
        Assert.Empty(CachedProposals.For(_here.File, ProposalKind.Officer, ""));
    }

    private void FailsAndChangesNothingOfALink()
    {
        Assert.Equal("CacheUnusable", _here.FailureOfOpening());
        Assert.Equal([_here.File], Directory.GetFiles(_here.Folder));
    }

    [Theory]
    [InlineData("centre.db.0123456789abcdef0123456789abcdef.part", 2, true)]
    [InlineData("centre.db.0123456789abcdef0123456789abcdef.part-wal", 2, true)]
    [InlineData("centre.db.v4-20260801T090000000Z.partial", 2, true)]
    [InlineData("centre.db.v4-20260801T090000000Z-2.partial", 2, true)]
    [InlineData("centre.db.v4-20260801T090000000Z.partial", 0, false)]
    [InlineData("centre.db.v4-20260801T090000000Z.bak", 2, false)]
    [InlineData("other.db.v4-20260801T090000000Z.partial", 2, false)]
    public void What_killed_processes_left_of_a_cache_is_taken_away_once_it_is_old(string name, int days, bool goes)
    {
        string path = Path.Combine(_here.Folder, name);
        File.WriteAllText(path, "half");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-days));

        _here.Open();

        Assert.Equal(!goes, File.Exists(path));
    }
}
