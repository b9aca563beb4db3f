using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>Get-OfficerLink -Since: starters, leavers and changes.</summary>
public sealed class LinksSinceTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(Officer("O1", "11"), Officer("O2"), Assessor("11"), Assessor("12"));

    public void Dispose() => _provider.Dispose();

    /// <summary>The first reading is a day old; whatever has happened since is what the next one shows.</summary>
    private async Task<DateTimeOffset> YesterdayAsync(Provider? provider = null)
    {
        await (provider ?? _provider).ReadAsync();
        (provider ?? _provider).Clock.Move(TimeSpan.FromDays(1));
        return (provider ?? _provider).Clock.GetUtcNow().AddHours(-1);
    }

    private async Task<IReadOnlyList<LinkEntry>> NewsAsync(DateTimeOffset since, Provider? provider = null)
    {
        provider ??= _provider;
        return provider.Session.LinksSince.Find(await provider.ReadAsync(), since, provider.Run);
    }

    private static string Words(LinkEntry entry) => entry.Detail;

    [Fact]
    public async Task Nothing_is_news_where_nothing_happened() => Assert.Empty(await NewsAsync(await YesterdayAsync()));

    [Fact]
    public async Task What_was_there_at_the_first_look_is_no_starter_and_a_time_before_it_is_warned_about()
    {
        await YesterdayAsync();

        Assert.Empty(await NewsAsync(DateTimeOffset.MinValue));
        Assert.Contains(_provider.Log.Everything, line => line.Contains("are watched since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Starters_of_both_sides_are_shown()
    {
        var since = await YesterdayAsync();
        _provider.With(Officer("O3"), Assessor("13"));

        var news = await NewsAsync(since);

        Assert.Equal([("O3", null), (null, "13")], news.Select(entry => (entry.Ident, entry.OnefileId)));
        Assert.StartsWith("New in PICSWeb since ", Words(news[0]), StringComparison.Ordinal);
        Assert.StartsWith("New in Onefile since ", Words(news[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaver_who_is_still_in_the_list_is_shown_with_the_link()
    {
        var since = await YesterdayAsync();
        _provider.EditAssessor("11", row => row with { Archived = true });

        var entry = Assert.Single(await NewsAsync(since));

        Assert.Equal(("O1", LinkState.Broken), (entry.Ident, entry.State));
        Assert.Contains("Not in use any more in Onefile since", Words(entry), StringComparison.Ordinal);
        Assert.Contains("It was Linked until", Words(entry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaver_who_has_gone_is_shown_by_ID_without_a_name()
    {
        // A list that has nobody left is no list of people who have gone.
        _provider.With(Officer("O9", name: "Morag Iveson"));
        var since = await YesterdayAsync();
        _provider.PicsWeb.Officers.RemoveAll(officer => officer.OfficerIdent is "O1" or "O2");

        var news = await NewsAsync(since);

        Assert.Equal(
            [("O1", LinkState.Broken), ("O2", LinkState.Unlinked)],
            news.Where(entry => entry.Ident is not null).Select(entry => (entry.Ident!, entry.State))
        );
        Assert.Contains("Gone from PICSWeb since", Words(news.First(entry => entry.Ident == "O1")), StringComparison.Ordinal);
        Assert.Contains("it was linked with 11", Words(news.First(entry => entry.Ident == "O1")), StringComparison.Ordinal);
        Assert.Null(((OfficerLink)LinkMapper.ToLink(news.First(entry => entry.Ident == "O1"))).OfficerName);
        // The account that lost its officer is news as well.
        Assert.Contains("It was Linked until", Words(news.Single(entry => entry.OnefileId == "11")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_a_list_leaves_out_has_gone_only_when_a_single_read_says_so()
    {
        var since = await YesterdayAsync();
        _provider.Onefile.Unlisted.Add("12");
        Assert.Empty(await NewsAsync(since));

        _provider.Onefile.Assessors.RemoveAll(row => row.AssessorId == "12");
        _provider.Clock.Move(TimeSpan.FromHours(2));

        var gone = Assert.Single(await NewsAsync(since));
        Assert.Equal(("12", LinkState.Unlinked), (gone.OnefileId, gone.State));
        Assert.StartsWith("Gone from Onefile since", Words(gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_comes_back_is_shown_as_that()
    {
        _provider.EditAssessor("12", row => row with { Archived = true });
        var since = await YesterdayAsync();
        _provider.EditAssessor("12", row => row with { Archived = false });

        Assert.StartsWith("Back in use in Onefile since", Words(Assert.Single(await NewsAsync(since))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_made_or_edited_is_shown_with_how_it_stood_before()
    {
        var since = await YesterdayAsync();
        await _provider.SetAsync("O2", "12");
        _provider.Edit("O1", null);

        var news = await NewsAsync(since);

        Assert.Equal(
            [("O1", LinkState.Drifted), ("O2", LinkState.Linked)],
            news.Where(entry => entry.Ident is not null).Select(entry => (entry.Ident!, entry.State)).OrderBy(row => row.Item1)
        );
        Assert.Contains("It was Unlinked until", Words(news.Single(entry => entry.Ident == "O2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_before_the_time_is_no_news()
    {
        await YesterdayAsync();
        _provider.With(Officer("O3"));
        await _provider.ReadAsync();
        _provider.Clock.Move(TimeSpan.FromDays(1));

        Assert.Empty(await NewsAsync(_provider.Clock.GetUtcNow().AddHours(-1)));
    }

    [Fact]
    public async Task Reading_from_the_cache_alone_notes_nothing()
    {
        await _provider.ReadAsync();
        var before = _provider.Session.Cache.Sightings.Read("Officer");
        _provider.With(Officer("O3"));

        await _provider.ReadAsync(Freshness.Never);

        Assert.Equal(before, _provider.Session.Cache.Sightings.Read("Officer"));
    }

    [Fact]
    public async Task By_MIS_Value_a_linked_account_that_was_deleted_is_broken_and_can_be_forgotten()
    {
        using var provider = new Provider(LinkBy.MisValue).With(
            Officer("O1"),
            Assessor("11", misId: "O1"),
            Assessor("21", misId: "O1", centre: "2"),
            Assessor("22", centre: "2", name: "Morag Iveson")
        );
        var since = await YesterdayAsync(provider);
        provider.Onefile.Assessors.RemoveAll(row => row.AssessorId == "21");

        var broken = Assert.Single(await NewsAsync(since, provider), entry => entry.OnefileId == "21");
        Assert.Equal((LinkState.Broken, "O1"), (broken.State, broken.Ident));

        Assert.True(Assert.Single(await provider.RemoveAsync(null, "21")).Done);
        Assert.Equal(["11"], (await provider.ReadAsync()).OfIdent("O1").Select(entry => entry.OnefileId));
        Assert.DoesNotContain(provider.Onefile.Calls, call => call.StartsWith("write", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_MIS_Value_an_archived_account_that_searches_hide_is_broken()
    {
        using var provider = new Provider(LinkBy.MisValue).With(Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", name: "Morag Iveson"));
        await provider.ReadAsync();
        provider.EditAssessor("11", row => row with { Archived = true });
        provider.Onefile.Unlisted.Add("11");

        Assert.Equal(LinkState.Broken, Assert.Single((await provider.ReadAsync()).OfIdent("O1")).State);
    }
}
