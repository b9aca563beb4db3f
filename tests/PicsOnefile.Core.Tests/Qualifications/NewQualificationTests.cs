using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;
using static PicsOnefile.StandardComponentKind;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>Adding the qualification that a standard lacks in PICSWeb.</summary>
public sealed class NewQualificationTests : IDisposable
{
    private readonly TwoSystems _systems = new();
    private Func<Qualification, Qualification> _create;

    public NewQualificationTests()
    {
        _systems.Aims.AddRange([Aim("196AS", "Business Administrator (Level 3)"), Aim("196GW")]);
        _systems.Operations[PicsWebOperation.QualificationsCreate] = OperationAvailability.Available;
        _systems.Operations[PicsWebOperation.QualificationsList] = OperationAvailability.Available;
        _create = Arrives;
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.CreateQualificationAsync(It.IsAny<Qualification>(), It.IsAny<RunContext>()))
            .ReturnsAsync((Qualification wanted, RunContext _) => _create(wanted));
    }

    public void Dispose() => _systems.Dispose();

    [Fact]
    public async Task It_gets_Onefiles_code_and_title_and_is_equal_at_once()
    {
        var results = await CreateAsync();

        Assert.Equal([VqState.Equal, VqState.Equal], results.Select(result => result.Reference!.State));
        Assert.Equal(
            [("196AS", "Business Administrator (Level 3)", "3"), ("196GW", "Business Administrator - gateway", null)],
            _systems.Qualifications.Select(one => (one.VqReference, one.Title, one.Level))
        );
    }

    [Fact]
    public async Task Intent_and_outcome_are_in_the_journal()
    {
        await CreateAsync(AsKind(Gateway));

        Assert.Equal([("196GW", ChangeState.Intended), ("196GW", ChangeState.Done)], Journal().Select(row => (row.Key, row.State)));
        Assert.Empty(_systems.Cache.Journal.Open());
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_looked_for_in_the_list_and_nothing_is_sent_twice()
    {
        _create = wanted => throw (Arrives(wanted) is null ? new InvalidOperationException() : ErrorKinds.TimedOut.For("qualifications.create", "No answer."));

        Assert.True(Assert.Single(await CreateAsync(AsKind(Gateway))).Done);
        Assert.Empty(await CreateAsync(AsKind(Gateway)));
        Assert.Single(_systems.Qualifications);
    }

    [Fact]
    public async Task What_PICSWeb_refuses_is_told_as_it_came()
    {
        _create = _ => throw ErrorKinds.PicsWebRefused.For("qualifications.create", "PICSWeb says no.");

        var result = Assert.Single(await CreateAsync(AsKind(Gateway)));

        Assert.Equal((ErrorKinds.PicsWebRefused, ChangeState.Failed), (result.Error!.Kind, Journal()[^1].State));
    }

    [Fact]
    public async Task Where_not_even_the_list_can_be_read_afterwards_it_stays_open_and_is_settled_later()
    {
        _create = wanted =>
        {
            _systems
                .PicsWeb.Setup(picsWeb => picsWeb.GetQualificationsAsync(It.IsAny<RunContext>()))
                .ThrowsAsync(ErrorKinds.TimedOut.For("qualifications.list", "No answer."));
            return Arrives(wanted);
        };

        Assert.False(Assert.Single(await CreateAsync(AsKind(Gateway))).Done);
        Assert.Single(_systems.Cache.Journal.Open());

        _systems.PicsWeb.Setup(picsWeb => picsWeb.GetQualificationsAsync(It.IsAny<RunContext>())).ReturnsAsync(() => [.. _systems.Qualifications]);
        await _systems.Session.Changes.RecoverAsync(_systems.Run);
        Assert.Equal(ChangeState.Done, Journal()[^1].State);
        Assert.Empty(_systems.Cache.Journal.Open());
    }

    [Fact]
    public async Task A_reference_that_another_run_may_be_adding_this_minute_is_left_to_it()
    {
        var listAnswers = true;
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.GetQualificationsAsync(It.IsAny<RunContext>()))
            .ReturnsAsync(() => listAnswers ? [] : throw ErrorKinds.TimedOut.For("qualifications.list", "No answer."));
        _create = _ =>
        {
            listAnswers = false;
            throw ErrorKinds.TimedOut.For("qualifications.create", "No answer.");
        };
        await CreateAsync(AsKind(Gateway));
        listAnswers = true;

        Assert.Equal(ErrorKinds.QualificationUnderWay, Assert.Single(await CreateAsync(AsKind(Gateway))).Error!.Kind);
        _systems.PicsWeb.Verify(picsWeb => picsWeb.CreateQualificationAsync(It.IsAny<Qualification>(), It.IsAny<RunContext>()), Times.Once);
    }

    [Fact]
    public async Task Two_runs_at_once_add_it_once_and_the_one_that_comes_second_gives_way()
    {
        IReadOnlyList<VqResult> second = [];
        _create = wanted =>
        {
            _create = Arrives;
            second = CreateAsync(AsKind(Gateway), _systems.OpenAnother()).GetAwaiter().GetResult();
            return Arrives(wanted);
        };

        Assert.True(Assert.Single(await CreateAsync(AsKind(Gateway))).Done);

        Assert.Equal(ErrorKinds.QualificationUnderWay, Assert.Single(second).Error!.Kind);
        Assert.Single(_systems.Qualifications);
        Assert.Empty(_systems.Cache.Journal.Open());
    }

    [Fact]
    public async Task One_that_a_run_adds_between_the_plan_and_the_look_of_another_is_found_by_its_look()
    {
        // The other run is begun and ended while this one, planned before, is about to append.
        var reads = 0;
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.GetQualificationsAsync(It.IsAny<RunContext>()))
            .Returns(async () =>
            {
                if (Interlocked.Increment(ref reads) == 2)
                    await CreateAsync(AsKind(Gateway), _systems.OpenAnother());
                return [.. _systems.Qualifications];
            });

        var result = Assert.Single(await CreateAsync(AsKind(Gateway)));

        Assert.NotNull(result.Error);
        Assert.Single(_systems.Qualifications);
    }

    [Fact]
    public async Task What_another_computer_added_at_the_same_moment_is_said()
    {
        _create = wanted =>
        {
            Arrives(wanted);
            return Arrives(wanted);
        };

        Assert.Equal(ErrorKinds.ValueHeldTwice, Assert.Single(await CreateAsync(AsKind(Gateway))).Error!.Kind);
    }

    [Fact]
    public async Task An_intent_from_when_the_clock_was_400_days_ahead_blocks_nothing_once_it_is_right()
    {
        _systems.Folder.Clock.Move(TimeSpan.FromDays(400));
        _systems.Cache.Journal.Append([
            new Change
            {
                RunId = _systems.Cache.Journal.BeginRun("Set-StandardVqReference"),
                ChangeId = "ahead",
                Environment = OnefileEnvironment.Live,
                Kind = "NewQualification",
                Key = "196GW",
                Field = "VqReference",
                NewValue = "196GW",
                State = ChangeState.Intended,
            },
        ]);
        _systems.Folder.Clock.Move(TimeSpan.FromDays(-400));

        Assert.True(Assert.Single(await CreateAsync(AsKind(Gateway))).Done);
        Assert.Empty(_systems.Cache.Journal.Open());
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_after_one_was_sent_says_so()
    {
        var isFull = false;
        _create = wanted =>
        {
            isFull = true;
            return Arrives(wanted);
        };
        using var session = _systems.OpenWith(
            (journal, method) => isFull && method == nameof(journal.Append) ? throw ErrorKinds.CacheUnusable.For("cache.db", "The disk is full.") : null
        );

        var error = await Assert.ThrowsAsync<PicsOnefileException>(() => CreateAsync(AsKind(Gateway), session));

        Assert.Equal(ErrorKinds.CacheUnusable, error.Kind);
        Assert.StartsWith("The disk is full. 1 change(s) of this run were sent already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_while_one_is_sent_leaves_open_what_was_sent_alone()
    {
        using var stop = new CancellationTokenSource();
        _create = wanted =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };
        var run = new RunContext(_systems.Log, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CreateAsync(run: run));

        Assert.Equal("196AS", Assert.Single(_systems.Cache.Journal.Open()).Key);
        Assert.Equal(("196GW", ChangeState.Skipped), (Journal()[^1].Key, Journal()[^1].State));
    }

    [Fact]
    public async Task One_that_a_run_which_just_ended_had_sent_is_done_once_and_by_that_run()
    {
        var journal = _systems.Cache.Journal;
        var ended = journal.BeginRun("Set-StandardVqReference");
        journal.Claims.AcquireLease(ended).Dispose();
        journal.Append([
            new Change
            {
                RunId = ended,
                ChangeId = "earlier",
                Environment = OnefileEnvironment.Live,
                Kind = "NewQualification",
                Key = "196GW",
                Field = "VqReference",
                NewValue = "196GW",
                State = ChangeState.Intended,
            },
        ]);
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.GetQualificationsAsync(It.IsAny<RunContext>()))
            .ReturnsAsync(() =>
            {
                // It arrives after the later run's intent, when the list is read the next time.
                if (journal.Open().Count == 2 && _systems.Qualifications.Count == 0)
                    Arrives(new Qualification { VqReference = "196GW", Title = "Business Administrator - gateway" });
                return [.. _systems.Qualifications];
            });

        var result = Assert.Single(await CreateAsync(AsKind(Gateway)));

        Assert.Equal((true, null), (result.Done, result.Error));
        Assert.Equal(ended, Assert.Single(Journal(), row => row.State == ChangeState.Done).RunId);
        Assert.Equal($"Run {ended} had made it already.", Assert.Single(Journal(), row => row.State == ChangeState.Skipped).Error);
        Assert.Single(_systems.Qualifications);
    }

    [Fact]
    public async Task What_somebody_added_by_now_is_in_the_journal_before_another_is_sent()
    {
        IReadOnlyList<string> conflicts = [];
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.GetQualificationsAsync(It.IsAny<RunContext>()))
            .ReturnsAsync(() =>
            {
                if (Journal().Count > 0 && _systems.Qualifications.Count == 0)
                    Arrives(new Qualification { VqReference = "196GW", Title = "Business Administrator - gateway" });
                return [.. _systems.Qualifications];
            });
        _create = wanted =>
        {
            conflicts = [.. Journal().Where(row => row.State == ChangeState.Conflict).Select(row => row.Key)];
            return Arrives(wanted);
        };

        var results = await CreateAsync();

        Assert.Equal([null, ErrorKinds.ReferenceTaken], results.Select(result => result.Error?.Kind));
        Assert.Equal(["196GW"], conflicts);
    }

    [Fact]
    public async Task A_tenant_without_the_operation_leaves_it_to_a_person()
    {
        _systems.Operations[PicsWebOperation.QualificationsCreate] = OperationAvailability.Missing;

        var result = Assert.Single(await CreateAsync(AsKind(Gateway)));

        Assert.Equal((true, VqState.NoQualification), (result.Done, result.Reference!.State));
        Assert.Equal("196GW", Assert.Single(_systems.Cache.Worklist.Waiting(OnefileEnvironment.Live)).NewValue);
        Assert.Contains(_systems.Log.Everything, line => line.Contains("Add a New Qualification", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tenant_whose_first_call_tells_that_it_lacks_the_operation_does_too()
    {
        _create = _ => throw ErrorKinds.OperationMissing.For("qualifications.create", "There is no such route.");

        Assert.True(Assert.Single(await CreateAsync(AsKind(Gateway))).Done);
        Assert.Single(_systems.Cache.Worklist.Waiting(OnefileEnvironment.Live));
    }

    [Fact]
    public async Task Nothing_is_added_unasked()
    {
        var result = Assert.Single(await ApplyAsync(AsKind(Gateway), new VqPlanOptions()));

        Assert.Equal(ErrorKinds.QualificationMissing, result.Error!.Kind);
        Assert.Empty(Journal());
    }

    [Fact]
    public async Task A_component_that_Onefile_does_not_offer_is_not_added()
    {
        Assert.DoesNotContain(await ApplyAsync(AsKind(EndPointAssessment), new VqPlanOptions(Create: true)), result => result.Done);
        Assert.Empty(_systems.Qualifications);
    }

    private Qualification Arrives(Qualification wanted)
    {
        _systems.Qualifications.Add(wanted with { QualificationId = $"{_systems.Qualifications.Count + 1}" });
        return _systems.Qualifications[^1];
    }

    private IReadOnlyList<Change> Journal() => _systems.Cache.Journal.Read(new JournalFilter());

    private static Func<StandardVqReference, bool> AsKind(StandardComponentKind kind) => row => row.Component == kind;

    private Task<IReadOnlyList<VqResult>> CreateAsync(
        Func<StandardVqReference, bool>? which = null,
        PicsOnefileSession? session = null,
        RunContext? run = null
    ) => ApplyAsync(row => row.State == VqState.NoQualification && (which?.Invoke(row) ?? true), new VqPlanOptions(Create: true), session, run);

    private async Task<IReadOnlyList<VqResult>> ApplyAsync(
        Func<StandardVqReference, bool> which,
        VqPlanOptions options,
        PicsOnefileSession? session = null,
        RunContext? run = null
    )
    {
        var standards = (session ?? _systems.Session).Standards;
        var snapshot = await standards.TakeSnapshotAsync(Freshness.Always, _systems.Run);
        var requests = snapshot.References.Where(which).Select(row => new VqRequest(row.StandardCode, row.Component, row.Code) { State = row.State });
        var plan = StandardService.Plan(snapshot, [.. requests], options, _systems.Run);
        return await standards.ApplyAsync("Set-StandardVqReference", snapshot, plan, run ?? _systems.Run);
    }
}
