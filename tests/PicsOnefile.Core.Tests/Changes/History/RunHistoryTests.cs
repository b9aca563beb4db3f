using System;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes.History;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Errors;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes.History;

/// <summary>The runs of a journal, and which of them an undo of the last one takes.</summary>
public sealed class RunHistoryTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly IMappingCache _cache;

    public RunHistoryTests() => _cache = _folder.Open();

    private RunHistory Runs => new(_cache.Journal, OnefileEnvironment.Live);

    [Fact]
    public void Each_run_has_one_row_with_what_its_changes_came_to_the_newest_first()
    {
        var first = Begin("Set-OfficerLink");
        Write(first, "1", ChangeState.Done);
        Write(first, "2", ChangeState.Conflict);
        Write(first, "3", ChangeState.Failed);
        Write(first, "4", ChangeState.Skipped);
        Write(first, "5", null);
        Leave(first, "6");
        var second = Begin("Set-OrganisationLink");
        var runs = Runs.Read();
        Assert.Equal([second, first], runs.Select(run => run.RunId));
        var run = runs[1];
        Assert.Equal((1, 1, 1, 1, 1, 1, 0), (run.Done, run.Conflicts, run.Failed, run.Skipped, run.Open, run.Pending, run.Already));
        Assert.Equal(("Set-OfficerLink", OnefileEnvironment.Live), (run.Command, run.Environment));
        Assert.Null(runs[0].Environment);
    }

    [Fact]
    public void An_undone_run_names_the_undo_and_an_undo_that_was_undone_does_not_count()
    {
        var run = Begin("Set-OfficerLink");
        var change = Write(run, "1", ChangeState.Done);
        var undo = Undo(run, change);
        Assert.Equal((undo, null), (Find(run).Undone, Find(run).Undoes));
        Assert.Equal((null, run), (Find(undo).Undone, Find(undo).Undoes));
        Undo(undo, _cache.Journal.Read(new JournalFilter(RunId: undo)).Last());
        Assert.Null(Find(run).Undone);
    }

    [Fact]
    public void The_newest_run_that_changed_something_and_is_neither_an_undo_nor_undone_is_the_last()
    {
        var first = Begin("Set-OfficerLink");
        Write(first, "1", ChangeState.Done);
        var second = Begin("Set-OfficerLink");
        var change = Write(second, "2", ChangeState.Done);
        Write(Begin("Set-OfficerLink"), "3", ChangeState.Conflict);
        Begin("Set-OfficerLink");
        Assert.Equal(second, Runs.FindNewestToUndo().RunId);
        Undo(second, change);
        Assert.Equal(first, Runs.FindNewestToUndo().RunId);
    }

    [Fact]
    public void A_run_that_was_undone_in_part_is_still_the_last()
    {
        var run = Begin("Set-OfficerLink");
        var undone = Write(run, "1", ChangeState.Done);
        Write(run, "2", ChangeState.Done);
        var undo = Undo(run, undone);
        Assert.Equal((run, undo), (Runs.FindNewestToUndo().RunId, Find(run).Undone));
        Assert.Equal((1, 1), (Find(run).UndoneChanges, Find(run).NotUndone));
    }

    [Fact]
    public void Runs_of_another_environment_and_accepted_lists_are_not_the_last()
    {
        Write(Begin("Set-OfficerLink"), "1", ChangeState.Done, OnefileEnvironment.Practice);
        var accepted = Begin("Update-MappingCache");
        _cache.Journal.Append([
            new Change
            {
                RunId = accepted,
                ChangeId = "list",
                Environment = OnefileEnvironment.Live,
                Kind = "Reading",
                State = ChangeState.Done,
            },
        ]);
        Assert.Equal(ErrorKinds.RunUnknown, Assert.Throws<PicsOnefileException>(() => Runs.FindNewestToUndo()).Kind);
    }

    [Fact]
    public void Values_that_wait_on_the_worklist_make_a_run_the_last()
    {
        var run = Begin("Set-OfficerLink");
        Leave(run, "1");
        Assert.Equal(run, Runs.FindNewestToUndo().RunId);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _folder.Dispose();
    }

    private LinkRun Find(string runId) => Runs.Read().Single(run => run.RunId == runId);

    private string Begin(string command, string? undoes = null)
    {
        _folder.Clock.Move(TimeSpan.FromMinutes(1));
        return _cache.Journal.BeginRun(command, undoes);
    }

    private Change Write(string run, string key, ChangeState? outcome, OnefileEnvironment environment = OnefileEnvironment.Live)
    {
        var change = new Change
        {
            RunId = run,
            ChangeId = $"{run}/{key}",
            Environment = environment,
            Kind = "Officer",
            Key = key,
            Field = "AdditionalId",
            NewValue = $"{run}/{key}",
            State = ChangeState.Intended,
        };
        _cache.Journal.Append([change]);
        if (outcome is { } state)
            _cache.Journal.Append([change with { State = state }]);
        return change with { State = outcome ?? ChangeState.Intended };
    }

    private void Leave(string run, string key) =>
        _cache.Journal.Append([
            new Change
            {
                RunId = run,
                ChangeId = $"{run}/{key}",
                Environment = OnefileEnvironment.Live,
                Kind = "Officer",
                Key = key,
                Field = "AdditionalId",
                State = ChangeState.Skipped,
            },
        ]);

    private string Undo(string run, Change change)
    {
        var undo = Begin(UndoneMarks.Command, run);
        Write(undo, change.Key, ChangeState.Done);
        _cache.Journal.Append([UndoneMarks.For(change, UndoneMarks.By(undo))]);
        return undo;
    }
}
