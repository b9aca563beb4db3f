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

    private static SqliteSettings Until(int version) => new() { Migrations = [.. Migration.All.Where(step => step.Version <= version)] };

    private static int Latest => Migration.All[^1].Version;

    private string[] Backups() => Directory.GetFiles(_folder.Folder, "*.bak");

    [Fact]
    public void The_steps_are_numbered_from_one_without_a_gap() => Assert.Equal(Enumerable.Range(1, Latest), Migration.All.Select(step => step.Version));

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
            Next
        );

        Assert.Equal(Latest + 1, _folder.Ask<long>("PRAGMA user_version"));
        Assert.Equal(0, _folder.Ask<long>("SELECT count(nickname) FROM officer"));
    }

    [Theory]
    [InlineData("Practice", "Practice")]
    [InlineData("Live", "Live")]
    [InlineData("Live Practice", "Practice")]
    [InlineData("Live Practice Beta", "Beta Practice")]
    [InlineData("", "Live")]
    public void Exclusions_of_an_older_file_count_where_the_file_has_worked_and_on_Live_only_if_nowhere_else(string workedWith, string countedIn)
    {
        _folder.Once(_ => { }, Until(4));
        _folder.Tamper("INSERT INTO exclusion VALUES ('Officer', '', '4711', 'Agency staff', 'amina', '2031-05-06T07:08:09.0000000Z')");
        foreach (var environment in workedWith.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            _folder.Tamper($"INSERT INTO link VALUES ('Officer', 'A', '7', '{environment}', '1', 'AdditionalId', '2031-05-06T07:08:09.0000000Z', NULL, 0)");

        var ledger = _folder.Open().Ledger;

        var standing = Enum.GetValues<OnefileEnvironment>().SelectMany(ledger.Exclusions).ToList();
        Assert.Equal(countedIn.Split(' '), standing.Select(exclusion => exclusion.Environment.ToString()).Order(StringComparer.Ordinal));
        Assert.All(standing, exclusion =>
            Assert.Equal(
                (ExclusionKind.Officer, null, "4711", "Agency staff", "amina"),
                (exclusion.Kind, exclusion.Ident, exclusion.OnefileId, exclusion.Reason, exclusion.Actor)
            )
        );
        Assert.Single(Backups());
    }

    [Theory]
    [InlineData("INSERT INTO meta VALUES ('world', 'Practice|1|college.example')")]
    [InlineData("INSERT INTO watch VALUES ('Practice|1|college.example', 'Officer', '2031-05-06T07:08:09.0000000Z')")]
    [InlineData(
        "INSERT INTO worklist VALUES ('W1', 'Practice', 'Officer', 'A', 'AdditionalId', NULL, NULL, '1', '2031-05-06T07:08:09.0000000Z', 'amina', NULL, "
            + "NULL, NULL)"
    )]
    public void What_else_an_older_file_holds_tells_its_environment_too(string trace)
    {
        _folder.Once(_ => { }, Until(4));
        _folder.Tamper("INSERT INTO exclusion VALUES ('Organisation', 'P1', '', 'Not an employer', 'amina', '2031-05-06T07:08:09.0000000Z')");
        _folder.Tamper(trace);

        var ledger = _folder.Open().Ledger;

        Assert.Equal("P1", Assert.Single(ledger.Exclusions(OnefileEnvironment.Practice)).Ident);
        Assert.Empty(ledger.Exclusions(OnefileEnvironment.Live));
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
