using System;
using System.IO;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>Copy-MappingCache: everything goes with the copy, and no journal is ever written over.</summary>
public sealed class CacheCopyTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly SqliteMappingCache _cache;

    public CacheCopyTests() => _cache = _folder.Open();

    public void Dispose() => _folder.Dispose();

    private string Target => Path.Combine(_folder.Folder, "elsewhere", "copy.db");

    private void Journal(int rows)
    {
        string run = _cache.Journal.BeginRun("Set-OfficerLink");
        for (int row = 0; row < rows; row++)
            _cache.Journal.Append([CacheFolder.Intent(run, $"{run}-{row}")]);
    }

    private static JournalHead HeadOf(string path, TimeProvider clock)
    {
        using var cache = SqliteMappingCache.Open(path, clock);
        Assert.Null(cache.Journal.FirstBroken());
        return cache.Journal.Head();
    }

    [Fact]
    public void Records_journal_ledger_and_backups_go_with_it()
    {
        Journal(3);
        _cache.Records.Replace(
            "7",
            [
                new Assessor
                {
                    AssessorId = "1",
                    CentreId = "7",
                    LastName = "Okafor",
                },
            ],
            DateTimeOffset.UnixEpoch,
            1
        );
        _cache.Ledger.SetFact("remembered", "yes");
        string backup = Path.Combine(_folder.Folder, "centre.before-first-write.Live.csv");
        File.WriteAllText(backup, "values of the first day");

        MappingCacheCopy copy = _cache.CopyTo(Target, force: false);

        Assert.Equal((3L, _cache.Journal.Head().Hash, 1), (copy.Changes, copy.Head, copy.Backups));
        Assert.Equal(new FileInfo(Target).Length, copy.Length);
        Assert.Equal("values of the first day", File.ReadAllText(Path.Combine(_folder.Folder, "elsewhere", "copy.before-first-write.Live.csv")));
        Assert.Equal(
            ["copy.before-first-write.Live.csv", "copy.db"],
            Directory.GetFiles(Path.Combine(_folder.Folder, "elsewhere")).Select(Path.GetFileName).Order()
        );
        using var opened = SqliteMappingCache.Open(Target, _folder.Clock);
        Assert.Equal("Okafor", Assert.Single(opened.Records.Read<Assessor>("7")!.Rows).LastName);
        Assert.Equal("yes", opened.Ledger.Fact("remembered"));
        Assert.Equal(_cache.Journal.Head(), opened.Journal.Head());
    }

    [Fact]
    public void Files_that_are_named_nearly_like_a_backup_are_left()
    {
        File.WriteAllText(Path.Combine(_folder.Folder, "centre.before-first-write.Live.csvx"), "another program's");
        File.WriteAllText(Path.Combine(_folder.Folder, "centre.before-first-write.csv"), "of no environment");

        Assert.Equal(0, _cache.CopyTo(Target, force: false).Backups);
    }

    [UnixFact]
    public void A_cache_whose_name_holds_a_wildcard_takes_its_own_backup_along_and_no_other()
    {
        string named = Path.Combine(_folder.Folder, "c*e.db");
        foreach (string stem in new[] { "c*e", "centre" })
            File.WriteAllText(Path.Combine(_folder.Folder, $"{stem}.before-first-write.Live.csv"), stem);
        using var cache = SqliteMappingCache.Open(named, _folder.Clock);

        Assert.Equal(1, cache.CopyTo(Target, force: false).Backups);
        Assert.Equal("c*e", File.ReadAllText(Path.Combine(_folder.Folder, "elsewhere", "copy.before-first-write.Live.csv")));
    }

    [Fact]
    public void A_file_that_is_there_needs_force()
    {
        Journal(1);
        _cache.CopyTo(Target, force: false);
        Journal(2);

        Assert.Equal("FileExists", CacheFolder.FailureOf(() => _cache.CopyTo(Target, force: false)));
        Assert.Equal(1, HeadOf(Target, _folder.Clock).Count);
        Assert.Equal(3, _cache.CopyTo(Target, force: true).Changes);
        Assert.Equal(_cache.Journal.Head(), HeadOf(Target, _folder.Clock));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_journal_of_its_own_is_never_written_over(bool longer)
    {
        Journal(2);
        if (longer)
            _cache.CopyTo(Target, force: false);
        JournalHead own;
        using (var other = SqliteMappingCache.Open(Target, _folder.Clock))
        {
            other.Journal.Append([CacheFolder.Intent(other.Journal.BeginRun("Set-OfficerLink"), "elsewhere")]);
            own = other.Journal.Head();
        }

        Assert.Equal("JournalWouldBeLost", CacheFolder.FailureOf(() => _cache.CopyTo(Target, force: true)));
        Assert.Equal(own, HeadOf(Target, _folder.Clock));
    }

    [Fact]
    public void Another_programs_file_the_log_of_a_lost_cache_and_the_cache_itself_are_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.WriteAllText(Target, new string('x', 4096));
        Assert.Equal("CacheDamaged", CacheFolder.FailureOf(() => _cache.CopyTo(Target, force: true)));
        Assert.Equal(4096, new FileInfo(Target).Length);
        File.Delete(Target);
        File.WriteAllText(Target + "-wal", "rows of a journal");
        Assert.Equal("JournalWouldBeLost", CacheFolder.FailureOf(() => _cache.CopyTo(Target, force: true)));
        Assert.Equal("rows of a journal", File.ReadAllText(Target + "-wal"));
        Assert.Equal("InputUnusable", CacheFolder.FailureOf(() => _cache.CopyTo(_folder.File, force: true)));
    }

    [Fact]
    public void A_cache_that_somebody_has_open_is_not_replaced()
    {
        Journal(1);
        _cache.CopyTo(Target, force: false);
        using var open = SqliteMappingCache.Open(Target, _folder.Clock);
        open.Ledger.SetFact("at work", "yes");

        Assert.Equal("CacheUnusable", CacheFolder.FailureOf(() => _cache.CopyTo(Target, force: true)));
        Assert.Equal("yes", open.Ledger.Fact("at work"));
    }

    [Fact]
    public void An_altered_journal_is_not_passed_on_as_a_sound_one()
    {
        Journal(3);
        _folder.Tamper("DROP TRIGGER change_never_updated; UPDATE change SET new_value = 'forged' WHERE sequence = 2");

        Assert.Equal("CacheDamaged", CacheFolder.FailureOf(() => _cache.CopyTo(Target, force: false)));
        Assert.False(File.Exists(Target));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [UnixFact]
    public void The_copy_is_for_its_owner_only()
    {
        _cache.CopyTo(Target, force: false);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Target)!));
        }
    }

    [Fact]
    public void A_backup_that_is_read_only_is_replaced_with_force_and_stays_read_only()
    {
        string backup = Path.Combine(_folder.Folder, "centre.before-first-write.Live.csv");
        File.WriteAllText(backup, "values of the first day");
        _cache.CopyTo(Target, force: false);
        string copied = Path.Combine(_folder.Folder, "elsewhere", "copy.before-first-write.Live.csv");
        File.SetAttributes(copied, FileAttributes.ReadOnly);
        File.WriteAllText(backup, "and more");

        _cache.CopyTo(Target, force: true);

        Assert.Equal("and more", File.ReadAllText(copied));
        Assert.True(File.GetAttributes(copied).HasFlag(FileAttributes.ReadOnly));
        File.SetAttributes(copied, FileAttributes.Normal);
    }

    [UnixFact]
    public void A_read_only_file_that_may_not_be_changed_is_an_error_with_the_path()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Its rights belong to the system, whoever asks.
        var failure = Assert.Throws<PicsOnefileException>(() => _cache.CopyTo("/proc/self/status", force: true));

        Assert.Equal("FileNotWritten", failure.Kind.Id);
        Assert.StartsWith("The copy /proc/self/status could not be made", failure.Message, StringComparison.Ordinal);
    }
}
