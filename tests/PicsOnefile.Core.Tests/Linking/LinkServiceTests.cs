using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

public sealed class LinkServiceTests : IDisposable
{
    private readonly Provider _provider = new();
    private readonly Provider _byMis = new(LinkBy.MisValue);

    public void Dispose()
    {
        _provider.Dispose();
        _byMis.Dispose();
    }

    [Fact]
    public async Task A_link_that_was_never_seen_before_and_is_taken_off_is_unlinked_and_has_not_drifted()
    {
        _provider.With(Officer("O1", "11"), Assessor("11"));

        await _provider.RemoveAsync("O1");

        Assert.Equal(LinkState.Unlinked, (await _provider.EntryAsync("O1")).State);
        Assert.Empty(_provider.Ledger.Links(LinkKind.Officer));
    }

    [Fact]
    public async Task A_link_is_written_recorded_and_seen_at_once_without_reading_anew()
    {
        _provider.With(Officer("O1"), Assessor("11"));

        var result = Assert.Single(await _provider.SetAsync("O1", "11"));
        var calls = _provider.PicsWeb.Calls.Count;
        var entry = await _provider.EntryAsync("O1", Freshness.WhenOld);

        Assert.Equal((true, LinkState.Linked), (result.Done, result.Entry!.State));
        Assert.Equal(("11", LinkState.Linked, RunningAccount.Name), (_provider.PicsWeb.Officers[0].AdditionalId, entry.State, entry.LinkedBy));
        Assert.Equal(calls, _provider.PicsWeb.Calls.Count);
    }

    [Fact]
    public async Task A_rejection_is_taken_back_by_the_link_and_not_by_a_write_that_failed()
    {
        _provider.With(Officer("O1"), Assessor("11"));
        await _provider.ReadAsync();
        RejectedPairs.Keep(_provider.Ledger, OnefileEnvironment.Live, [(LinkKind.Officer, "O1", "11")]);
        _provider.PicsWeb.OnCall = call =>
            call.StartsWith("write", StringComparison.Ordinal) ? throw ErrorKinds.PicsWebDenied.For("O1", "No.") : Task.CompletedTask;

        Assert.False(Assert.Single(await _provider.SetAsync("O1", "11")).Done);
        Assert.True(IsRejected());

        _provider.PicsWeb.OnCall = _ => Task.CompletedTask;
        Assert.True(Assert.Single(await _provider.SetAsync("O1", "11")).Done);
        Assert.False(IsRejected());

        bool IsRejected() => RejectedPairs.Read(_provider.Ledger, LinkKind.Officer, OnefileEnvironment.Live).Has("O1", "11");
    }

    [Fact]
    public async Task A_link_by_MIS_Value_is_written_to_the_account_and_seen_at_once()
    {
        _byMis.With(Officer("O1"), Assessor("11"), Assessor("12", centre: "2"));

        await _byMis.SetAsync("O1", "11");
        await _byMis.SetAsync("O1", "12");

        Assert.Equal(["O1", "O1"], _byMis.Onefile.Assessors.Select(assessor => assessor.MisId));
        Assert.All((await _byMis.ReadAsync(Freshness.WhenOld)).OfIdent("O1"), entry => Assert.Equal(LinkState.Linked, entry.State));
        Assert.Equal(["1", "2"], _byMis.Ledger.Links(LinkKind.Officer).Select(link => link.CentreId));
    }

    [Fact]
    public async Task Organisations_are_linked_by_the_same_service()
    {
        _provider.With(Organisation("P1"), Placement("21"));
        _byMis.With(Organisation("P1"), Placement("21"));

        await _provider.SetAsync("P1", "21", kind: LinkKind.Organisation);
        await _byMis.SetAsync("P1", "21", kind: LinkKind.Organisation);

        Assert.Equal("21", _provider.PicsWeb.Organisations[0].AdditionalId);
        Assert.Equal("P1", _byMis.Onefile.Placements[0].MisId);
    }

    [Fact]
    public async Task A_link_that_is_taken_off_is_forgotten_and_is_no_drift()
    {
        _provider.With(Officer("O1"), Assessor("11"));
        await _provider.SetAsync("O1", "11");

        var result = Assert.Single(await _provider.RemoveAsync("O1"));

        Assert.Equal(LinkState.Unlinked, result.Entry!.State);
        Assert.Equal(LinkState.Unlinked, (await _provider.EntryAsync("O1")).State);
        Assert.Empty(_provider.Ledger.Links(LinkKind.Officer));
    }

