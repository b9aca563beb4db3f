using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Reading;

/// <summary>What a customer's administrator sees of lists that came back empty, and how such a list becomes the list.</summary>
public sealed class ShrunkListsTests : IDisposable
{
    private readonly Provider _provider = new(LinkBy.MisValue);

    public ShrunkListsTests() =>
        _provider.With([
            .. Enumerable.Range(1, 12).Select(number => Officer($"O{number}")),
            .. Enumerable.Range(1, 12).Select(number => Assessor($"1{number:00}", misId: $"O{number}")),
            .. Enumerable.Range(1, 12).Select(number => Assessor($"2{number:00}", misId: $"O{number}", centre: "2")),
        ]);

    public void Dispose() => _provider.Dispose();

    private static List<(string?, string?, LinkState)> States(LinkSnapshot snapshot) =>
        [.. snapshot.Entries.Select(entry => (entry.Ident, entry.OnefileId, entry.State))];

    private ShrunkLists Shrunk => _provider.Session.ShrunkLists;

    private async Task AcceptAsync(params GuardedList[] lists)
    {
        foreach (var list in await Shrunk.OfAsync(lists, _provider.Run))
            await Shrunk.AcceptAsync(list, "Update-MappingCache", _provider.Run);
    }

    [Fact]
    public async Task An_outage_of_one_centre_leaves_every_link_as_it_was()
    {
        var before = States(await _provider.ReadAsync());
        _provider.Onefile.Assessors.RemoveAll(row => row.CentreId == "2");

        Assert.Equal(before, States(await _provider.ReadAsync()));
        Assert.Equal(24, before.Count);
        Assert.Equal(
            (GuardedList.Assessor, "2", 12, 0),
            Assert.Single(_provider.Session.Workspace.Withheld.Select(list => (list.List, list.Scope, list.Before!.Value, list.Now)))
        );
    }

    [Fact]
    public async Task A_centre_that_truly_has_nobody_left_is_accepted_by_itself_and_journalled()
    {
        await _provider.ReadAsync();
        _provider.Onefile.Assessors.RemoveAll(row => row.CentreId == "2");
        await _provider.ReadAsync();

        await AcceptAsync(GuardedList.Assessor);

        Assert.Empty(_provider.Session.Workspace.Withheld);
        Assert.Equal(12, (await _provider.ReadAsync()).Sources.Onefile.Count);
        var row = Assert.Single(_provider.Journal, change => change.Kind == "Reading");
        Assert.Equal(("Assessor", "2", "Records", "12", "0", ChangeState.Done), (row.Key, row.CentreId, row.Field, row.OldValue, row.NewValue, row.State));
        Assert.Empty(_provider.Session.Cache.Journal.Open());
    }

    [Fact]
    public async Task What_is_shorter_still_by_then_is_what_is_accepted_and_said()
    {
        await _provider.ReadAsync();
        _provider.PicsWeb.Officers.RemoveRange(0, 8);
        await _provider.ReadAsync();
        var list = Assert.Single(await Shrunk.OfAsync([GuardedList.Officer], _provider.Run));
        Assert.Contains("4 when it was last read, 12 before", list.Action, StringComparison.Ordinal);
        _provider.PicsWeb.Officers.RemoveRange(0, 1);

        var accepted = await Shrunk.AcceptAsync(list, "Update-MappingCache", _provider.Run);

        Assert.True(accepted.IsShorterStill(list));
        Assert.Equal("Accepted: 3 officers, and 12 before.", accepted.Sentence);
        Assert.Equal(3, (await _provider.ReadAsync()).Sources.PicsWeb!.Count);
    }

    [Fact]
    public async Task What_came_back_whole_needs_nobody_and_no_row()
    {
        await _provider.ReadAsync();

        await AcceptAsync(GuardedList.Officer, GuardedList.Assessor);

        Assert.DoesNotContain(_provider.Journal, change => change.Kind == "Reading");
    }

    [Fact]
    public async Task Only_the_named_lists_are_accepted()
    {
        await _provider.ReadAsync();
        _provider.PicsWeb.Officers.Clear();
        _provider.Onefile.Assessors.Clear();
        await _provider.ReadAsync();

        await AcceptAsync(GuardedList.Officer);

        Assert.Equal([GuardedList.Assessor, GuardedList.Assessor], _provider.Session.Workspace.Withheld.Select(list => list.List));
    }

