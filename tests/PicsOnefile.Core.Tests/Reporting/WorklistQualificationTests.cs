using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Qualifications;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;

namespace PicsOnefile.Core.Tests.Reporting;

/// <summary>VQ References that a person keys in.</summary>
public sealed class WorklistQualificationTests : IDisposable
{
    private readonly TwoSystems _systems = new() { CanWrite = false };

    public WorklistQualificationTests() =>
        _systems.Aims.AddRange([Aim("196AS"), Aim("196OP", "Business Administrator On-Programme"), Aim("196GW", "Business Administrator Gateway")]);

    public void Dispose() => _systems.Dispose();

    [Fact]
    public async Task It_says_to_add_a_qualification_or_to_edit_where_PICSWeb_allows_it()
    {
        _systems.Qualifications.Add(Qualification("1", "Business Administrator", "ZZZ", "196"));
        await SetAsync();

        var item = Assert.Single(await ReadAsync());

        Assert.Equal(
            ("Qualification Configuration", "Business Administrator (1)", "VQ Reference", "ZZZ", "196AS"),
            (item.Page, item.Record, item.Field, item.OldValue, item.NewValue)
        );
        Assert.Equal("Add a qualification with this reference, or edit where your PICSWeb allows it.", item.Detail);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_ways_of_keying_it_in_are_seen(bool addsAnother)
    {
        _systems.Qualifications.Add(Qualification("1", "Business Administrator", "ZZZ", "196"));
        await SetAsync();

        if (addsAnother)
            _systems.Qualifications.Add(Qualification("2", "Business Administrator (Onefile)", "196AS", "196"));
        else
            _systems.Qualifications[0] = _systems.Qualifications[0] with { VqReference = "196AS" };

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task References_that_are_to_change_places_wait_until_both_did()
    {
        _systems.Qualifications.AddRange([Qualification("1", "On-programme", "196GW", "196"), Qualification("2", "Gateway", "196OP", "196")]);
        await SetAsync();
        Assert.Equal(2, (await ReadAsync()).Count);

        _systems.Qualifications[0] = _systems.Qualifications[0] with { VqReference = "196OP" };
        Assert.Equal("196GW", Assert.Single(await ReadAsync()).NewValue);
        _systems.Qualifications[1] = _systems.Qualifications[1] with { VqReference = "196GW" };
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_qualification_that_is_to_be_added_is_on_it_by_its_title_until_one_carries_the_reference()
    {
        await SetAsync(new VqPlanOptions(Create: true), row => row.Component == StandardComponentKind.OnProgramme);

        var item = Assert.Single(await ReadAsync());
        Assert.Equal(
            ("Qualification Configuration > Add a New Qualification", "Business Administrator On-Programme", "196OP"),
            (item.Page, item.Record, item.NewValue)
        );

        _systems.Qualifications.Add(Qualification("9", "On-programme", "196OP"));
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Asking_for_the_reference_that_it_carries_takes_the_change_off_again()
    {
        _systems.Qualifications.Add(Qualification("1", "Business Administrator", "196OP", "196"));
        await SetAsync(request: new VqRequest("196", StandardComponentKind.Standard, "196AS", "1"));
        Assert.Single(await ReadAsync());

        await SetAsync(request: new VqRequest(Code: "196OP", QualificationId: "1"));

        Assert.Empty(await ReadAsync());
        Assert.Equal("196OP", _systems.Reference("1"));
        Assert.Single(_systems.Cache.Journal.Read(new PicsOnefile.Cache.JournalFilter()));
    }

    [Fact]
    public async Task A_qualification_that_is_not_to_be_added_any_more_is_taken_off_and_the_journal_says_so()
    {
        await SetAsync(new VqPlanOptions(Create: true), row => row.Component == StandardComponentKind.OnProgramme);
        var worklist = _systems.Session.Worklist;
        var item = Assert.Single(await ReadAsync());
        worklist.Tick([item]);

        var tick = Assert.Single(worklist.Plan(await ReadAsync(), [item.ItemId], notWanted: true));
        worklist.Withdraw([tick.Item!]);

        Assert.Empty(await ReadAsync());
        Assert.Equal(
            [ChangeState.Skipped, ChangeState.Undone],
            _systems.Cache.Journal.Read(new PicsOnefile.Cache.JournalFilter(Key: "196OP")).Select(row => row.State)
        );
        Assert.Contains("not wanted", Assert.Single(worklist.Plan([], [item.ItemId])).Skipped, StringComparison.Ordinal);
        await SetAsync(new VqPlanOptions(Create: true), row => row.Component == StandardComponentKind.OnProgramme);
        Assert.Equal(WorklistState.Pending, Assert.Single(await ReadAsync()).State);
    }

    private Task<IReadOnlyList<WorklistItem>> ReadAsync() => _systems.Session.Worklist.ReconcileAsync(Freshness.Always, _systems.Run);

    private async Task SetAsync(VqPlanOptions? options = null, Func<StandardVqReference, bool>? which = null, VqRequest? request = null)
    {
        var standards = _systems.Session.Standards;
        var snapshot = await standards.TakeSnapshotAsync(Freshness.Always, _systems.Run);
        var requests = request is not null
            ? [request]
            : snapshot
                .References.Where(which ?? (row => row.State == VqState.Wrong))
                .Select(row => new VqRequest(row.StandardCode, row.Component) { State = row.State });
        await standards.ApplyAsync(
            "Set-StandardVqReference",
            snapshot,
            StandardService.Plan(snapshot, [.. requests], options ?? standards.Options(false, null, false), _systems.Run),
            _systems.Run
        );
    }
}
