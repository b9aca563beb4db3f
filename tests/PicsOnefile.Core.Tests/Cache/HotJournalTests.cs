using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Cache;
using PicsOnefile.Completion;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>
/// The rollback journal that a killed process left on a network path: beside its own file it takes the half-made transaction back, and beside another it
/// changes nothing.
/// </summary>
public sealed class HotJournalTests : IDisposable
{
    private static readonly SqliteSettings OnNetwork = new() { IsOnNetwork = _ => true };

    private readonly CacheFolder _killed = new();
    private readonly CacheFolder _here = new();

    public void Dispose()
    {
        _killed.Dispose();
        _here.Dispose();
    }

    private static void Fill(CacheFolder folder, int changes) =>
        folder.Once(
            cache =>
            {
                Write(cache, changes);
                cache.Records.Replace(
                    "",
                    Enumerable.Range(0, 400).Select(number => new Officer { OfficerIdent = $"{changes}-{number}", Surname = new string('x', 200) }).ToArray(),
                    DateTimeOffset.UnixEpoch,
                    1
                );
            },
            OnNetwork
        );

    /// <summary>
    /// Lays file and journal as they are when the process is killed in the middle of a transaction of which some pages are in the file already.
    /// </summary>
    private void KillAndLay(params string[] endings)
    {
        using var connection = new SqliteConnection($"Data Source={_killed.File};Pooling=False");
        connection.Open();
        connection.Execute(
            "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 5; BEGIN IMMEDIATE; UPDATE officer SET surname = 'half'; DELETE FROM officer WHERE "
                + "officer_ident LIKE '%2%'"
        );
        foreach (var ending in endings)
            File.Copy(_killed.File + ending, _here.File + ending, overwrite: true);
        Assert.True(new FileInfo(_killed.File + "-journal").Length > 512);
        connection.Execute("ROLLBACK");
    }

    private Dictionary<string, string> Bytes() =>
        Directory.GetFiles(_here.Folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    private void RefusesAndChangesNothing(string id)
    {
        var before = Bytes();
        Assert.Equal(id, _here.FailureOfOpening(OnNetwork));
        Assert.Equal(id, _here.FailureOfOpening(OnNetwork));
        Assert.Empty(CachedProposals.For(_here.File, ProposalKind.Officer, ""));
        Assert.Equal(before.OrderBy(file => file.Key), Bytes().OrderBy(file => file.Key));
    }

    [Fact]
    public void Beside_its_own_file_the_transaction_is_taken_back_and_nothing_else()
    {
        Fill(_killed, 30);
        var head = new JournalHead(60, _killed.Ask<string>("SELECT hash FROM change ORDER BY sequence DESC LIMIT 1")!);
        KillAndLay("", "-journal");

        var cache = _here.Open(OnNetwork);

        Assert.Equal((head, null), (cache.Journal.Head(), cache.Journal.FirstBroken()));
        Assert.DoesNotContain(cache.Records.Read<Officer>()!.Rows, row => row.Surname == "half");
        Assert.Single(Directory.GetFiles(_here.Folder));
    }

    [Fact]
    public void Beside_an_older_backup_it_is_refused_and_the_backup_opens_once_the_journal_is_out_of_the_way()
    {
        Fill(_killed, 30);
        File.Copy(_killed.File, _here.File);
        Fill(_killed, 40);
        KillAndLay("-journal");

        RefusesAndChangesNothing("CacheLogForeign");
        Assert.Contains(
            "centre.db-journal",
            Assert.Throws<PicsOnefile.Errors.PicsOnefileException>(() => _here.Open(OnNetwork)).Message,
            StringComparison.Ordinal
        );

        foreach (var beside in Directory.GetFiles(_here.Folder, "*-*"))
            File.Delete(beside);
        Assert.Equal(60, _here.Open(OnNetwork).Journal.Head().Count);
    }

    // The same pages in the same places: only the file's own count of its transactions tells.
    [Fact]
    public void Beside_a_backup_that_differs_in_a_few_rows_it_is_refused_too()
    {
        Fill(_killed, 30);
        File.Copy(_killed.File, _here.File);
        _killed.Once(cache => cache.Records.Update([new Officer { OfficerIdent = "30-1", Surname = new string('y', 200) }]), OnNetwork);
        _killed.Once(cache => cache.Records.Update([new Officer { OfficerIdent = "30-2", Surname = new string('y', 200) }]), OnNetwork);
        KillAndLay("-journal");

        RefusesAndChangesNothing("CacheLogForeign");
    }

    [Fact]
    public void Beside_a_newer_file_and_beside_another_cache_it_is_refused()
    {
        Fill(_killed, 5);
        KillAndLay("", "-journal");
        var journal = File.ReadAllBytes(_here.File + "-journal");
        Fill(_killed, 30);
        File.Copy(_killed.File, _here.File, overwrite: true);
        RefusesAndChangesNothing("CacheLogForeign");

        File.Delete(_here.File);
        File.Delete(_here.File + "-journal");
        Fill(_here, 12);
        File.WriteAllBytes(_here.File + "-journal", journal);
        RefusesAndChangesNothing("CacheLogForeign");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Beside_a_file_that_is_empty_or_missing_it_is_kept(bool isThere)
    {
        Fill(_killed, 5);
        KillAndLay("-journal");
        if (isThere)
            File.WriteAllBytes(_here.File, []);

        RefusesAndChangesNothing("CacheDamaged");
    }

    [Fact]
    public void The_journal_of_a_process_that_is_at_work_is_no_left_one()
    {
        Fill(_here, 5);
        using var connection = new SqliteConnection($"Data Source={_here.File};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE; UPDATE officer SET surname = 'half'");
        Assert.True(File.Exists(_here.File + "-journal"));

        Assert.Equal(10, _here.Open(OnNetwork).Journal.Head().Count);

        connection.Execute("ROLLBACK");
    }

    [Fact]
    public void No_copy_is_laid_beside_a_left_one()
    {
        Fill(_killed, 5);
        KillAndLay("-journal");

        Assert.Equal("JournalWouldBeLost", FailureOf(() => _killed.Once(cache => cache.CopyTo(_here.File, force: true), OnNetwork)));
        Assert.Equal(["centre.db-journal"], Bytes().Keys);
    }
}
