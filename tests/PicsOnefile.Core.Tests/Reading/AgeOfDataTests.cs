using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Readiness;
using PicsOnefile.Files;
using PicsOnefile.Linking;
using PicsOnefile.Qualifications;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Reading;

/// <summary>Every row says when it was read, and an old list is named once.</summary>
public sealed class AgeOfDataTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly IRecordCache _records;
    private readonly CachedReading _reading;

    public AgeOfDataTests()
    {
        _records = _folder.Open().Records;
        _reading = new CachedReading(_records, _folder.Clock, TimeSpan.FromHours(1));
    }

    public void Dispose() => _folder.Dispose();

    private DateTimeOffset Now => _folder.Clock.GetUtcNow();

    private Task<IReadOnlyList<T>> ReadAsync<T>(T row, RunContext? run = null, Freshness freshness = Freshness.WhenOld, string? path = null)
        where T : class =>
        _reading.ListAsync(
            "officers",
            "",
            freshness,
            () => Task.FromResult<IReadOnlyList<T>>([row]),
            run ?? RunContext.Silent,
            path is null ? null : new Func<ListSource>(() => new ListSource("Exported list", path))
        );

    private string Save(DateTimeOffset written)
    {
        var path = Path.Combine(_folder.Folder, "officers.csv");
        File.WriteAllText(path, "Ident,Surname\n00016,Arkwright\n");
        File.SetLastWriteTimeUtc(path, written.UtcDateTime);
        return path;
    }

    [Fact]
    public async Task A_row_has_the_time_at_which_its_list_was_read()
    {
        var readAt = Now;
        Assert.Equal(readAt, (await ReadAsync(new Officer { OfficerIdent = "00016" })).Single().AsOf);
        _folder.Clock.Move(TimeSpan.FromMinutes(40));

        var kept = (await ReadAsync(new Officer())).Single();

        Assert.Equal((readAt, TimeSpan.Zero), (kept.AsOf, kept.AsOf!.Value.Offset));
    }

    [Fact]
    public async Task A_row_of_an_exported_list_has_the_time_at_which_the_file_was_written()
    {
        var written = Now.AddDays(-3);

        var row = (await ReadAsync(new Officer { OfficerIdent = "00016" }, path: Save(written))).Single();

        Assert.Equal(written, row.AsOf);
    }

    [Fact]
    public async Task A_file_from_the_future_is_as_old_as_its_reading() =>
        Assert.Equal(Now, (await ReadAsync(new Officer { OfficerIdent = "00016" }, path: Save(Now.AddDays(1)))).Single().AsOf);

    [Fact]
    public async Task A_list_without_a_connection_has_the_time_of_its_file()
    {
        var written = Now.AddDays(-2);

        var row = (await ExportedRecords.OfficersAsync(Save(written), new Dictionary<string, string>(), new RecordFilter(), RunContext.Silent)).Single();

        Assert.Equal(written, row.AsOf);
    }

    [Fact]
    public void A_record_that_was_read_by_itself_later_has_that_time()
    {
        var listed = Now;
        Assessor[] rows = [new() { AssessorId = "410007", CentreId = "1" }, new() { AssessorId = "410008", CentreId = "1" }];
        _records.Replace("1", rows, listed, calls: 1);
        _folder.Clock.Move(TimeSpan.FromMinutes(10));
        _records.Update([rows[0] with { DetailsReadAt = Now }]);

        Assert.Equal([Now, listed], _records.Read<Assessor>("1")!.Rows.Select(row => row.AsOf!.Value));

        _folder.Clock.Move(TimeSpan.FromMinutes(10));
        _records.Replace("1", rows, Now, calls: 1);
        Assert.All(_records.Read<Assessor>("1")!.Rows, row => Assert.Equal(Now, row.AsOf));
    }

    [Fact]
    public void Rows_with_the_same_values_are_equal_whenever_they_were_read()
    {
        var officer = new Officer { OfficerIdent = "00016" };
        var link = new OfficerLink { OfficerIdent = "00016", AssessorId = "410007" };

        Assert.Equal(officer, officer with { AsOf = Now });
        Assert.Equal(officer.GetHashCode(), (officer with { AsOf = Now }).GetHashCode());
        Assert.Equal(link, link with { AsOf = Now });
        Assert.NotEqual(officer, officer with { OfficerIdent = "00017" });
    }

    [Fact]
    public void A_link_is_as_old_as_the_older_of_its_two_sides_and_a_side_without_a_record_is_as_old_as_its_oldest_list()
    {
        var (older, newer) = (Now.AddHours(-5), Now.AddHours(-1));
        var snapshot = Given
            .Links(
                LinkKind.Officer,
                LinkBy.AdditionalId,
                Given.Officer("O1", "11") with { AsOf = newer },
                Given.Officer("O2") with { AsOf = newer },
                Given.Assessor("11") with { AsOf = Now },
                Given.Assessor("12") with { AsOf = older }
            )
            .Value!;

        Assert.Equal([newer, older, older], snapshot.Entries.Select(entry => LinkMapper.ToLink(entry).AsOf!.Value));
        Assert.Equal(older, snapshot.AsOf);
    }

    [Fact]
    public void A_qualification_and_a_component_are_as_old_as_the_older_list()
    {
        var aim = new LearningAim { StandardId = "1", Code = "196AS", StandardCode = "196", Component = StandardComponentKind.Standard };
        var qualification = new Qualification { QualificationId = "7", VqReference = "196AS", Title = "Carpenter", AsOf = Now.AddDays(-3) };

        Assert.Equal(Now.AddDays(-3), QualificationLinks.Create([aim with { AsOf = Now }], [qualification]).Single().AsOf);
        Assert.All(StandardSnapshot.From([aim with { AsOf = Now.AddDays(-4) }], [qualification]).References, row => Assert.Equal(Now.AddDays(-4), row.AsOf));
        Assert.Null(QualificationLinks.Create([aim], []).Single().AsOf);
    }

    [Fact]
    public void A_finding_is_as_old_as_the_oldest_list_that_it_rests_on()
    {
        var facts = Given.Blind(LinkBy.AdditionalId) with
        {
            Officers = Given.Links(LinkKind.Officer, LinkBy.AdditionalId, Given.Officer("O1") with { AsOf = Now }),
            Organisations = Given.Links(LinkKind.Organisation, LinkBy.AdditionalId, Given.Organisation("P1") with { AsOf = Now.AddHours(-3) }),
            Learners = ReadResult.From<IReadOnlyList<Learner>>([new Learner { AsOf = Now.AddHours(-2) }]),
        };
        var ages = new FindingAges(facts);

        Assert.Equal(
            [Now.AddHours(-3), Now.AddHours(-2), null, null],
            new[] { "PO-L001", "PO-P001", "PO-Q001", "PO-J001" }.Select(rule => ages.Date(new Finding { RuleId = rule }).AsOf)
        );
    }

    [Fact]
    public async Task A_list_older_than_the_limit_is_named_with_its_age_and_the_remedy()
    {
        await ReadAsync(new Officer { OfficerIdent = "00016" });
        _folder.Clock.Move(TimeSpan.FromHours(1));
        Assert.Empty(await WarningsAsync());
        _folder.Clock.Move(TimeSpan.FromDays(3));

        Assert.Equal("The list of officers is 3 days old. Use -Refresh to read it again.", Assert.Single(await WarningsAsync()));
    }

    [Fact]
    public async Task An_exported_list_is_old_after_a_day()
    {
        var run = RunContext.Silent;
        await ReadAsync(new Officer { OfficerIdent = "00016" }, run, path: Save(Now.AddHours(-5)));
        Assert.Empty(run.Lists.Warnings(_ => true));

        await ReadAsync(new Officer { OfficerIdent = "00016" }, run, Freshness.Always, Save(Now.AddHours(-30)));

        Assert.Equal("The list of officers is 30 hours old. Export it from PICSWeb again.", Assert.Single(run.Lists.Warnings(_ => true)));
    }

    [Fact]
    public void Several_old_lists_are_one_warning_and_lists_of_one_age_are_one_line()
    {
        var lists = new ListAges();
        foreach (var (what, hours) in new[] { ("officers", 0), ("assessors of North", 5), ("placements of North", 5), ("learning aims of North", 50) })
            lists.Note(ListAge.Measure(what, Now.AddHours(-hours), isExported: false, Now, TimeSpan.FromHours(1)));

        Assert.Equal(
            "3 lists are old: assessors of North (5 hours), placements of North (5 hours), learning aims of North (2 days). Use -Refresh to read them again.",
            Assert.Single(lists.Warnings(_ => true))
        );
        Assert.Equal(
            [
                new("Lists less than a minute old: officers.", false),
                new("Lists 5 hours old, over the limit: assessors of North, placements of North.", true),
                new("Lists 2 days old, over the limit: learning aims of North.", true),
            ],
            lists.Lines()
        );
    }

    [Fact]
    public void A_list_that_was_warned_of_is_not_named_again()
    {
        var lists = new ListAges();
        foreach (var what in new[] { "officers", "centres" })
            lists.Note(ListAge.Measure(what, Now.AddHours(-5), isExported: false, Now, TimeSpan.FromHours(1)));

        Assert.Equal("The list of centres is 5 hours old. Use -Refresh to read it again.", Assert.Single(lists.Warnings(list => list.What != "officers")));
        Assert.Empty(lists.Warnings(_ => false));
    }

    [Fact]
    public void A_profile_that_reads_everything_anew_finds_no_list_old_that_it_has_just_read() =>
        Assert.False(ListAge.Measure("officers", Now, isExported: false, Now.AddSeconds(20), TimeSpan.Zero).IsOld);

    private async Task<IReadOnlyList<string>> WarningsAsync()
    {
        var run = RunContext.Silent;
        await ReadAsync(new Officer(), run, Freshness.Never);
        return [.. run.Lists.Warnings(_ => true)];
    }
}
