using System;
using System.Linq;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Files;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>Learners carry the VQ References of their qualifications: after a reference was written they are read anew.</summary>
public sealed class StaleLearnersTests : IDisposable
{
    private readonly TwoSystems _systems = new();
    private int _learnerReadings;

    public StaleLearnersTests()
    {
        _systems.Qualifications.Add(
            new Qualification
            {
                QualificationId = "Q1",
                Title = "Business Administrator",
                VqReference = "OLD",
            }
        );
        _systems.PicsWeb.Setup(picsWeb => picsWeb.CanRead(PicsWebOperation.LearnersList)).Returns(true);
        _systems.PicsWeb.Setup(picsWeb => picsWeb.SourceOf(It.IsAny<PicsWebOperation>())).Returns(new ListSource("API"));
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.GetLearnersAsync(It.IsAny<RunContext>()))
            .ReturnsAsync(() =>
            {
                _learnerReadings++;
                return [new Learner { LearnerIdent = "L1", VqReferences = _systems.Qualifications[0].VqReference }];
            });
    }

    public void Dispose() => _systems.Dispose();

    private async Task<string?> LearnerAsync() =>
        (await _systems.Session.Workspace.PicsWebLists.LearnersAsync(Freshness.WhenOld, _systems.Run)).Single().VqReferences;

    private static PlannedChange Reference(string before, string after) =>
        new()
        {
            Kind = RecordKind.Qualification,
            Key = "Q1",
            RecordId = "Q1",
            Field = "VqReference",
            OldValue = before,
            NewValue = after,
            Target = "qualification Q1",
        };

    [Fact]
    public async Task A_written_reference_is_in_the_learners_at_once()
    {
        Assert.Equal("OLD", await LearnerAsync());

        await _systems.Session.Changes.ApplyAsync("Set-StandardVqReference", [Reference("OLD", "196AS")], _systems.Run);

        Assert.Equal("196AS", await LearnerAsync());
        await LearnerAsync();
        Assert.Equal(2, _learnerReadings);
    }

    [Fact]
    public async Task So_is_one_that_was_taken_back()
    {
        await _systems.Session.Changes.ApplyAsync("Set-StandardVqReference", [Reference("OLD", "196AS")], _systems.Run);
        Assert.Equal("196AS", await LearnerAsync());
        var run = _systems.Cache.Journal.Read(new JournalFilter())[^1].RunId;

        var plan = await _systems.Session.Undo.PlanAsync(run, null, _systems.Run);
        await _systems.Session.UndoRunner.ApplyAsync("Undo-LinkChange", plan, plan.Items, _systems.Run);

        Assert.Equal("OLD", await LearnerAsync());
    }

    [Fact]
    public async Task So_is_one_whose_process_ended_before_it_could_say_so()
    {
        await LearnerAsync();
        var run = _systems.Cache.Journal.BeginRun("Set-StandardVqReference");
        _systems.Cache.Journal.Append([
            new Change
            {
                RunId = run,
                ChangeId = "1",
                Kind = "Qualification",
                Key = "Q1",
                Field = "VqReference",
                OldValue = "OLD",
                NewValue = "196AS",
                State = ChangeState.Intended,
            },
        ]);
        // Somebody looks before the write arrives.
        Assert.Equal("OLD", await LearnerAsync());
        _systems.Qualifications[0] = _systems.Qualifications[0] with { VqReference = "196AS" };
        _systems.Folder.Clock.Move(TimeSpan.FromMinutes(10));

        await _systems.Session.Changes.RecoverWherePossibleAsync(_systems.Run);

        Assert.Equal("196AS", await LearnerAsync());
    }

    [Fact]
    public async Task A_write_that_was_refused_makes_the_list_be_read_once_more()
    {
        _systems.Refused.Add("Q1");
        await _systems.Session.Workspace.PicsWebLists.QualificationsAsync(Freshness.WhenOld, _systems.Run);

        await _systems.Session.Changes.ApplyAsync("Set-StandardVqReference", [Reference("OLD", "196AS")], _systems.Run);

        Assert.True(_systems.Cache.Records.Read<Qualification>()!.Stale);
    }
}
