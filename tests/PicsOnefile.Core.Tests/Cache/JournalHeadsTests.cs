using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>
/// What an attacker who can write the cache file does, and what shows: silenced rows at once, a cut tail and a chain reckoned anew against the heads that runs
/// kept.
/// </summary>
public sealed class JournalHeadsTests : IDisposable
{
    private const string DropTriggers = "DROP TRIGGER change_never_updated; DROP TRIGGER change_never_deleted; DROP TRIGGER change_without_gap;";

    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Heads => _folder.File + ".heads.txt";

    private LinkHistoryCheck Check() => JournalCheck.Run(_folder.Open(), null);

    private void Run(int changes) =>
        _folder.Once(cache =>
        {
            Write(cache, changes);
            Assert.Null(cache.Checkpoint());
        });

    // The same rows in a new chain, as somebody reckons it who knows how.
    private void RewriteChain(string change)
    {
        _folder.Tamper(DropTriggers + change);
        var rows = _folder
            .Open()
            .Database.Read(connection =>
                Dapper
                    .SqlMapper.Query<JournalRow>(
                        connection,
                        $"SELECT {JournalRow.Columns} FROM change LEFT JOIN run ON run.run_id = change.run_id ORDER BY change.sequence"
                    )
                    .ToList()
            );
        string hash = JournalRow.Genesis;
        foreach (var row in rows)
        {
            hash = row.HashAfter(hash);
            _folder.Tamper($"UPDATE change SET hash = '{hash}' WHERE sequence = {row.Sequence}");
        }
    }

    [Theory]
    [InlineData("CREATE TRIGGER quiet BEFORE INSERT ON change BEGIN SELECT RAISE(IGNORE); END")]
    [InlineData("CREATE TRIGGER quiet BEFORE INSERT ON run BEGIN SELECT RAISE(IGNORE); END")]
    [InlineData("CREATE TRIGGER quiet AFTER INSERT ON change WHEN new.key = '0012' BEGIN INSERT INTO fact VALUES ('seen', 'yes'); END")]
    [InlineData("CREATE VIEW nosy AS SELECT * FROM change")]
    [InlineData("CREATE UNIQUE INDEX narrow ON change (run_id)")]
    [InlineData("DROP TRIGGER change_never_updated; CREATE TRIGGER change_never_updated BEFORE UPDATE ON change BEGIN SELECT 1; END")]
    [InlineData("DROP INDEX change_run; CREATE INDEX change_run ON change (run_id) WHERE sequence > 5")]
    public void What_somebody_planted_in_the_file_is_found_at_opening(string sql)
    {
        Run(0);
        _folder.Tamper(sql);

        Assert.Equal("CacheDamaged", _folder.FailureOfOpening());
    }

    [Theory]
    [InlineData("CREATE TRIGGER quiet BEFORE INSERT ON change BEGIN SELECT RAISE(IGNORE); END")]
    [InlineData("CREATE TRIGGER quiet BEFORE INSERT ON change WHEN new.state = 'Done' BEGIN SELECT RAISE(IGNORE); END")]
    [InlineData(
        "CREATE TRIGGER quiet AFTER INSERT ON run BEGIN DELETE FROM link; END; DROP TRIGGER run_never_deleted; CREATE TRIGGER gone AFTER INSERT ON run "
            + "BEGIN DELETE FROM run; END"
    )]
    [InlineData(
        "DROP TRIGGER change_never_updated; CREATE TRIGGER other AFTER INSERT ON change BEGIN UPDATE change SET new_value = '9' WHERE sequence = "
            + "new.sequence; END"
    )]
    [InlineData("DROP TRIGGER change_never_deleted; CREATE TRIGGER other AFTER INSERT ON change BEGIN DELETE FROM change WHERE sequence = new.sequence; END")]
    public void What_is_planted_while_the_cache_is_open_stops_the_next_change_before_it_is_made(string sql)
    {
        var cache = _folder.Open();
        var head = cache.Journal.Head();
        _folder.Tamper(sql);

        Assert.Equal(
            "CacheDamaged",
            FailureOf(() =>
            {
                string run = cache.Journal.BeginRun("Set-OfficerLink");
                cache.Journal.Append([Intent(run, "1")]);
                cache.Journal.Append([Intent(run, "1") with { State = ChangeState.Done }]);
            })
        );
        Assert.True(cache.Journal.Head().Count <= head.Count + 1);
        Assert.Null(cache.Journal.FirstBroken());
    }

