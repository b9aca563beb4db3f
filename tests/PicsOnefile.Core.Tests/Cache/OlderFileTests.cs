using System;
using System.IO;
using System.Linq;
using PicsOnefile.Cache;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>
/// Files that the module itself wrote when its schema was that of version 1 and 2: eleven changes with their outcomes, one that is open, a link, two officers.
/// </summary>
public sealed class OlderFileTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int, string> Files =>
        new()
        {
            { 1, "500f398c5add2c26c3579263822c9e9f67c080445841017737fabd0a9a4dd9b7" },
            { 2, "dddda9ed97b3bcbdbf2d41d57861cc5b897ab17638c2e3a071cf22a502a494ab" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void An_older_file_is_brought_up_to_date_with_its_journal_to_the_last_letter(int version, string head)
    {
        Lay(version);

        var cache = _folder.Open();

        Assert.Equal(new JournalHead(23, head), cache.Journal.Head());
        Assert.True(JournalCheck.Run(cache.Journal, head).Ok);
        Assert.Equal("0023", Assert.Single(cache.Journal.Open()).Key);
        Assert.Equal("400001", Assert.Single(cache.Ledger.Links(LinkKind.Officer)).OnefileId);
        Assert.Equal(["0012", "0013"], cache.Records.Read<Officer>()!.Rows.Select(officer => officer.OfficerIdent).Order());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Before_that_it_is_copied_and_the_copy_holds_the_same_journal_under_the_old_version(int version, string head)
    {
        Lay(version);

        _folder.Once(cache => CacheFolder.Write(cache, 1));

        var backup = Assert.Single(Directory.GetFiles(_folder.Folder, "*.bak"));
        Assert.Equal(version, _folder.Ask<long>("PRAGMA user_version", backup));
        Assert.Equal(23, _folder.Ask<long>("SELECT count(*) FROM change", backup));
        Assert.Equal(head, _folder.Ask<string>("SELECT hash FROM change ORDER BY sequence DESC LIMIT 1", backup));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_journal_goes_on_in_the_same_chain_and_clearing_the_cache_leaves_it(int version, string head)
    {
        Lay(version);

        _folder.Once(cache =>
        {
            CacheFolder.Write(cache, 2);
            cache.Clear();
        });

        var after = _folder.Open();
        Assert.Null(after.Records.Read<Officer>());
        Assert.Equal((27, true), (after.Journal.Head().Count, JournalCheck.Run(after.Journal, head).Ok));
    }

    private void Lay(int version) =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Cache", "Older", FormattableString.Invariant($"version-{version}.db")), _folder.File);
}
