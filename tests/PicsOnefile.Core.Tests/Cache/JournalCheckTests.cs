using System;
using PicsOnefile.Cache;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>Test-LinkHistory: whether the journal is as it was written.</summary>
public sealed class JournalCheckTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private LinkHistoryCheck Check(string? expectedHead = null) => JournalCheck.Run(_folder.Open().Journal, expectedHead);

    [Fact]
    public void A_whole_journal_is_told_with_its_head_and_count()
    {
        _folder.Once(cache => Write(cache, 3));

        var check = Check();

        Assert.Equal((true, 6, null), (check.Ok, check.Count, check.FirstBroken));
        Assert.Equal(_folder.Open().Journal.Head().Hash, check.Head);
    }

    [Fact]
    public void An_empty_journal_is_whole_and_its_head_is_in_every_later_one()
    {
        var empty = Check();
        _folder.Once(cache => Write(cache, 1));

        Assert.True(empty.Ok);
        Assert.True(Check(empty.Head).Ok);
    }

    [Fact]
    public void An_altered_row_is_named()
    {
        _folder.Once(cache => Write(cache, 3));
        _folder.Tamper("DROP TRIGGER change_never_updated; UPDATE change SET new_value = '9' WHERE sequence = 4");

        var check = Check();

        Assert.Equal((false, 4), (check.Ok, check.FirstBroken));
        Assert.Contains("Row 4", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_that_was_kept_is_still_there_when_rows_were_added()
    {
        _folder.Once(cache => Write(cache, 2));
        var kept = Check().Head;
        _folder.Once(cache => Write(cache, 1));

        var check = Check($" {kept.ToUpperInvariant()} ");

        Assert.True(check.Ok);
        Assert.Contains("row 4; 2 row(s) came after it", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tail_that_was_cut_off_shows_against_the_head_that_was_kept()
    {
        _folder.Once(cache => Write(cache, 3));
        var kept = Check().Head;
        _folder.Tamper("DROP TRIGGER change_never_deleted; DELETE FROM change WHERE sequence > 4");

        Assert.True(Check().Ok);
        var check = Check(kept);
        Assert.Equal((false, null), (check.Ok, check.FirstBroken));
        Assert.Contains("cut off", check.Detail, StringComparison.Ordinal);
    }
}