    [Fact]
    public void What_guards_the_journal_and_is_gone_is_told_and_the_cache_opens_so_that_it_can_be_looked_at()
    {
        Run(1);
        _folder.Tamper("DROP TRIGGER change_never_deleted; DROP INDEX change_key");

        var check = Check();

        Assert.Equal(["index change_key", "trigger change_never_deleted"], _folder.Open().Missing);
        Assert.Contains("trigger change_never_deleted", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_run_keeps_the_head_in_a_second_file_and_one_that_changed_nothing_adds_none()
    {
        Run(2);
        Run(0);
        Run(1);

        Assert.Equal(2, File.ReadAllLines(Heads).Length);
        var check = Check();
        Assert.Equal((true, 2, Heads), (check.Ok, check.KeptHeads, check.HeadsPath));
        Assert.Contains("all 2 head(s)", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM change WHERE sequence > 4")]
    [InlineData("DELETE FROM change")]
    public void A_tail_that_was_cut_off_shows_without_a_head_from_elsewhere(string sql)
    {
        Run(2);
        Run(2);
        _folder.Tamper(DropTriggers + sql);

        var check = Check();

        Assert.Equal((false, null), (check.Ok, check.FirstBroken));
        Assert.Contains("is not in the journal", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_was_reckoned_anew_shows_too_also_after_more_runs_and_each_of_them_says_so()
    {
        Run(2);
        RewriteChain("UPDATE change SET new_value = '9' WHERE sequence = 2;");
        Assert.Null(_folder.Open().Journal.FirstBroken());

        Assert.False(Check().Ok);

        _folder.Once(cache =>
        {
            Write(cache, 1);
            Assert.Contains("is not in the journal", cache.Checkpoint(), StringComparison.Ordinal);
        });
        Assert.False(Check().Ok);
        Assert.Equal(2, File.ReadAllLines(Heads).Length);
    }

    [Fact]
    public void An_older_copy_that_was_put_in_place_shows()
    {
        Run(2);
        string older = Path.Combine(_folder.Folder, "older");
        File.Copy(_folder.File, older);
        Run(2);
        File.Copy(older, _folder.File, overwrite: true);

        Assert.Contains("an older copy", Check().Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_heads_that_is_missing_is_told_and_is_no_fault_of_the_journal()
    {
        Run(2);
        File.Delete(Heads);

        var check = Check();

        Assert.True(check.Ok);
        Assert.Contains("No run has kept a head", check.Detail, StringComparison.Ordinal);
        Run(1);
        Assert.Equal(1, Check().KeptHeads);
    }

    [Fact]
    public void An_empty_journal_has_no_head_to_miss()
    {
        Run(0);

        Assert.False(File.Exists(Heads));
        Assert.DoesNotContain("No run has kept", Check().Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubbish\n", "1 line(s)")]
    [InlineData("\0\0\0\0", "1 line(s)")]
    [InlineData("2026-08-01T09:00:00Z 0 " + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n", "1 line(s)")]
    public void What_is_no_head_is_told_and_the_others_count(string text, string told)
    {
        Run(1);
        File.AppendAllText(Heads, text);

        var check = Check();

        Assert.Contains(told, check.Detail, StringComparison.Ordinal);
        Assert.Equal((true, 1), (check.Ok, check.KeptHeads));
    }

    [Fact]
    public void A_head_that_cannot_be_kept_is_told_and_the_run_is_written_all_the_same()
    {
        Directory.CreateDirectory(Heads);
        _folder.Once(cache =>
        {
            Write(cache, 1);
            Assert.Contains(Heads, cache.Checkpoint(), StringComparison.Ordinal);
        });

        Assert.Equal(2, _folder.Open().Journal.Head().Count);
        var check = Check();
        Assert.True(check.Ok);
        Assert.Contains("cannot be read", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sessions_that_append_at_once_lose_no_line()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        for (int run = 0; run < 5; run++)
                            Run(1);
                    })
                )
        );

        var check = Check();
        Assert.Equal((true, 40), (check.Ok, check.Count));
        Assert.InRange(check.KeptHeads, 5, 20);
        Assert.DoesNotContain("are not heads", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_takes_the_heads_with_it_and_goes_on_by_itself()
    {
        Run(2);
        string target = Path.Combine(_folder.Folder, "elsewhere", "copy.db");
        _folder.Once(cache => cache.CopyTo(target, force: false));

        using (var copy = SqliteMappingCache.Open(target, _folder.Clock))
        {
            Assert.Equal((true, 1), (JournalCheck.Run(copy, null).Ok, JournalCheck.Run(copy, null).KeptHeads));
            Write(copy, 1);
            copy.Checkpoint();
        }

        Assert.Equal(2, File.ReadAllLines(target + ".heads.txt").Length);
        Assert.Single(File.ReadAllLines(Heads));
        Run(3);
        Assert.True(Check().Ok);
    }

    [UnixFact]
    public void The_file_of_heads_is_for_its_owner_only()
    {
        Run(1);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Heads));
    }
}