    [Fact]
    public async Task A_link_that_is_replaced_leaves_no_trace_of_the_old_one()
    {
        _provider.With(Officer("O1"), Assessor("11"), Assessor("12"));
        await _provider.SetAsync("O1", "11");

        await _provider.SetAsync("O1", "12", force: true);

        Assert.Equal("12", Assert.Single(_provider.Ledger.Links(LinkKind.Officer)).OnefileId);
        Assert.Equal(LinkState.Linked, (await _provider.EntryAsync("O1")).State);
    }

    [Fact]
    public async Task A_link_that_was_there_before_is_recorded_when_it_is_first_seen_and_by_nobody()
    {
        _provider.With(Officer("O1", "11"), Assessor("11"));

        await _provider.ReadAsync();

        var link = Assert.Single(_provider.Ledger.Links(LinkKind.Officer));
        Assert.Equal(("O1", "11", null, false), (link.Ident, link.OnefileId, link.LinkedBy, link.Pending));
    }

    [Fact]
    public async Task Seeing_a_link_again_changes_neither_since_when_nor_by_whom()
    {
        _provider.With(Officer("O1"), Assessor("11"));
        await _provider.SetAsync("O1", "11");
        var recorded = Assert.Single(_provider.Ledger.Links(LinkKind.Officer));

        _provider.Clock.Move(TimeSpan.FromDays(1));
        await _provider.ReadAsync();

        Assert.Equal(recorded, Assert.Single(_provider.Ledger.Links(LinkKind.Officer)));
    }

    [Fact]
    public async Task A_link_that_somebody_edits_away_stays_drifted_until_it_is_forgotten_or_set_again()
    {
        _provider.With(Officer("O1"), Officer("O2"), Assessor("11"), Assessor("12"));
        await _provider.SetAsync("O1", "11");
        await _provider.SetAsync("O2", "12");
        _provider.Edit("O1", null);
        _provider.Edit("O2", null);

        await _provider.ReadAsync();
        Assert.Equal(LinkState.Drifted, (await _provider.EntryAsync("O1")).State);

        await _provider.RemoveAsync("O1");
        await _provider.SetAsync("O2", "12");
        Assert.Equal((LinkState.Unlinked, LinkState.Linked), ((await _provider.EntryAsync("O1")).State, (await _provider.EntryAsync("O2")).State));
    }

    [Fact]
    public async Task A_drift_that_is_accepted_is_linked_from_then_on()
    {
        _provider.With(Officer("O1"), Assessor("11"), Assessor("12"));
        await _provider.SetAsync("O1", "11");
        _provider.Edit("O1", "12");
        await _provider.ReadAsync();

        await _provider.SetAsync("O1", "12");

        Assert.Equal(LinkState.Linked, (await _provider.EntryAsync("O1")).State);
        Assert.DoesNotContain("write Officer kO1=12", _provider.PicsWeb.Calls);
    }

    [Fact]
    public async Task An_Ident_that_moved_between_accounts_of_a_centre_is_not_taken_for_settled_at_the_next_look()
    {
        _byMis.With(Officer("O1"), Assessor("11"), Assessor("12"));
        await _byMis.SetAsync("O1", "11");
        _byMis.EditAssessor("11", row => row with { MisId = null });
        _byMis.EditAssessor("12", row => row with { MisId = "O1" });

        await _byMis.ReadAsync();
        Assert.All((await _byMis.ReadAsync()).OfOnefileId("12"), entry => Assert.Equal(LinkState.Drifted, entry.State));

        await _byMis.SetAsync("O1", "12");
        Assert.Equal(
            [LinkState.Unlinked, LinkState.Linked],
            (await _byMis.ReadAsync()).Entries.Where(entry => entry.Onefile is not null).Select(entry => entry.State)
        );
    }

    [Fact]
    public async Task A_conflict_changes_neither_the_cache_nor_the_record_of_links()
    {
        _provider.With(Officer("O1"), Assessor("11"));
        await _provider.ReadAsync();
        _provider.Edit("O1", "somebody's");

        var result = Assert.Single(await _provider.SetAsync("O1", "11"));

        Assert.Equal((false, "ValueChanged"), (result.Done, result.Error!.Kind.Id));
        Assert.Empty(_provider.Ledger.Links(LinkKind.Officer));
        Assert.Equal("somebody's", _provider.PicsWeb.Officers[0].AdditionalId);
    }

