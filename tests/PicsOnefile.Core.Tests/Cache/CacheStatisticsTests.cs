using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Cache;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>A look at a cache file, as a diagnostic takes it: whatever is wrong with the file or lies beside it, nothing is changed.</summary>
public sealed class CacheStatisticsTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_counts_what_is_in_the_file_also_while_the_file_is_in_use()
    {
        var cache = _folder.Open();
        Write(cache, 3);
        cache.Records.Replace("", [new Officer { OfficerIdent = "1" }, new Officer { OfficerIdent = "2" }], DateTimeOffset.UnixEpoch, 1);

        var figures = CacheStatistics.ReadFrom(_folder.File)!;

        Assert.Equal(2, figures.Tables.Single(table => table.What == "officer").Count);
        Assert.Equal(cache.Journal.Head().Count, figures.Tables.Single(table => table.What == "change").Count);
        Assert.Equal(cache.Journal.Head().Count, figures.Changes.Sum(row => row.Count));
        Assert.Equal(cache.Journal.Open().Count, figures.OpenIntents);
        Assert.Equal(("wal", figures.NewestVersion, (long?)null), (figures.JournalMode, figures.SchemaVersion, figures.FirstBroken));
        Assert.Equal(("officer", DateTimeOffset.UnixEpoch), Assert.Single(figures.Readings));
    }

    [Fact]
    public void Where_there_is_no_file_none_is_made()
    {
        Assert.Null(CacheStatistics.ReadFrom(_folder.File));
        Assert.Empty(Directory.GetFiles(_folder.Folder));
    }

    [Fact]
    public void A_file_at_rest_has_nothing_beside_it_afterwards()
    {
        _folder.Once(cache => Write(cache, 2));
        string[] before = [.. Directory.GetFiles(_folder.Folder)];
        Assert.NotNull(CacheStatistics.ReadFrom(_folder.File));
        Assert.Equal(before, Directory.GetFiles(_folder.Folder));
    }

    [Fact]
    public void A_journal_that_a_killed_process_left_is_not_put_back_by_looking()
    {
        _folder.Once(cache => cache.Records.Replace("", Officers(), DateTimeOffset.UnixEpoch, 1), new SqliteSettings { IsOnNetwork = _ => true });
        using var killed = new CacheFolder();
        using (var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 5; BEGIN IMMEDIATE; UPDATE officer SET surname = 'half'");
            foreach (string ending in new[] { "", "-journal" })
                File.Copy(_folder.File + ending, killed.File + ending);
            connection.Execute("ROLLBACK");
        }
        var before = Bytes(killed);
        Assert.Equal(["centre.db", "centre.db-journal"], before.Keys.Order(StringComparer.Ordinal));

        Assert.Equal("CacheUnusable", FailureOf(() => CacheStatistics.ReadFrom(killed.File)));

        Assert.Equal(before, Bytes(killed));
    }

    [Fact]
    public void Another_programs_database_and_a_newer_cache_are_named_and_left_alone()
    {
        _folder.Once(cache => Write(cache, 1));
        _folder.Tamper("PRAGMA user_version = 99");
        var before = Bytes(_folder);
        Assert.Equal("CacheNewer", FailureOf(() => CacheStatistics.ReadFrom(_folder.File)));
        Assert.Equal(before, Bytes(_folder));
        using var foreign = new CacheFolder();
        File.WriteAllText(foreign.File, "");
        foreign.Tamper("CREATE TABLE x (y)");
        Assert.Equal("CacheForeign", FailureOf(() => CacheStatistics.ReadFrom(foreign.File)));
    }

    [Fact]
    public void A_row_of_the_journal_that_was_altered_is_told_by_its_number()
    {
        _folder.Once(cache => Write(cache, 3));
        _folder.Tamper("DROP TRIGGER change_never_updated; UPDATE change SET new_value = 'other' WHERE sequence = 4");
        var figures = CacheStatistics.ReadFrom(_folder.File)!;
        Assert.Equal(4, figures.FirstBroken);
        Assert.Equal(["trigger change_never_updated"], figures.Missing);
    }

    private static Officer[] Officers() =>
        [.. Enumerable.Range(0, 400).Select(number => new Officer { OfficerIdent = $"{number}", Surname = new string('x', 200) })];

    private static SortedDictionary<string, string> Bytes(CacheFolder folder) =>
        new(
            Directory.GetFiles(folder.Folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file))),
            StringComparer.Ordinal
        );
}
