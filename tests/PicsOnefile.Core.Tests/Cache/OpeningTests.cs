using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class OpeningTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void FailsWith(string failure, SqliteSettings? settings = null)
    {
        var before = Directory.GetFiles(_folder.Folder).Order().Select(File.ReadAllBytes).ToArray();

        Assert.Equal(failure, _folder.FailureOfOpening(settings));

        Assert.Equal(before, Directory.GetFiles(_folder.Folder).Order().Select(File.ReadAllBytes));
    }

    private static void Fill(SqliteMappingCache cache)
    {
        var officers = Enumerable.Range(0, 3000).Select(number => new Officer { OfficerIdent = $"{number}", Surname = new string('x', 50) });
        cache.Records.Replace("", officers.ToArray(), DateTimeOffset.UnixEpoch, 1);
        Write(cache, 50);
    }

    [Fact]
    public void The_relative_path_of_a_missing_file_is_made_whole_and_its_folders_are_made()
    {
        using var cache = SqliteMappingCache.Open(Path.Combine(_folder.Folder, "a", "..", "b", "c", "centre.db"), _folder.Clock);

        Assert.Equal(Path.Combine(_folder.Folder, "b", "c", "centre.db"), cache.Location);
        Assert.True(File.Exists(cache.Location));
    }

    [Fact]
    public void An_empty_file_that_an_administrator_made_is_used()
    {
        File.WriteAllBytes(_folder.File, []);

        _folder.Once(cache => Write(cache, 1));

        Assert.Equal(2, _folder.Open().Journal.Head().Count);
    }

    [Theory]
    [InlineData("This is a text file that somebody named like a cache.")]
    [InlineData("x")]
    public void A_text_file_is_reported_damaged_and_left_as_it_is(string text)
    {
        File.WriteAllText(_folder.File, text);

        FailsWith("CacheDamaged");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(100_000)]
    [InlineData(-4096)]
    [InlineData(-1)]
    public void A_cut_off_file_is_reported_damaged_and_left_as_it_is(int length)
    {
        _folder.Once(Fill);
        using (var file = new FileStream(_folder.File, FileMode.Open))
            file.SetLength(length > 0 ? length : file.Length + length);

        FailsWith("CacheDamaged");
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void A_corrupt_page_of_the_journal_is_found_at_opening_however_large_the_file_is(long wholeCheckLimit)
    {
        _folder.Once(Fill);
        var page = _folder.Ask<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'change'");
        using (var file = new FileStream(_folder.File, FileMode.Open))
        {
            file.Position = (page - 1) * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        FailsWith("CacheDamaged", new SqliteSettings { WholeCheckLimit = wholeCheckLimit });
    }

    public static TheoryData<string> KeptParts => [.. PersistentTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(KeptParts))]
    public void A_corrupt_page_of_whatever_cannot_be_rebuilt_is_found_in_a_file_too_large_to_check_as_a_whole(string table)
    {
        _folder.Once(Fill);
        var page = _folder.Ask<long>($"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'");
        using (var file = new FileStream(_folder.File, FileMode.Open))
        {
            file.Position = (page - 1) * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        FailsWith("CacheDamaged", new SqliteSettings { WholeCheckLimit = 0 });
    }

    [Fact]
    public void Every_table_is_kept_rebuilt_or_of_the_moment_and_nothing_else_says_so()
    {
        _folder.Once(Fill);

        var decided = PersistentTables
            .All.Select(table => table.Name)
            .Concat(RecordTables.All.Select(table => table.Name))
            .Concat(["meta", "refresh", "call", "run_lease"])
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            decided,
            _folder
                .Ask<string>("SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")!
                .Split(',')
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_file_that_vanished_beside_its_log_is_reported_before_SQLite_deletes_the_log()
    {
        File.WriteAllText(_folder.File + "-wal", "the newest rows of the journal");

        FailsWith("CacheDamaged");
    }

    [Fact]
    public void A_database_of_another_program_is_left_as_it_is()
    {
        _folder.Tamper("CREATE TABLE song (title TEXT)");

        FailsWith("CacheForeign");
    }

    [Fact]
    public void A_file_of_a_newer_version_is_left_as_it_is()
    {
        _folder.Once(Fill);
        _folder.Tamper("PRAGMA user_version = 1000");

        FailsWith("CacheNewer");
    }

    [Fact]
    public void A_folder_in_place_of_the_file_cannot_be_used()
    {
        Directory.CreateDirectory(_folder.File);

        FailsWith("CacheUnusable");
    }

    [Fact]
    public void What_SQLite_says_of_a_file_of_another_kind_ends_with_one_full_stop()
    {
        File.WriteAllText(_folder.File, new string('x', 4096));

        var failure = Assert.Throws<PicsOnefileException>(() => SqliteMappingCache.Open(_folder.File, _folder.Clock));

        Assert.EndsWith("'. It was left as it is.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_cannot_be_used()
    {
        File.WriteAllText(Path.Combine(_folder.Folder, "file"), "");

        Assert.Equal("CacheUnusable", FailureOf(() => SqliteMappingCache.Open(Path.Combine(_folder.Folder, "file", "centre.db"), _folder.Clock)));
    }

    [Fact]
    public void A_local_file_uses_a_write_ahead_log_and_one_on_a_network_does_not()
    {
        _folder.Once(cache => Assert.Equal("wal", _folder.Ask<string>("PRAGMA journal_mode")));

        _folder.Once(
            cache =>
            {
                Write(cache, 1);
                Assert.Equal([_folder.File], Directory.GetFiles(_folder.Folder));
            },
            new SqliteSettings { IsOnNetwork = _ => true }
        );
        Assert.Equal("delete", _folder.Ask<string>("PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData(@"\\server\share\cache")]
    [InlineData(@"\\?\UNC\server\share")]
    public void A_UNC_path_is_on_a_network(string folder) => Assert.True(new SqliteSettings().IsOnNetwork(folder));

    [Fact]
    public void The_folder_for_temporary_files_is_not_on_a_network() => Assert.False(new SqliteSettings().IsOnNetwork(_folder.Folder));

    [Fact]
    public void A_full_disk_is_reported_and_what_was_there_stays()
    {
        var cache = _folder.Open();
        Write(cache, 1);
        cache.Database.Read(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count = 1";
            return command.ExecuteNonQuery();
        });

        Assert.Equal("CacheUnusable", FailureOf(() => Fill(cache)));

        Assert.Null(cache.Records.Read<Officer>());
        Assert.Equal(2, cache.Journal.Head().Count);
    }

    [Fact]
    public void A_file_that_another_process_holds_too_long_is_reported_and_can_be_used_afterwards()
    {
        var cache = _folder.Open(new SqliteSettings { BusyTimeout = TimeSpan.FromMilliseconds(10) });
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction(deferred: false);
            Assert.Equal("CacheUnusable", FailureOf(() => cache.Journal.BeginRun("Set-OfficerLink")));
        }

        cache.Journal.BeginRun("Set-OfficerLink");
        Assert.Equal(1, _folder.Ask<long>("SELECT count(*) FROM run"));
    }

    [UnixFact]
    public void A_file_that_was_deleted_or_replaced_while_open_takes_no_more_rows()
    {
        var cache = _folder.Open();
        Write(cache, 1);
        File.Delete(_folder.File);
        Assert.Equal("CacheUnusable", FailureOf(() => Write(cache, 1)));

        File.WriteAllText(_folder.File, "another file");

        Assert.Equal("CacheUnusable", FailureOf(() => Write(cache, 1)));
    }

    [Fact]
    public void A_file_that_another_process_brings_up_to_date_while_it_is_looked_at_is_no_altered_file()
    {
        Migration[] older = [.. Migration.All.Where(step => step.Version < Migration.All.Max(newest => newest.Version))];
        // Somebody has the file open, as a session of the older version has.
        _folder.Open(new SqliteSettings { Migrations = older });
        var other = new Lazy<SqliteMappingCache>(() => _folder.Open());
        var meanwhile = new Steps(Migration.All, () => _ = other.Value);

        var cache = _folder.Open(new SqliteSettings { Migrations = meanwhile });

        Assert.True(other.IsValueCreated);
        Assert.Empty(cache.Missing);
        Write(cache, 1);
    }

    /// <summary>
    /// The steps of the schema, and what happens as soon as somebody asks for them: the version of the file has been read by then, and its triggers and indexes
    /// have not.
    /// </summary>
    private sealed class Steps(IReadOnlyList<Migration> steps, Action asked) : IReadOnlyList<Migration>
    {
        public int Count => steps.Count;

        public Migration this[int index] => steps[index];

        public IEnumerator<Migration> GetEnumerator()
        {
            asked();
            return steps.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
