using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using Xunit;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>Before a link is written, the details say whether its account is in use, where the rows do not; and details of yesterday are no details.</summary>
public sealed class TargetsInUseTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(
        new Officer
        {
            OfficerIdent = "A1",
            OfficerId = "k1",
            FirstName = "Ann",
            Surname = "Pugh",
            Status = "Live",
        },
        new Officer
        {
            OfficerIdent = "A2",
            OfficerId = "k2",
            FirstName = "Bob",
            Surname = "Rees",
            Status = "Live",
        },
        new Assessor
        {
            AssessorId = "11",
            FirstName = "Ann",
            LastName = "Pugh",
            CentreId = "1",
        },
        new Assessor
        {
            AssessorId = "12",
            FirstName = "Bob",
            LastName = "Rees",
            CentreId = "1",
        }
    );

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task An_account_that_only_its_details_show_as_archived_is_refused_and_its_link_is_broken()
    {
        Archive(true);

        Assert.Equal("TargetNotLive", await PlanAsync());
        _provider.Edit("A1", "11");
        Assert.Equal(LinkState.Broken, (await _provider.EntryAsync("A1")).State);
    }

    [Fact]
    public async Task One_call_tells_for_a_day_and_then_it_is_asked_again_either_way()
    {
        await SeenAsync(archived: false, expected: null, calls: 1);
        await SeenAsync(archived: true, expected: null, calls: 1);
        _provider.Clock.Move(DetailsAge.OfALinksTarget.Limit!.Value + TimeSpan.FromMinutes(1));
        await SeenAsync(archived: true, expected: "TargetNotLive", calls: 2);
        await SeenAsync(archived: false, expected: "TargetNotLive", calls: 2);
        _provider.Clock.Move(DetailsAge.OfALinksTarget.Limit!.Value + TimeSpan.FromMinutes(1));
        await SeenAsync(archived: false, expected: null, calls: 3);
    }

    [Fact]
    public async Task What_rows_say_is_not_asked_for_and_nothing_is_asked_of_what_is_not_to_be_written()
    {
        _provider.EditAssessor("11", row => row with { Archived = false });

        Assert.Null(await PlanAsync());
        Assert.Equal("RecordUnknown", await PlanAsync("NOSUCH", "12"));
        Assert.DoesNotContain(_provider.Onefile.Calls, IsLook);
    }

    [Fact]
    public async Task An_account_that_has_gone_meanwhile_is_told_as_one()
    {
        await _provider.ReadAsync();
        _provider.Onefile.Assessors.RemoveAt(0);

        Assert.Equal("RecordUnknown", await PlanAsync());
    }

    [Theory]
    [InlineData("ServerError")]
    [InlineData("AnswerUnreadable")]
    [InlineData("OnefileRefused")]
    [InlineData("OnefileDenied")]
    [InlineData("TimedOut")]
    [InlineData("HostUnreachable")]
    public async Task Nothing_is_linked_to_an_account_that_could_not_be_looked_at_unless_it_is_forced(string error)
    {
        Fail(error, "assessor 11");

        Assert.Equal("TargetNotRead", await PlanAsync());
        Assert.Null(await PlanAsync("A2", "12"));
        Assert.Null(await PlanAsync(force: true));

        _provider.Onefile.OnCall = _ => Task.CompletedTask;
        Assert.Null(await PlanAsync());
    }

    [Fact]
    public async Task One_account_that_could_not_be_looked_at_holds_up_its_own_row_alone()
    {
        Fail("ServerError", "assessor 11");

        Assert.Equal(["TargetNotRead", null], (await PlanBothAsync()).Select(item => item.Refusal?.Kind.Id));
    }

    [Fact]
    public async Task Where_none_can_be_looked_at_one_error_tells_it_for_all_rows()
    {
        Fail("ServerError", "assessor 11", "assessor 12");

        var items = await PlanBothAsync();

        Assert.All(items, item => Assert.Null(item.Change));
        var refusal = Assert.Single(items, item => item.Refusal is not null).Refusal!;
        Assert.Contains("1 more row(s) were not linked for the same reason.", refusal.Message, StringComparison.Ordinal);
        Assert.Single(items, item => item.Skipped is not null);
    }

    [Fact]
    public async Task Another_look_at_a_link_that_stands_changes_nothing_of_it_where_it_fails()
    {
        _provider.Edit("A1", "11");
        Fail("OnefileDenied", "assessor 11");

        var seen = await _provider.Links.LookAtAsync(await _provider.ReadAsync(), ["11"], always: true, _provider.Run);

        Assert.Equal(LinkState.Linked, Assert.Single(seen.OfIdent("A1")).State);
    }

    private void Fail(string error, params string[] calls)
    {
        var kind = (ErrorKind)typeof(ErrorKinds).GetField(error)!.GetValue(null)!;
        _provider.Onefile.OnCall = call => calls.Contains(call) ? throw kind.For(call, "It stumbled.") : Task.CompletedTask;
    }

    private async Task<IReadOnlyList<LinkPlanItem>> PlanBothAsync()
    {
        var options = _provider.Links.Options(Confidence.Certain, force: false, null);
        LinkRequest[] requests = [new(LinkKind.Officer, "A1", "11"), new(LinkKind.Officer, "A2", "12")];
        var snapshot = await _provider.Links.LookAtTargetsAsync(await _provider.ReadAsync(Freshness.WhenOld), requests, options, _provider.Run);
        return LinkPlanner.Plan(snapshot, requests, options);
    }

    private async Task SeenAsync(bool archived, string? expected, int calls)
    {
        Archive(archived);
        Assert.Equal(expected, await PlanAsync());
        Assert.Equal(calls, _provider.Onefile.Calls.Count(IsLook));
    }

    // Rows that lack the flag, details that have it.
    private void Archive(bool archived)
    {
        _provider.Onefile.RowsLackTheFlag = true;
        _provider.EditAssessor("11", row => row with { Archived = archived });
    }

    private async Task<string?> PlanAsync(string ident = "A1", string id = "11", bool force = false)
    {
        var options = _provider.Links.Options(Confidence.Certain, force, null);
        LinkRequest[] requests = [new(LinkKind.Officer, ident, id)];
        var snapshot = await _provider.Links.LookAtTargetsAsync(await _provider.ReadAsync(Freshness.WhenOld), requests, options, _provider.Run);
        return LinkPlanner.Plan(snapshot, requests, options).Single().Refusal?.Kind.Id;
    }

    private static bool IsLook(string call) => call == "assessor 11" || call == "assessor 12";
}
