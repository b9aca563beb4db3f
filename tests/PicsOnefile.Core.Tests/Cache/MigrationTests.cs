using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class MigrationTests : IDisposable
{
    private static readonly SqliteSettings Next = new()
    {
        Migrations = [.. Migration.All, new Migration(Latest + 1, "ALTER TABLE officer ADD COLUMN nickname TEXT; CREATE TABLE extra (x TEXT) STRICT;")],
    };

    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static int Latest => Migration.All[^1].Version;

    private string[] Backups() => Directory.GetFiles(_folder.Folder, "*.bak");

    [Fact]
    public void The_steps_are_numbered_from_one_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Latest), Migration.All.Select(step => step.Version));

    [Fact]
    public void A_new_file_has_the_latest_version_and_needs_no_backup()
    {
        _folder.Once(_ => { });

        Assert.Equal(Latest, _folder.Ask<long>("PRAGMA user_version"));
        Assert.Empty(Backups());
    }

    [Fact]
    public void A_file_of_the_version_before_is_brought_up_to_date_with_everything_in_it()
    {
        _folder.Once(cache => CacheFolder.Write(cache, 3));

        _folder.Once(
            cache =>
            {
                Assert.Equal(6, cache.Journal.Head().Count);
                Assert.Null(cache.Journal.FirstBroken());
                CacheFolder.Write(cache, 1);
            },
            Next);

        Assert.Equal(Latest + 1, _folder.Ask<long>("PRAGMA user_version"));
        Assert.Equal(0, _folder.Ask<long>("SELECT count(nickname) FROM officer"));
    }

    [Fact]
    public void Before_that_the_file_is_copied_beside_itself_as_it_was_for_the_owner_only()
    {
        _folder.Once(cache => CacheFolder.Write(cache, 3));

        _folder.Once(cache => CacheFolder.Write(cache, 1), Next);

        var backup = Assert.Single(Backups());
        Assert.Equal($"{_folder.File}.v{Latest}-20310506T070809000Z.bak", backup);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        using var restored = SqliteMappingCache.Open(backup, _folder.Clock);
        Assert.Equal(6, restored.Journal.Head().Count);
        Assert.Null(restored.Journal.FirstBroken());
    }

    [Fact]
    public void A_step_that_fails_leaves_the_file_at_its_version_and_the_next_try_makes_another_backup()
    {
        _folder.Once(cache => CacheFolder.Write(cache, 1));
        var broken = Next with { Migrations = [.. Next.Migrations, new Migration(Latest + 2, "SELECT nonsense")] };

        Assert.Equal("CacheUnusable", _folder.FailureOfOpening(broken));
        Assert.Equal(Latest, _folder.Ask<long>("PRAGMA user_version"));
        Assert.Equal(0, _folder.Ask<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"));

        _folder.Once(cache => Assert.Equal(2, cache.Journal.Head().Count), Next);
        Assert.Equal(2, Backups().Length);
    }

    [Fact]
    public void Processes_that_open_an_old_file_at_once_migrate_it_once()
    {
        _folder.Once(cache => CacheFolder.Write(cache, 1));

        Parallel.For(0, 8, _ => _folder.Once(cache => CacheFolder.Write(cache, 1), Next));

        Assert.Single(Backups());
        Assert.Equal(18, _folder.Open(Next).Journal.Head().Count);
    }

    [Fact]
    public void Processes_that_make_the_file_at_once_make_one()
    {
        Parallel.For(0, 8, _ => _folder.Once(cache => CacheFolder.Write(cache, 1)));

        Assert.Equal(16, _folder.Open().Journal.Head().Count);
        Assert.Null(_folder.Open().Journal.FirstBroken());
    }
}