    [Fact]
    public async Task Results_come_in_the_order_of_the_items_whatever_became_of_them()
    {
        _provider.With(Officer("O1"), Officer("O2", "12"), Officer("O3"), Assessor("11"), Assessor("12"), Assessor("13"));
        var snapshot = await _provider.ReadAsync();
        var plan = LinkPlanner.Plan(
            snapshot,
            [
                new(LinkKind.Officer, "O3", "13"),
                new(LinkKind.Officer, "O2", "12"),
                new(LinkKind.Officer, "O9", "11"),
                new(LinkKind.Officer, null, "11") { Decision = ReviewDecision.Exclude },
            ],
            _provider.Links.Options(Confidence.Certain, false, null)
        );

        var results = await _provider.Links.ApplyAsync("Set-OfficerLink", snapshot, plan, _provider.Run);

        Assert.Equal([LinkState.Linked, null, null, LinkState.Excluded], results.Select(result => result.Entry?.State));
        Assert.Equal("RecordUnknown", results[2].Error!.Kind.Id);
        Assert.Equal("11", Assert.Single(_provider.Ledger.Exclusions(_provider.Session.Environment)).OnefileId);
    }

    [Fact]
    public async Task Everything_is_backed_up_before_the_first_write_and_the_write_waits_for_it()
    {
        _provider.With(Officer("O1"), Officer("O2", "SA-1"), Organisation("P1", "21"), Assessor("11", misId: "X"), Placement("21"));
        _provider.Session.Cache.Journal.BeginRun("Enable-PicsWebSync");

        await _provider.SetAsync("O1", "11");

        var saved = File.ReadAllLines(new FirstWriteBackup(_provider.Session.Cache, OnefileEnvironment.Live).Location);
        Assert.Equal(
            [
                "Officer,O1,AdditionalId,,1,Live",
                "Officer,O2,AdditionalId,SA-1,1,Live",
                "Organisation,P1,AdditionalId,21,1,Live",
                "Assessor,11,MisId,X,1,Live",
                "Placement,21,MisId,,1,Live",
            ],
            saved.Skip(1)
        );
    }

    [Fact]
    public async Task A_backup_that_cannot_be_made_stops_the_first_write()
    {
        _provider.With(Officer("O1"), Assessor("11"));
        Directory.CreateDirectory(new FirstWriteBackup(_provider.Session.Cache, OnefileEnvironment.Live).Location);

        await Assert.ThrowsAsync<PicsOnefileException>(() => _provider.SetAsync("O1", "11"));

        Assert.Null(_provider.PicsWeb.Officers[0].AdditionalId);
        Assert.Empty(_provider.Journal);
    }

    [Fact]
    public async Task MIS_Values_that_rows_do_not_carry_are_read_one_by_one_for_the_backup_where_they_are_written()
    {
        _byMis.With(Officer("O1"), Assessor("11"), Assessor("12", misId: "X"));
        _byMis.Onefile.BareRows = true;

        await _byMis.SetAsync("O1", "11");

        Assert.Contains(
            "Assessor,12,MisId,X,1",
            File.ReadAllText(new FirstWriteBackup(_byMis.Session.Cache, OnefileEnvironment.Live).Location),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task MIS_Values_that_nobody_has_seen_are_not_backed_up_as_empty()
    {
        _provider.With(Officer("O1"), Assessor("11", misId: "X"));
        _provider.Onefile.BareRows = true;

        await _provider.SetAsync("O1", "11");

        Assert.DoesNotContain(
            "Assessor",
            File.ReadAllText(new FirstWriteBackup(_provider.Session.Cache, OnefileEnvironment.Live).Location),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reading_that_is_stopped_stops()
    {
        _provider.With(Officer("O1", "11"), Assessor("11"));
        _provider.Stop();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _provider.ReadAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_PICSWebs_list_every_link_is_unknown_and_nothing_is_recorded(bool knownBefore)
    {
        _provider.With(Officer("O1", "11"), Assessor("11"));
        (knownBefore ? _provider.PicsWeb.Missing : _provider.PicsWeb.FoundMissing).Add(PicsWebOperation.OfficersList);

        Assert.Equal(LinkState.Unknown, Assert.Single((await _provider.ReadAsync()).Entries).State);
        Assert.Empty(_provider.Ledger.Links(LinkKind.Officer));
    }
}
