using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Reading;

public sealed class OnefileLookUpsTests : IDisposable
{
    private readonly Provider _provider = new();

    public void Dispose() => _provider.Dispose();

    private int LookUps => _provider.Onefile.Calls.Count(call => call.StartsWith("assessor ", StringComparison.Ordinal));

    private async Task<LinkState> StateAsync(Freshness freshness = Freshness.WhenOld) => (await _provider.EntryAsync("O1", freshness)).State;

    private Provider Dead(int count) => _provider.With([.. Enumerable.Range(1, count).Select(number => Officer($"O{number}", $"{900000 + number}"))]);

    [Fact]
    public async Task An_account_that_no_list_shows_and_a_single_read_finds_is_linked()
    {
        _provider.With(Officer("O1", "11"), Assessor("11")).Onefile.Unlisted.Add("11");

        Assert.Equal(LinkState.Linked, await StateAsync());
    }

    [Fact]
    public async Task An_archived_account_that_searches_leave_out_is_broken_and_known_by_name()
    {
        _provider.With(Officer("O1", "11"), Assessor("11", archived: true)).Onefile.Unlisted.Add("11");

        var entry = await _provider.EntryAsync("O1");

        Assert.Equal((LinkState.Broken, "Ffion Arkwright"), (entry.State, entry.Onefile?.DisplayName));
    }

    [Fact]
    public async Task A_dead_ID_is_looked_up_once_and_remembered_for_as_long_as_lists_are()
    {
        Dead(1);

        Assert.Equal(LinkState.Broken, await StateAsync());
        Assert.Equal(LinkState.Broken, await StateAsync());
        Assert.Equal(1, LookUps);

        _provider.Clock.Move(TimeSpan.FromHours(2));
        await StateAsync();
        Assert.Equal(2, LookUps);
    }

    [Fact]
    public async Task Refresh_looks_up_again()
    {
        Dead(1);
        await StateAsync();

        await StateAsync(Freshness.Always);

        Assert.Equal(2, LookUps);
    }

    [Fact]
    public async Task Offline_nobody_is_asked_and_what_was_not_looked_up_is_unknown()
    {
        Dead(1);
        await _provider.Session.Workspace.PicsWebLists.OfficersAsync(Freshness.Always, _provider.Run);
        await _provider.Session.Workspace.OnefileLists.AssessorsAsync(Freshness.Always, _provider.Run);

        Assert.Equal(LinkState.Unknown, await StateAsync(Freshness.Never));
        Assert.Equal(0, LookUps);

        await StateAsync();
        Assert.Equal(LinkState.Broken, await StateAsync(Freshness.Never));
    }

    [Fact]
    public async Task Thousands_of_dead_IDs_are_looked_up_a_hundred_at_a_time_and_the_rest_is_unknown()
    {
        Dead(250);

        var first = await _provider.ReadAsync(Freshness.WhenOld);
        Assert.Equal(
            (100, 150),
            (first.Entries.Count(entry => entry.State == LinkState.Broken), first.Entries.Count(entry => entry.State == LinkState.Unknown))
        );
        Assert.Contains(_provider.Log.Everything, line => line.Contains("150 Onefile ID(s)", StringComparison.Ordinal));

        await _provider.ReadAsync(Freshness.WhenOld);
        var third = await _provider.ReadAsync(Freshness.WhenOld);
        Assert.All(third.Entries, entry => Assert.Equal(LinkState.Broken, entry.State));
        Assert.Equal(250, LookUps);
    }

    [Fact]
    public async Task A_number_that_Onefile_refuses_as_an_ID_is_none_of_its_records()
    {
        Dead(1);
        _provider.Onefile.OnCall = call => call == "assessor 900001" ? throw ErrorKinds.OnefileRefused.For("900001", "-1") : Task.CompletedTask;

        Assert.Equal(LinkState.Broken, await StateAsync());
    }

    [Fact]
    public async Task An_ID_that_Onefile_stumbles_over_hides_no_other_link()
    {
        _provider.With(Officer("O1", "99"), Officer("O2", "11"), Assessor("11"));
        _provider.Onefile.OnCall = call => call == "assessor 99" ? throw ErrorKinds.ServerError.For("99", "500") : Task.CompletedTask;

        var snapshot = await _provider.ReadAsync();

        Assert.Equal((LinkState.Unknown, LinkState.Linked), (snapshot.OfIdent("O1").Single().State, snapshot.OfIdent("O2").Single().State));
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_an_error_and_breaks_no_link()
    {
        Dead(1);
        _provider.Onefile.OnCall = call => call == "assessor 900001" ? throw ErrorKinds.HostUnreachable.For(null, "gone") : Task.CompletedTask;

        await Assert.ThrowsAsync<PicsOnefileException>(() => StateAsync());
    }
}
