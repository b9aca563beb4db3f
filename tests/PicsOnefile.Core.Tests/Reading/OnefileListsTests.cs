using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Reading;

public sealed class OnefileListsTests : IDisposable
{
    private readonly Provider _provider = new(LinkBy.MisValue);

    public void Dispose() => _provider.Dispose();

    private OnefileLists Lists => _provider.Session.Workspace.OnefileLists;

    private OnefileDetails Details => _provider.Session.Workspace.OnefileDetails;

    [Fact]
    public async Task All_centres_are_read_each_once()
    {
        _provider.With(Assessor("11"), Assessor("12", centre: "2"), Placement("21"), Placement("22", centre: "2"));

        Assert.Equal(["11", "12"], (await Lists.AssessorsAsync(Freshness.WhenOld, _provider.Run)).Select(row => row.AssessorId));
        Assert.Equal(["21", "22"], (await Lists.PlacementsAsync(Freshness.WhenOld, _provider.Run)).Select(row => row.PlacementId));
        await Lists.AssessorsAsync(Freshness.WhenOld, _provider.Run);

        Assert.Equal(["centres", "assessors of 1", "assessors of 2", "placements of 1", "placements of 2"], _provider.Onefile.Calls);
    }

    [Fact]
    public async Task A_profile_of_one_centre_asks_for_that_one_alone()
    {
        using var narrow = new Provider(LinkBy.MisValue, centreId: "2").With(Assessor("11"), Assessor("12", centre: "2"));

        Assert.Equal("12", Assert.Single(await narrow.Session.Workspace.OnefileLists.AssessorsAsync(Freshness.Always, narrow.Run)).AssessorId);
        Assert.DoesNotContain("assessors of 1", narrow.Onefile.Calls);
    }

    [Fact]
    public async Task Details_are_kept_with_the_time_at_which_they_were_read()
    {
        _provider.With(Assessor("11", email: "ffion@example.org"));
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);

        await Details.DetailAsync(rows, _provider.Run);

