using System;
using Microsoft.Data.Sqlite;
using PicsOnefile.Cache;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class JournalTamperingTests : IDisposable
{
    private const string DropTriggers = """
        DROP TRIGGER change_never_updated; DROP TRIGGER change_never_deleted; DROP TRIGGER change_without_gap; DROP TRIGGER run_never_updated;

        """;

    private const string CopyOfRowOne =
        ", run_id, change_id, at, actor, machine, environment, kind, key, field, '', '', '', '', state, '', '', hash FROM change WHERE sequence = 1";

    private const string SwapTwoAndThree = """
        UPDATE change SET sequence = 99 WHERE sequence = 2;
        UPDATE change SET sequence = 2 WHERE sequence = 3; UPDATE change SET sequence = 3 WHERE sequence = 99
        """;

    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE change SET reason = 'x'")]
    [InlineData("DELETE FROM change")]
    [InlineData("UPDATE run SET command = 'x'")]
    [InlineData("DELETE FROM run")]
    [InlineData("INSERT OR REPLACE INTO change SELECT * FROM change WHERE sequence = 1")]
    [InlineData("INSERT OR REPLACE INTO run SELECT * FROM run")]
    [InlineData("INSERT INTO change SELECT 9" + CopyOfRowOne)]
    public void The_file_itself_refuses_to_alter_the_journal(string sql)
    {
        _folder.Once(cache => Write(cache, 2));

        Assert.Throws<SqliteException>(() => _folder.Tamper(sql));

        Assert.Equal(4, _folder.Open().Journal.Head().Count);
    }

    [Theory]
    [InlineData("run_id", "(SELECT max(run_id) FROM run)")]
    [InlineData("change_id", "'other'")]
    [InlineData("at", "'2030-01-01T00:00:00.0000000Z'")]
    [InlineData("actor", "'somebody else'")]
    [InlineData("machine", "'elsewhere'")]
    [InlineData("environment", "'Live'")]
    [InlineData("kind", "'Placement'")]
    [InlineData("key", "'0013'")]
    [InlineData("field", "'MisId'")]
    [InlineData("old_value", "''")]
    [InlineData("new_value", "NULL")]
    [InlineData("ident", "''")]
    [InlineData("centre_id", "'1'")]
    [InlineData("state", "'Done'")]
    [InlineData("state", "'no state at all'")]
    [InlineData("reason", "'because'")]
    [InlineData("error", "'none'")]
    [InlineData("hash", "upper(hash)")]
    public void Any_altered_field_is_found_at_its_row(string column, string value)
    {
        _folder.Once(cache => Write(cache, 3));
        _folder.Once(cache => cache.Journal.BeginRun("Undo-LinkChange"));

        _folder.Tamper($"{DropTriggers} UPDATE change SET {column} = {value} WHERE sequence = 3");

        Assert.Equal(3, _folder.Open().Journal.FirstBroken());
    }

    [Fact]
    public void A_value_moved_from_one_field_to_the_next_is_found()
    {
        _folder.Once(cache => cache.Journal.Append([Intent(cache.Journal.BeginRun("Set-OfficerLink"), "1") with { OldValue = "a", NewValue = "b\u0001c" }]));

        _folder.Tamper($"{DropTriggers} UPDATE change SET old_value = 'a' || char(1) || 'b', new_value = 'c'");

        Assert.Equal(1, _folder.Open().Journal.FirstBroken());
    }

    [Theory]
    [InlineData("command", "'Get-OfficerLink'")]
    [InlineData("started_at", "'2030-01-01T00:00:00.0000000Z'")]
    public void An_altered_run_is_found_at_its_first_row(string column, string value)
    {
        _folder.Once(cache => Write(cache, 1));
        _folder.Once(cache => Write(cache, 1));

        _folder.Tamper($"{DropTriggers} UPDATE run SET {column} = {value} WHERE run_id = (SELECT max(run_id) FROM run)");

        Assert.Equal(3, _folder.Open().Journal.FirstBroken());
    }

    [Theory]
    [InlineData("DELETE FROM change WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM change WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM change WHERE sequence = 4; UPDATE change SET sequence = sequence - 1 WHERE sequence > 4", 4)]
    [InlineData(SwapTwoAndThree, 2)]
    [InlineData("INSERT INTO change SELECT 0" + CopyOfRowOne, 0)]
    public void A_missing_reordered_or_added_row_is_found(string sql, long broken)
    {
        _folder.Once(cache => Write(cache, 3));

        _folder.Tamper(DropTriggers + sql);

        Assert.Equal(broken, _folder.Open().Journal.FirstBroken());
    }

    [Fact]
    public void A_tail_that_was_cut_off_shows_in_the_head()
    {
        JournalHead? before = null;
        _folder.Once(cache =>
        {
            Write(cache, 3);
            before = cache.Journal.Head();
        });

        _folder.Tamper($"{DropTriggers} DELETE FROM change WHERE sequence > 4");

        var journal = _folder.Open().Journal;
        Assert.Null(journal.FirstBroken());
        Assert.NotEqual(before, journal.Head());
    }

    [Fact]
    public void Reading_a_row_with_a_state_that_does_not_exist_is_an_error_about_the_file()
    {
        _folder.Once(cache => Write(cache, 1));
        _folder.Tamper($"{DropTriggers} UPDATE change SET state = 'Maybe'");
        var cache = _folder.Open();

        Assert.Equal("CacheDamaged", FailureOf(() => cache.Journal.Read(new JournalFilter())));
    }
}
