using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Reporting;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Reporting;

/// <summary>What a person has to key into PICSWeb, from putting it on the worklist to seeing it there.</summary>
public sealed class WorklistServiceTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(
        Officer("O1", name: "Ffion Arkwright"),
        Officer("O2", name: "Anwen Zeal"),
        Organisation("P1"),
        Assessor("11"),
        Assessor("12", name: "Anwen Zeal"),
        Placement("21")
    );

    private readonly WorklistService _worklist;

    public WorklistServiceTests()
    {
        _provider.PicsWeb.Writable = false;
        _worklist = _provider.Session.Worklist;
    }

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task It_names_the_page_the_record_the_field_and_both_values()
    {
        _provider.Edit("O1", "SA-1");
        await _provider.SetAsync("O1", "11", force: true);

        var item = Assert.Single(await ReadAsync());

        Assert.Equal(("Officer Summary > Officer Details", "Other System ID"), (item.Page, item.Field));
        Assert.Equal(("Arkwright, Ffion (O1)", "SA-1", "11"), (item.Record, item.OldValue, item.NewValue));
        Assert.Equal(WorklistState.Pending, item.State);
    }

    [Fact]
    public async Task It_goes_screen_by_screen_and_by_the_name_as_PICSWeb_lists_it()
    {
        await _provider.SetAsync("P1", "21", kind: LinkKind.Organisation);
        await _provider.SetAsync("O2", "12");
        await _provider.SetAsync("O1", "11");

        Assert.Equal(["Arkwright, Ffion (O1)", "Zeal, Anwen (O2)", "Tansy Joinery (P1)"], (await ReadAsync()).Select(item => item.Record));
    }

    [Fact]
    public async Task The_same_change_asked_for_twice_is_one_item_and_one_row_of_the_journal()
    {
        await _provider.SetAsync("O1", "11");
        var first = Assert.Single(await ReadAsync());
        await _provider.SetAsync("O1", "11");

        Assert.Equal(first.ItemId, Assert.Single(await ReadAsync()).ItemId);
        Assert.Single(_provider.Journal);
    }

    [Fact]
    public async Task Another_value_for_the_field_takes_the_place_of_the_first()
    {
        await _provider.SetAsync("O1", "11");
        await _provider.SetAsync("O1", "12");

        Assert.Equal("12", Assert.Single(await ReadAsync()).NewValue);
    }

    [Fact]
    public async Task What_is_taken_back_is_not_on_it_any_more()
    {
        await _provider.SetAsync("O1", "11");
        await _provider.RemoveAsync("O1");

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task What_the_next_reading_shows_is_linked_and_gone_from_it()
    {
        await _provider.SetAsync("O1", "11");
        _provider.Edit("O1", "11");

        Assert.Empty(await ReadAsync());
        Assert.Equal(LinkState.Linked, (await _provider.EntryAsync("O1")).State);
    }

    [Fact]
    public async Task Another_value_in_PICSWeb_is_a_drift_and_is_told()
    {
        await _provider.SetAsync("O1", "11");
        _provider.Edit("O1", "12");

        var item = Assert.Single(await ReadAsync());

        Assert.Equal((WorklistState.Drifted, LinkState.Drifted), (item.State, (await _provider.EntryAsync("O1")).State));
        Assert.Contains("'12'", item.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_merged_away_is_a_drift()
    {
        await _provider.SetAsync("O1", "11");
        _provider.PicsWeb.Officers.RemoveAll(officer => officer.OfficerIdent == "O1");

        Assert.Equal(WorklistState.Drifted, Assert.Single(await ReadAsync()).State);
    }

    [Fact]
    public async Task Without_a_list_to_look_at_nobody_knows()
    {
        await _provider.SetAsync("O1", "11");
        _provider.PicsWeb.Missing.Add(PicsWebOperation.OfficersList);

        var item = Assert.Single(await ReadAsync());

        Assert.Equal((WorklistState.Unknown, "O1"), (item.State, item.Record));
    }

    [Fact]
    public async Task A_tick_is_what_a_person_says_and_no_link_yet()
    {
        await _provider.SetAsync("O1", "11");

        Tick(await ReadAsync(), (await ReadAsync())[0].ItemId);

        var item = Assert.Single(await ReadAsync());
        Assert.Equal((WorklistState.KeyedIn, _provider.Clock.GetUtcNow()), (item.State, item.KeyedInAt));
        var entry = await _provider.EntryAsync("O1");
        Assert.Equal(LinkState.Pending, entry.State);
        Assert.Contains("was keyed in, as a person says", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_on_what_is_seen_already_is_no_error_and_an_unknown_item_is_one()
    {
        await _provider.SetAsync("O1", "11");
        var id = (await ReadAsync())[0].ItemId;
        _provider.Edit("O1", "11");

        var ticks = _worklist.Plan(await ReadAsync(), [id, "W0000000000"]);

        Assert.Equal([null, ErrorKinds.WorklistItemUnknown], ticks.Select(tick => tick.Refusal?.Kind));
        Assert.Contains("shows it already", ticks[0].Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_whose_first_write_tells_that_it_cannot_write_gets_a_worklist_too()
    {
        _provider.PicsWeb.Writable = true;
        _provider.PicsWeb.OnCall = call =>
            call.StartsWith("write", StringComparison.Ordinal)
                ? throw ErrorKinds.OperationMissing.For("officers.update", "There is no such route.")
                : Task.CompletedTask;

        var results = await _provider.SetAsync("O1", "11");

        Assert.Equal((true, LinkState.Pending), (Assert.Single(results).Done, results[0].Entry!.State));
        Assert.Equal("11", Assert.Single(await ReadAsync()).NewValue);
    }

    [Fact]
    public async Task What_the_API_writes_after_all_is_not_on_it_any_more()
    {
        await _provider.SetAsync("O1", "11");
        _provider.PicsWeb.Writable = true;

        await _provider.SetAsync("O1", "11");

        Assert.Empty(await ReadAsync());
        Assert.Equal("11", _provider.PicsWeb.Officers[0].AdditionalId);
    }

    private Task<IReadOnlyList<WorklistItem>> ReadAsync() => _worklist.ReconcileAsync(Freshness.Always, _provider.Run);

    private void Tick(IReadOnlyList<WorklistItem> waiting, string id) => _worklist.Tick([.. _worklist.Plan(waiting, [id]).Select(tick => tick.Item!)]);
}
