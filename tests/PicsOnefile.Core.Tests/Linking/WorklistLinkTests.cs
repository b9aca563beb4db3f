using System;
using System.Threading.Tasks;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>Links of a tenant whose API cannot write: a person keys them in.</summary>
public sealed class WorklistLinkTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(Officer("O1"), Assessor("11"), Assessor("12"));

    public WorklistLinkTests() => _provider.PicsWeb.Writable = false;

    public void Dispose() => _provider.Dispose();

    private async Task<LinkState> StateAsync() => (await _provider.EntryAsync("O1")).State;

    [Fact]
    public async Task What_the_API_cannot_write_is_pending_with_a_warning_and_stands_in_the_journal()
    {
        var result = Assert.Single(await _provider.SetAsync("O1", "11"));

        Assert.Equal((true, LinkState.Pending), (result.Done, result.Entry!.State));
        Assert.Equal((LinkState.Pending, "11"), (await StateAsync(), (await _provider.EntryAsync("O1")).OnefileId));
        Assert.Equal(ChangeState.Skipped, Assert.Single(_provider.Journal).State);
        Assert.Contains(_provider.Log.Everything, line => line.Contains("Officer Details > Other System ID", StringComparison.Ordinal));
        Assert.DoesNotContain(_provider.PicsWeb.Calls, call => call.StartsWith("write", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_keyed_in_it_is_linked_by_whoever_asked_for_it()
    {
        await _provider.SetAsync("O1", "11");
        _provider.Edit("O1", "11");

        Assert.Equal(LinkState.Linked, await StateAsync());
        var link = Assert.Single(_provider.Ledger.Links(LinkKind.Officer));
        Assert.Equal((false, RunningAccount.Name), (link.Pending, link.LinkedBy));
    }

    [Fact]
    public async Task Another_value_than_the_one_on_the_worklist_is_a_drift()
    {
        await _provider.SetAsync("O1", "11");
        _provider.Edit("O1", "12");

        Assert.Equal(LinkState.Drifted, await StateAsync());
    }

    [Theory]
    [InlineData("12")]
    [InlineData("SA-1")]
    public async Task A_value_that_is_to_be_replaced_keeps_the_link_pending_until_somebody_changes_it(string before)
    {
        _provider.Edit("O1", before);

        await _provider.SetAsync("O1", "11", force: true);

        Assert.Equal(LinkState.Pending, await StateAsync());
        _provider.Edit("O1", null);
        Assert.Equal(LinkState.Drifted, await StateAsync());
    }

    [Fact]
    public async Task A_link_on_the_worklist_takes_its_account_out_of_the_game()
    {
        await _provider.SetAsync("O1", "11");

        Assert.Equal(LinkState.Pending, Assert.Single((await _provider.ReadAsync()).OfOnefileId("11")).State);
    }

    [Fact]
    public async Task A_link_on_the_worklist_can_be_withdrawn()
    {
        await _provider.SetAsync("O1", "11");

        var result = Assert.Single(await _provider.RemoveAsync("O1"));

        Assert.Equal((true, LinkState.Unlinked), (result.Done, result.Entry!.State));
        Assert.Equal(LinkState.Unlinked, await StateAsync());
    }

    [Fact]
    public async Task Taking_off_a_link_by_hand_is_pending_until_the_field_is_empty_and_then_no_drift()
    {
        _provider.Edit("O1", "11");
        await _provider.ReadAsync();

        Assert.Equal(LinkState.Pending, Assert.Single(await _provider.RemoveAsync("O1")).Entry!.State);
        Assert.Equal(LinkState.Pending, await StateAsync());

        _provider.Edit("O1", null);
        Assert.Equal(LinkState.Unlinked, await StateAsync());
        Assert.Empty(_provider.Ledger.Links(LinkKind.Officer));
    }

    [Fact]
    public async Task A_removal_on_the_worklist_is_not_put_there_twice()
    {
        _provider.Edit("O1", "11");
        await _provider.RemoveAsync("O1");

        await _provider.RemoveAsync("O1");

        Assert.Single(_provider.Journal);
        Assert.Equal(LinkState.Pending, await StateAsync());
    }

    [Fact]
    public async Task A_removal_on_the_worklist_is_withdrawn_by_setting_the_link_again()
    {
        _provider.Edit("O1", "11");
        await _provider.RemoveAsync("O1");

        await _provider.SetAsync("O1", "11");

        Assert.Equal(LinkState.Linked, await StateAsync());
    }

    [Fact]
    public async Task A_link_that_waits_survives_offline_reading()
    {
        await _provider.SetAsync("O1", "11");

        Assert.Equal(LinkState.Pending, (await _provider.EntryAsync("O1", Freshness.Never)).State);
        Assert.Equal(2, (await _provider.ReadAsync(Freshness.Never)).Entries.Count);
    }

    [Fact]
    public async Task A_newer_export_is_read_although_the_reading_of_the_older_one_is_young()
    {
        var export = System.IO.Path.Combine(_provider.Folder, "officers.csv");
        System.IO.File.WriteAllText(export, "exported on Monday");
        _provider.PicsWeb.Source = new("Exported list", export);
        await _provider.SetAsync("O1", "11");
        _provider.Edit("O1", "11");
        Assert.Equal(LinkState.Pending, (await _provider.EntryAsync("O1", Freshness.WhenOld)).State);

        System.IO.File.WriteAllText(export, "exported on Tuesday, and longer");

        Assert.Equal(LinkState.Linked, (await _provider.EntryAsync("O1", Freshness.WhenOld)).State);
    }
}
