using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>What an earlier process left open is settled when a connection is opened.</summary>
public sealed class OpenIntentsTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(Officer("O1"), Officer("O2"), Assessor("11"), Assessor("12"));
    private readonly Provider _byMis = new Provider(LinkBy.MisValue).With(Officer("O1"), Assessor("11"));

    public void Dispose()
    {
        _provider.Dispose();
        _byMis.Dispose();
    }

    private static async Task SettleAsync(Provider provider)
    {
        provider.Clock.Move(TimeSpan.FromMinutes(10));
        await provider.Session.Changes.RecoverAsync(provider.Run);
    }

    private static void Left(Provider provider, string kind, string key, string field, string? from, string? to) =>
        provider.Session.Cache.Journal.Append([
            new Change
            {
                RunId = provider.Session.Cache.Journal.BeginRun("Set-OfficerLink"),
                ChangeId = Guid.NewGuid().ToString("N"),
                Environment = OnefileEnvironment.Live,
                Kind = kind,
                Key = key,
                Field = field,
                OldValue = from,
                NewValue = to,
                Ident = "O1",
                CentreId = "1",
                State = ChangeState.Intended,
            },
        ]);

    [Fact]
    public async Task A_link_that_was_written_before_the_process_ended_is_linked_by_whoever_ran_it()
    {
        await _provider.ReadAsync();
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");
        _provider.Edit("O1", "11");

        await SettleAsync(_provider);

        var link = Assert.Single(_provider.Ledger.Links(LinkKind.Officer));
        Assert.Equal(("11", "1", _provider.Journal[0].Actor), (link.OnefileId, link.CentreId, link.LinkedBy));
        Assert.Equal(LinkState.Linked, (await _provider.EntryAsync("O1", Freshness.WhenOld)).State);
    }

    [Fact]
    public async Task A_run_that_finds_nothing_to_do_settles_what_an_earlier_one_left_open()
    {
        _provider.Edit("O1", "11");
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");
        _provider.Clock.Move(TimeSpan.FromMinutes(10));

        await _provider.Links.RecoverAndTakeSnapshotAsync(LinkKind.Officer, Freshness.WhenOld, _provider.Run);

        Assert.Empty(_provider.Session.Cache.Journal.Open());
        Assert.Equal(ChangeState.Done, _provider.Journal[^1].State);
    }

    [Fact]
    public async Task A_link_that_was_taken_off_before_the_process_ended_is_no_drift()
    {
        _provider.Edit("O1", "11");
        await _provider.ReadAsync();
        Left(_provider, "Officer", "O1", "AdditionalId", "11", null);
        _provider.Edit("O1", null);

        await SettleAsync(_provider);

        Assert.Equal(LinkState.Unlinked, (await _provider.EntryAsync("O1", Freshness.WhenOld)).State);
    }

    [Fact]
    public async Task A_MIS_Value_that_was_written_before_the_process_ended_is_linked_although_the_cache_is_older()
    {
        await _byMis.ReadAsync();
        Left(_byMis, "Assessor", "11", "MisId", null, "O1");
        _byMis.EditAssessor("11", row => row with { MisId = "O1" });

        await SettleAsync(_byMis);

        Assert.Equal(LinkState.Linked, (await _byMis.EntryAsync("O1", Freshness.WhenOld)).State);
        Assert.Equal("O1", Assert.Single(_byMis.Ledger.Links(LinkKind.Officer)).Ident);
    }

    [Fact]
    public async Task A_link_that_was_not_written_is_not_remembered()
    {
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");

        await SettleAsync(_provider);

        Assert.Equal(ChangeState.Skipped, _provider.Journal[^1].State);
        Assert.Empty(_provider.Ledger.Links(LinkKind.Officer));
    }

    [Fact]
    public async Task A_change_that_was_taken_back_before_the_process_ended_is_marked_as_taken_back()
    {
        await _provider.SetAsync("O1", "11");
        var made = _provider.Journal[^1];
        _provider.Session.Cache.Journal.Append([
            made with
            {
                RunId = _provider.Session.Cache.Journal.BeginRun("Undo-LinkChange"),
                ChangeId = "undo",
                OldValue = "11",
                NewValue = null,
                Reason = $"Undo of run {made.RunId}. wrong file",
                State = ChangeState.Intended,
            },
        ]);
        _provider.Edit("O1", null);

        await SettleAsync(_provider);

        Assert.Equal(ChangeState.Undone, _provider.Journal.Last(row => row.ChangeId == made.ChangeId).State);
        Assert.Equal(ChangeState.Done, _provider.Journal.Last(row => row.ChangeId == "undo").State);
    }

    [Fact]
    public async Task An_intent_from_before_the_clock_was_put_back_is_settled_too()
    {
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");
        _provider.Clock.Move(TimeSpan.FromHours(-3));

        await SettleAsync(_provider);

        Assert.Empty(_provider.Session.Cache.Journal.Open());
    }

    [Fact]
    public async Task An_intent_that_is_a_little_ahead_of_the_clock_may_be_another_computers_and_is_left_alone()
    {
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");
        _provider.Clock.Move(TimeSpan.FromMinutes(-12));

        await SettleAsync(_provider);

        Assert.Single(_provider.Session.Cache.Journal.Open());
    }

    [Fact]
    public async Task The_next_run_of_a_connection_that_stays_open_settles_too()
    {
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");
        _provider.Edit("O1", "11");
        _provider.Clock.Move(TimeSpan.FromMinutes(10));

        await _provider.SetAsync("O2", "12");

        Assert.Empty(_provider.Session.Cache.Journal.Open());
        Assert.Equal(["11", "12"], _provider.Ledger.Links(LinkKind.Officer).Select(link => link.OnefileId).Order());
    }

    [Fact]
    public async Task Where_nothing_is_open_nobody_is_asked()
    {
        await SettleAsync(_provider);

        Assert.Empty(_provider.PicsWeb.Calls.Concat(_provider.Onefile.Calls));
    }

    [Fact]
    public async Task Only_the_lists_of_what_is_open_are_read()
    {
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");

        await SettleAsync(_provider);

        Assert.Equal(["OfficersList", "read Officer kO1"], _provider.PicsWeb.Calls);
        Assert.Empty(_provider.Onefile.Calls);
    }

    [Fact]
    public async Task An_officer_of_an_exported_list_has_no_key_to_ask_by_and_the_intent_stays_open()
    {
        Left(_provider, "Officer", "O1", "AdditionalId", null, "11");
        _provider.PicsWeb.Officers[0] = _provider.PicsWeb.Officers[0] with { OfficerId = "" };

        await SettleAsync(_provider);

        Assert.Single(_provider.Session.Cache.Journal.Open());
    }
}