        var kept = Assert.Single(await Lists.AssessorsAsync(Freshness.Never, _provider.Run));
        Assert.Equal(("ffion@example.org", _provider.Clock.GetUtcNow()), (kept.Email, kept.DetailsReadAt));
    }

    [Fact]
    public async Task A_record_that_turns_out_to_be_gone_leaves_the_cache()
    {
        _provider.With(Assessor("11"), Assessor("12"), Assessor("13"));
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        _provider.Onefile.Assessors.RemoveAll(row => row.AssessorId == "12");

        var detailed = await Details.DetailAsync(rows, _provider.Run);

        Assert.Equal(["11", "13"], detailed.Select(row => row.AssessorId));
        Assert.Equal(["11", "13"], (await Lists.AssessorsAsync(Freshness.Never, _provider.Run)).Select(row => row.AssessorId));
    }

    [Fact]
    public async Task Details_are_read_eight_at_a_time_at_most_and_come_in_the_order_of_the_rows()
    {
        _provider.With([.. Enumerable.Range(1, 20).Select(number => Assessor($"{number}"))]);
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        int under = 0,
            most = 0;
        _provider.Onefile.OnCall = async _ =>
        {
            most = Math.Max(most, System.Threading.Interlocked.Increment(ref under));
            await Task.Yield();
            System.Threading.Interlocked.Decrement(ref under);
        };

        var detailed = await Details.DetailAsync(rows, _provider.Run);

        Assert.Equal(rows.Select(row => row.AssessorId), detailed.Select(row => row.AssessorId));
        Assert.InRange(most, 1, 8);
    }

    [Fact]
    public async Task Details_that_were_read_before_a_failure_are_kept()
    {
        _provider.With([.. Enumerable.Range(1, 20).Select(number => Assessor($"{number}", email: $"{number}@example.org"))]);
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        _provider.Onefile.OnCall = call => call == "assessor 20" ? throw ErrorKinds.TimedOut.For("20", "slow") : Task.CompletedTask;

        await Assert.ThrowsAsync<PicsOnefileException>(() => Details.DetailAsync(rows, _provider.Run));

        Assert.Equal(16, (await Lists.AssessorsAsync(Freshness.Never, _provider.Run)).Count(row => row.Email is not null));
    }

    [Fact]
    public async Task A_stop_while_details_are_read_asks_for_no_more()
    {
        _provider.With([.. Enumerable.Range(1, 20).Select(number => Assessor($"{number}"))]);
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        _provider.Onefile.OnCall = _ =>
        {
            _provider.Stop();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Details.DetailAsync(rows, _provider.Run));

        Assert.Single(_provider.Onefile.Calls, call => call.StartsWith("assessor ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_e_mail_only_the_server_can_search_and_the_cache_takes_nothing_of_it()
    {
        _provider.With(Assessor("11", email: "ffion@example.org"), Assessor("12", email: "other@example.org"));

        var found = await _provider.Session.Records.AssessorsAsync(new RecordFilter { Email = "ffion@example.org" }, Freshness.WhenOld, _provider.Run);

        Assert.Equal(("11", "ffion@example.org"), (Assert.Single(found).AssessorId, found[0].Email));
        Assert.All(await Lists.AssessorsAsync(Freshness.Never, _provider.Run), row => Assert.Null(row.Email));
    }

    [Fact]
    public async Task Refresh_reads_each_list_once_also_where_links_are_looked_at()
    {
        _provider.With(Officer("O1"), Officer("O2"), Assessor("11", misId: "O1"));

        var officers = await _provider.Session.Records.OfficersAsync(new RecordFilter { Unlinked = true }, Freshness.Always, _provider.Run);

        Assert.Equal("O2", Assert.Single(officers).OfficerIdent);
        Assert.Single(_provider.PicsWeb.Calls);
    }

    [Fact]
    public async Task A_centre_that_does_not_come_any_more_is_warned_of_once_a_run_until_it_is_accepted()
    {
        _provider.With(Assessor("11"), Assessor("12", centre: "2"));
        await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        _provider.Onefile.Centres.RemoveAll(centre => centre.CentreId == "2");

        await Lists.CentresAsync(Freshness.Always, _provider.Run);
        await Lists.AssessorsAsync(Freshness.WhenOld, _provider.Run);

        var warning = Assert.Single(_provider.Log.Warnings, text => text.Contains("centre", StringComparison.Ordinal));
        Assert.Contains("2", warning, StringComparison.Ordinal);
        Assert.Contains("Update-MappingCache -AcceptShrunk Assessor", warning, StringComparison.Ordinal);
        // The next run finds the shorter list in the cache, and is warned all the same.
        using var later = new Provider(LinkBy.MisValue, beside: _provider);
        await later.Session.Workspace.OnefileLists.CentresAsync(Freshness.WhenOld, later.Run);
        Assert.Contains(later.Log.Warnings, text => text.Contains("-AcceptShrunk Assessor", StringComparison.Ordinal));

        var shrunk = later.Session.ShrunkLists;
        foreach (var list in await shrunk.OfAsync([GuardedList.Assessor], later.Run))
            await shrunk.AcceptAsync(list, "Update-MappingCache", later.Run);
        using var accepted = new Provider(LinkBy.MisValue, beside: _provider);
        await accepted.Session.Workspace.OnefileLists.CentresAsync(Freshness.Always, accepted.Run);
        Assert.Empty(accepted.Log.Warnings);
    }

    [Fact]
    public async Task A_centre_of_which_nothing_was_read_yet_is_missed_too_when_the_list_comes_without_it()
    {
        await Lists.CentresAsync(Freshness.Always, _provider.Run);
        _provider.Onefile.Centres.RemoveAll(centre => centre.CentreId == "2");

        await Lists.CentresAsync(Freshness.Always, _provider.Run);

        Assert.Contains("Bangor", Assert.Single(_provider.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_centres_are_no_matter_of_a_profile_that_names_one()
    {
        using var narrow = new Provider(LinkBy.MisValue, centreId: "1").With(Assessor("11"), Assessor("12", centre: "2"));
        await narrow.Session.Workspace.OnefileLists.AssessorsAsync(Freshness.Always, narrow.Run);
        narrow.Onefile.Centres.RemoveAll(centre => centre.CentreId == "2");

        await narrow.Session.Workspace.OnefileLists.CentresAsync(Freshness.Always, narrow.Run);

        Assert.Empty(narrow.Log.Warnings);
    }

    [Fact]
    public async Task A_page_of_a_proxy_in_place_of_one_record_takes_nobody_from_the_list()
    {
        _provider.With(Assessor("11"), Assessor("12", email: "ffion@example.org"));
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        _provider.Onefile.OnCall = call =>
            call == "assessor 11" ? throw ErrorKinds.BlockedOnTheWay.For("11", "Onefile answered 404, with a web page.") : Task.CompletedTask;

        Assert.Equal("12", Assert.Single(await Details.DetailAsync(rows, _provider.Run)).AssessorId);

        Assert.Equal(["11", "12"], (await Lists.AssessorsAsync(Freshness.Never, _provider.Run)).Select(row => row.AssessorId));
        Assert.Single(_provider.Log.Warnings, text => text.Contains("with a web page", StringComparison.Ordinal));
        // Where it comes for everybody, nothing can be read.
        _provider.Onefile.OnCall = _ => throw ErrorKinds.BlockedOnTheWay.For("all", "Onefile answered 404, with a web page.");
        Assert.Equal("BlockedOnTheWay", (await Assert.ThrowsAsync<PicsOnefileException>(() => Details.DetailAsync(rows, _provider.Run))).Kind.Id);
    }

    [Theory]
    [InlineData("OnefileDenied")]
    [InlineData("OnefileRefused")]
    [InlineData("ServerError")]
    [InlineData("AnswerUnreadable")]
    public async Task A_record_whose_own_details_fail_stays_without_them_with_one_warning(string error)
    {
        Many(12);
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        // One among eight at once, and one alone in the rest.
        Fail(error, "assessor 3", "assessor 12");

        Assert.Equal(10, (await Details.DetailAsync(rows, _provider.Run)).Count);

        Assert.Equal(12, (await Lists.AssessorsAsync(Freshness.Never, _provider.Run)).Count);
        Assert.Contains("2 of the assessors could not be read", _provider.Log.Warnings[^1], StringComparison.Ordinal);
        Assert.Single(_provider.Log.Warnings, text => text.Contains("could not be read", StringComparison.Ordinal));
        // It alone was wanted.
        Assert.Empty(await Details.DetailAsync([.. rows.Where(row => row.AssessorId == "3")], _provider.Run));
    }

    [Theory]
    [InlineData("CustomerTokenRefused", 1)]
    [InlineData("TooManyCalls", 1)]
    [InlineData("HostUnreachable", 1)]
    [InlineData("TimedOut", 1)]
    [InlineData("ServerError", 12)]
    [InlineData("OnefileDenied", 12)]
    public async Task What_is_wrong_with_the_connection_ends_the_reading_with_the_first_records(string error, int failing)
    {
        Many(12);
        var rows = await Lists.AssessorsAsync(Freshness.Always, _provider.Run);
        Fail(error, [.. Enumerable.Range(1, failing).Select(number => $"assessor {number}")]);

        Assert.Equal(error, (await Assert.ThrowsAsync<PicsOnefileException>(() => Details.DetailAsync(rows, _provider.Run))).Kind.Id);

        Assert.Equal(8, _provider.Onefile.Calls.Count(call => call.StartsWith("assessor ", StringComparison.Ordinal)));
    }

    private void Many(int count) => _provider.With([.. Enumerable.Range(1, count).Select(number => (object)Assessor($"{number}"))]);

    private void Fail(string error, params string[] calls)
    {
        var kind = (ErrorKind)typeof(ErrorKinds).GetField(error)!.GetValue(null)!;
        _provider.Onefile.OnCall = call => calls.Contains(call) ? throw kind.For(call, "It stumbled.") : Task.CompletedTask;
    }
}
