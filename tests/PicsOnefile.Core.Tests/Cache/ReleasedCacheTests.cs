using System;
using System.IO;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Review;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>The cache that version 0.1.0 wrote, with the log of the process that was killed over it: everything in it is read, and the work goes on.</summary>
public sealed class ReleasedCacheTests : IDisposable
{
    private const string Head = "c3216b4f3d8cb4ec5b4fe7567b5131ebf2f71d4f13374935224d68eb1c0eb948";

    private readonly CacheFolder _folder = new();

    public ReleasedCacheTests()
    {
        foreach (string file in new[] { "cache.db", "cache.db-wal" })
            File.Copy(At(file), _folder.File + file["cache.db".Length..]);
    }

    public void Dispose() => _folder.Dispose();

    private static string At(string file) => Path.Combine(AppContext.BaseDirectory, "Release-0.1.0", file);

    [Fact]
    public void The_journal_is_whole_with_the_run_that_was_undone_and_the_intent_that_is_open()
    {
        var cache = _folder.Open();

        Assert.Equal(new JournalHead(12, Head), cache.Journal.Head());
        var check = JournalCheck.Run(cache, Head);
        Assert.True(check.Ok, check.Detail);
        Assert.Empty(cache.Missing);
        var rows = cache.Journal.Read(new JournalFilter());
        Assert.Equal(
            ["Intended", "Done", "Intended", "Done", "Intended", "Done", "Undone", "Intended", "Done", "Skipped", "Skipped", "Intended"],
            rows.Select(row => row.State.ToString())
        );
        Assert.Equal("Undone by run 20261129T162200063Z-b3e899.", Assert.Single(rows, row => row.State == ChangeState.Undone).Reason);
        var open = Assert.Single(cache.Journal.Open());
        Assert.Equal(("Organisation", "BRACK01", "AdditionalId", "90417"), (open.Kind, open.Key, open.Field, open.NewValue));
        Assert.Equal(2, cache.Journal.Read(new JournalFilter(Kind: "Officer", Key: "HBR")).Count);
    }

    [Fact]
    public void What_people_decided_and_what_was_linked_is_there()
    {
        var cache = _folder.Open();

        Assert.Equal(("HBR", "48213"), cache.Ledger.Links(LinkKind.Officer).Select(link => (link.Ident, link.OnefileId)).Single());
        Assert.Equal(("TOLL02", "90644"), cache.Ledger.Links(LinkKind.Organisation).Select(link => (link.Ident, link.OnefileId)).Single());
        Assert.Equal(["Agency", "No gateway is recorded"], cache.Ledger.Exclusions(OnefileEnvironment.Practice).Select(exclusion => exclusion.Reason).Order());
        Assert.Empty(cache.Ledger.Exclusions(OnefileEnvironment.Live));
        Assert.Equal(["NeverUsed"], cache.Ledger.Attestations().Select(attestation => attestation.Value));
        Assert.Equal("BRACK01\t90533", cache.Ledger.Fact("Rejected Organisation of Practice"));
        var waiting = cache.Worklist.Waiting(OnefileEnvironment.Practice);
        Assert.Equal(
            [("2039", "196OP", false), ("2041", "196EP", true)],
            waiting.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (item.Key, item.NewValue!, item.KeyedInAt is not null))
        );
        Assert.NotEmpty(cache.Records.Read<Officer>()!.Rows);
    }

    [Fact]
    public void The_work_goes_on_in_the_same_chain_and_a_copy_holds_all_of_it()
    {
        string copy = Path.Combine(_folder.Folder, "copy", "copy.db");
        _folder.Once(cache =>
        {
            CacheFolder.Write(cache, 2);
            Assert.Null(cache.Checkpoint());
            cache.Clear();
            cache.CopyTo(copy, force: false);
        });

        using var copied = SqliteMappingCache.Open(copy, _folder.Clock);
        foreach (var cache in new[] { _folder.Open(), copied })
        {
            var check = JournalCheck.Run(cache, Head);
            Assert.True(check.Ok, check.Detail);
            Assert.Equal((16, 1), (check.Count, check.KeptHeads));
            Assert.Null(cache.Records.Read<Officer>());
            Assert.Single(cache.Ledger.Links(LinkKind.Officer));
        }
    }

    [Fact]
    public void The_backup_from_before_the_first_write_is_read_to_the_last_row()
    {
        var backup = BackupReading.Read(At("cache.before-first-write.Practice.csv"));

        Assert.Empty(backup.Problems);
        Assert.Equal(32, backup.Values.Count);
        Assert.Equal("196AS", Assert.Single(backup.Values, value => value.Key == "2038").Value);
        Assert.All(backup.Values, value => Assert.Equal(OnefileEnvironment.Practice, value.Environment));
    }

    [Theory]
    [InlineData("officers.csv", 1, 0, 0)]
    [InlineData("organisations.csv", 1, 1, 1)]
    public void The_review_files_say_the_same_as_on_the_day_they_were_written(string file, int accepted, int rejected, int excluded)
    {
        var reading = ReviewFile.Read(At(file));

        Assert.Empty(reading.Problems);
        int Count(ReviewDecision decision) => reading.Rows.Count(row => row.Decision == decision);
        Assert.Equal((accepted, rejected, excluded), (Count(ReviewDecision.Accept), Count(ReviewDecision.Reject), Count(ReviewDecision.Exclude)));
    }

    [Fact]
    public void Notes_that_the_page_saved_come_back_to_the_letter() =>
        Assert.Equal(
            ["=test", "Another \"site\"; not the bakery"],
            ReviewFile.Read(At("organisations.csv")).Rows.Select(row => row.Note).OfType<string>().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_standards_review_and_the_worklist_are_read_too()
    {
        var standards = StandardReviewFile.Read(At("standards.csv"));
        Assert.Empty(standards.Problems);
        Assert.Equal(
            ("2039", "196OP"),
            standards.Rows.Where(row => row.Decision == ReviewDecision.Accept).Select(row => (row.QualificationId!, row.Code!)).Single()
        );

        var marks = PicsOnefile.Reporting.WorklistSheet.Read(At("worklist.csv"));
        Assert.Empty(marks.Problems);
        Assert.Equal(["WF8C91EC961"], marks.Done);
    }
}