    [Fact]
    public async Task A_centre_that_Onefile_does_not_show_any_more_is_an_outage_until_it_is_accepted()
    {
        await _provider.ReadAsync();
        _provider.Onefile.Centres.RemoveAll(centre => centre.CentreId == "2");
        await _provider.Session.Workspace.OnefileLists.CentresAsync(Freshness.Always, _provider.Run);

        var gone = Assert.Single(_provider.Session.Workspace.Withheld);
        Assert.Equal(("2", true), (gone.Scope, gone.CentreIsGone));
        Assert.Contains("does not show the centre any more, and 12 were there before", gone.Sentence, StringComparison.Ordinal);

        await AcceptAsync(GuardedList.Assessor);

        Assert.Empty(_provider.Session.Workspace.Withheld);
        Assert.Equal(("12", "0"), _provider.Journal.Where(change => change.Kind == "Reading").Select(change => (change.OldValue, change.NewValue)).Single());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_of_a_centre_that_has_gone_is_listed_or_proposed_although_single_reads_find_the_linked_accounts(bool accepted)
    {
        await _provider.ReadAsync();
        _provider.Onefile.Centres.RemoveAll(centre => centre.CentreId == "2");
        var workspace = _provider.Session.Workspace;
        await workspace.OnefileLists.CentresAsync(Freshness.Always, _provider.Run);
        if (accepted)
            await AcceptAsync(GuardedList.Assessor);

        var listed = await new LinkedRecords(workspace).AssessorsAsync(new RecordFilter(), Freshness.WhenOld, _provider.Run);
        var named = await new LinkedRecords(workspace).AssessorsAsync(new RecordFilter { CentreId = "2" }, Freshness.WhenOld, _provider.Run);
        var request = new CandidateRequest { IncludeUnmatched = true, All = true };
        var found = await new CandidateService(workspace).FindAsync(LinkKind.Officer, request, _provider.Run);

        Assert.Equal(12, listed.Count);
        Assert.All(listed, row => Assert.Equal("1", row.CentreId));
        Assert.Empty(named);
        Assert.DoesNotContain(found.Candidates, row => ((ILinkPair)row).OnefileId?.StartsWith('2') == true);
    }

    [Fact]
    public async Task Without_an_earlier_list_no_link_is_recorded_forgotten_or_told_to_have_gone()
    {
        await _provider.ReadAsync();
        var links = _provider.Ledger.Links(LinkKind.Officer).Count;
        _provider.Session.Cache.Clear();
        _provider.PicsWeb.Officers.Clear();

        var snapshot = await _provider.ReadAsync();

        Assert.False(snapshot.Sources.PicsWebIsAvailable);
        Assert.Equal(links, _provider.Ledger.Links(LinkKind.Officer).Count);
        Assert.All(_provider.Session.Cache.Sightings.Read("Officer"), sighting => Assert.True(sighting.Live));
    }

    [Fact]
    public async Task An_acceptance_is_no_change_that_could_be_undone()
    {
        await _provider.ReadAsync();
        _provider.PicsWeb.Officers.Clear();
        await AcceptAsync(GuardedList.Officer);

        var plan = await _provider.Session.Undo.PlanAsync(_provider.Journal.Single(change => change.Kind == "Reading").RunId, null, _provider.Run);

        Assert.All(plan.Items, item => Assert.Null(item.Change));
        Assert.Equal("the run did not make this change", Assert.Single(plan.Items).Skipped);
    }

    [Fact]
    public async Task The_journal_comes_before_the_acceptance()
    {
        await _provider.ReadAsync();
        _provider.PicsWeb.Officers.Clear();
        var list = Assert.Single(await Shrunk.OfAsync([GuardedList.Officer], _provider.Run));
        _provider.PicsWeb.OnCall = _ => throw ErrorKinds.TimedOut.For(null, "slow");

        await Assert.ThrowsAsync<PicsOnefileException>(() => Shrunk.AcceptAsync(list, "Update-MappingCache", _provider.Run));

        Assert.DoesNotContain(_provider.Journal, change => change.Kind == "Reading");
        Assert.Equal(12, _provider.Session.Cache.Records.Reading<Officer>()!.AcceptedRows);
    }

    [Fact]
    public async Task A_written_MIS_Value_is_not_answered_from_an_earlier_look_up()
    {
        // An account that searches hide and a recorded link knows.
        _provider.Onefile.Unlisted.Add("101");
        await _provider.SetAsync("O1", "101", force: true);
        _provider.Onefile.Unlisted.Remove("101");
        await _provider.ReadAsync();
        _provider.Onefile.Unlisted.Add("101");
        Assert.Equal("O1", (await _provider.ReadAsync()).Onefile("101")!.MisId);

        await _provider.RemoveAsync("O1", "101");

        Assert.True(string.IsNullOrEmpty((await _provider.ReadAsync(Freshness.WhenOld)).Onefile("101")?.MisId));
    }

    private async Task DetailAsync()
    {
        await _provider.ReadAsync();
        var lists = _provider.Session.Workspace.OnefileLists;
        await _provider.Session.Workspace.OnefileDetails.DetailAsync(await lists.AssessorsAsync(Freshness.Never, _provider.Run), _provider.Run);
    }

    [Fact]
    public async Task What_single_reads_say_is_gone_can_be_accepted_is_journalled_and_does_not_come_back()
    {
        for (var number = 1; number <= 7; number++)
            _provider.Onefile.Unreadable.Add($"2{number:00}");
        await DetailAsync();
        Assert.Equal((12, 5, true), Assert.Single(_provider.Session.Workspace.Withheld.Select(list => (list.Before!.Value, list.Now, list.BySingleReads))));

        await AcceptAsync(GuardedList.Assessor);

        Assert.Empty(_provider.Session.Workspace.Withheld);
        var row = Assert.Single(_provider.Journal, change => change.Kind == "Reading");
        Assert.Equal(("Assessor", "2", "12", "5", ChangeState.Done), (row.Key, row.CentreId, row.OldValue, row.NewValue, row.State));
        for (var time = 0; time < 2; time++)
        {
            await DetailAsync();
            Assert.Empty(_provider.Session.Workspace.Withheld);
        }
    }

    [Fact]
    public async Task What_goes_after_that_is_another_matter_and_so_is_a_list_that_becomes_shorter_itself()
    {
        for (var number = 1; number <= 7; number++)
            _provider.Onefile.Unreadable.Add($"1{number:00}");
        await DetailAsync();
        await AcceptAsync(GuardedList.Assessor);

        // Six of those that were gone leave the list as well: one is accepted as gone still, and four more are too many.
        _provider.Onefile.Assessors.RemoveAll(row => row.AssessorId is "101" or "102" or "103" or "104" or "105");
        await DetailAsync();
        Assert.Empty(_provider.Session.Workspace.Withheld);
        for (var number = 8; number <= 12; number++)
            _provider.Onefile.Unreadable.Add($"1{number:00}");
        await DetailAsync();

        var withheld = Assert.Single(_provider.Session.Workspace.Withheld);
        Assert.Equal(("1", 0, true), (withheld.Scope, withheld.Now, withheld.BySingleReads));
    }

    [Fact]
    public async Task Where_the_right_is_back_by_then_nothing_is_accepted()
    {
        for (var number = 1; number <= 7; number++)
            _provider.Onefile.Unreadable.Add($"2{number:00}");
        await DetailAsync();
        _provider.Onefile.Unreadable.Clear();

        var accepted = await Shrunk.AcceptAsync(
            (await Shrunk.OfAsync([GuardedList.Assessor], _provider.Run)).Single(list => list.Withheld is not null),
            "Update-MappingCache",
            _provider.Run
        );

        Assert.Null(accepted.Now);
        Assert.Empty(_provider.Session.Workspace.Withheld);
        Assert.DoesNotContain(_provider.Journal, change => change.Kind == "Reading");
        Assert.Equal(24, (await _provider.ReadAsync(Freshness.Never)).Sources.Onefile.Count);
    }
}
