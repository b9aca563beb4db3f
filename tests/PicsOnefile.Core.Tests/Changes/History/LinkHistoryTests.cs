using System;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes.History;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Core.Tests.Cache;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes.History;

/// <summary>The journal as people read it: one row a change, and every row where it is asked for.</summary>
public sealed class LinkHistoryTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly IMappingCache _cache;
    private readonly string _run;

    public LinkHistoryTests()
    {
        _cache = _folder.Open();
        _run = _cache.Journal.BeginRun("Set-OfficerLink");
    }

    private LinkHistory History => new(_cache, OnefileEnvironment.Live);

    [Fact]
    public void One_row_a_change_has_the_state_of_its_outcome_and_the_time_of_its_intent()
    {
        var begun = _folder.Clock.GetUtcNow();
        Append("1", ChangeState.Intended);
        _folder.Clock.Move(TimeSpan.FromMinutes(1));
        Append("1", ChangeState.Conflict, error: "Somebody else was first.");
        var row = Assert.Single(Read());
        Assert.Equal((ChangeState.Conflict, "Somebody else was first.", 2, begun), (row.State, row.Error, row.Sequence, row.At));
        Assert.Equal([ChangeState.Intended, ChangeState.Conflict], Read(detailed: true).Select(one => one.State));
    }

    [Fact]
    public void An_undone_change_keeps_its_reason_and_says_which_run_undid_it()
    {
        Append("1", ChangeState.Intended, reason: "asked by phone");
        Append("1", ChangeState.Done, reason: "asked by phone");
        Append("1", ChangeState.Undone, reason: UndoneMarks.By("20261129T134300123Z-b7c1d2"));
        var row = Assert.Single(Read());
        Assert.Equal((ChangeState.Undone, "asked by phone; Undone by run 20261129T134300123Z-b7c1d2."), (row.State, row.Reason));
    }

    [Fact]
    public void Changes_come_in_the_order_of_their_outcomes()
    {
        Append("1", ChangeState.Intended);
        Append("2", ChangeState.Intended);
        Append("2", ChangeState.Done);
        Append("1", ChangeState.Done);
        Append("2", ChangeState.Undone, reason: "Taken from the worklist.");
        Assert.Equal(["2", "1"], Read().Select(row => row.Key));
    }

    [Fact]
    public void A_change_counts_since_a_time_where_one_of_its_rows_does()
    {
        Append("1", ChangeState.Intended);
        Append("1", ChangeState.Done);
        _folder.Clock.Move(TimeSpan.FromHours(1));
        var since = _folder.Clock.GetUtcNow();
        Append("2", ChangeState.Intended);
        Append("1", ChangeState.Undone, reason: "Taken back.");
        Assert.Equal(["1", "2"], Read(new JournalFilter(Since: since)).Select(row => row.Key).OrderBy(key => key));
        Assert.Equal([3L, 4L], Read(new JournalFilter(Since: since), detailed: true).Select(row => row.Sequence));
        Assert.Empty(Read(new JournalFilter(Since: since.AddHours(1))));
    }

    [Fact]
    public void Open_changes_are_those_of_the_filter()
    {
        Append("1", ChangeState.Intended);
        Append("2", ChangeState.Intended);
        Append("2", ChangeState.Done);
        var other = _cache.Journal.BeginRun("Set-OfficerLink");
        Append("3", ChangeState.Intended, run: other);
        Assert.Equal(["1", "3"], Read(open: true).Select(row => row.Key));
        Assert.Equal(["3"], Read(new JournalFilter(RunId: other), open: true).Select(row => row.Key));
        Assert.Equal(["1"], Read(new JournalFilter(Key: "1"), open: true, detailed: true).Select(row => row.Key));
        Assert.Empty(Read(new JournalFilter(Kind: "Placement"), open: true));
    }

    [Fact]
    public void Names_stand_beside_the_IDs_where_the_cache_has_them_and_belong_to_one_environment()
    {
        var now = _folder.Clock.GetUtcNow();
        _cache.Records.Replace("", [new Officer { OfficerIdent = "00016", FirstName = "Ann", Surname = "Lee" }], now, 1);
        _cache.Records.Replace("", [new Centre { CentreId = "7", Name = "Harrowdale" }], now, 1);
        _cache.Records.Replace("7", [new Assessor { AssessorId = "410007", FirstName = "Anne", LastName = "Lee", CentreId = "7" }], now, 1);
        Append("00016", ChangeState.Done, value: "410007");
        Append("410007", ChangeState.Done, kind: "Assessor", value: "00016");
        Append("00016", ChangeState.Done, value: "SA-4711", environment: OnefileEnvironment.Practice, change: "practice");
        var rows = Read();
        Assert.Equal(("Ann Lee", null, "Anne Lee"), (rows[0].Name, rows[0].OldName, rows[0].NewName));
        Assert.Equal(("Anne Lee", "Ann Lee"), (rows[1].Name, rows[1].NewName));
        Assert.Equal((null, null), (rows[2].Name, rows[2].NewName));
        // The journal itself holds none.
        Assert.All(_cache.Journal.Read(new JournalFilter()), row => Assert.Null(row.Name ?? row.OldName ?? row.NewName));
    }

    public void Dispose()
    {
        _cache.Dispose();
        _folder.Dispose();
    }

    private System.Collections.Generic.IReadOnlyList<Change> Read(JournalFilter? filter = null, bool open = false, bool detailed = false) =>
        History.Read(filter ?? new(), open, detailed);

    private void Append(
        string key,
        ChangeState state,
        string? run = null,
        string kind = "Officer",
        string? value = null,
        string? reason = null,
        string? error = null,
        OnefileEnvironment environment = OnefileEnvironment.Live,
        string? change = null
    ) =>
        _cache.Journal.Append([
            new Change
            {
                RunId = run ?? _run,
                ChangeId = change ?? $"{kind} {key}",
                Environment = environment,
                Kind = kind,
                Key = key,
                Field = kind == "Officer" ? "AdditionalId" : "MisId",
                NewValue = value ?? $"value of {key}",
                State = state,
                Reason = reason,
                Error = error,
            },
        ]);
}
