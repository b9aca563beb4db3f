using System;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>Two sessions that set one VQ Reference, planned before either wrote.</summary>
public sealed class ReferencesAtOnceTests : IDisposable
{
    private readonly TwoSystems _systems = new();

    public ReferencesAtOnceTests() =>
        _systems.Qualifications.AddRange([
            new()
            {
                QualificationId = "1",
                Title = "Joinery",
                Status = "Live",
            },
            new()
            {
                QualificationId = "2",
                Title = "Joinery again",
                Status = "Live",
            },
        ]);

    public void Dispose() => _systems.Dispose();

    private async Task<ChangeOutcome> SetAsync(PicsOnefileSession session, string id, string code = "196AS")
    {
        await session.Workspace.PicsWebLists.QualificationsAsync(Freshness.Always, _systems.Run);
        return Assert.Single(
            (
                await session.Changes.ApplyAsync(
                    "Set-StandardVqReference",
                    [
                        new()
                        {
                            Kind = RecordKind.Qualification,
                            RecordId = id,
                            Key = id,
                            Field = "VqReference",
                            NewValue = code,
                            Target = $"Qualification {id}",
                        },
                    ],
                    _systems.Run
                )
            ).Outcomes
        );
    }

    [Fact]
    public async Task The_second_is_refused_and_the_first_one_keeps_it()
    {
        Assert.Equal(ChangeState.Done, (await SetAsync(_systems.Session, "1")).State);

        var late = await SetAsync(_systems.OpenAnother(), "2");

        Assert.Equal((ChangeState.Conflict, ErrorKinds.AlreadyLinkedElsewhere, null), (late.State, late.Error?.Kind, _systems.Reference("2")));
    }

    [Fact]
    public async Task While_the_first_is_under_way_the_second_is_refused_too()
    {
        ChangeOutcome? late = null;
        _systems
            .PicsWeb.Setup(picsWeb =>
                picsWeb.WriteAsync(It.Is<RemoteRecord>(record => record.RecordId == "1"), "VqReference", It.IsAny<string?>(), It.IsAny<RunContext>())
            )
            .Returns(async () =>
            {
                late = await SetAsync(_systems.OpenAnother(), "2");
                _systems.Qualifications[0] = _systems.Qualifications[0] with { VqReference = "196AS" };
            });

        Assert.Equal(ChangeState.Done, (await SetAsync(_systems.Session, "1")).State);

        Assert.Equal(ErrorKinds.ValueClaimed, late?.Error?.Kind);
    }

    [Fact]
    public async Task A_dormant_qualification_keeps_a_reference_from_nobody()
    {
        await SetAsync(_systems.Session, "1");
        _systems.Qualifications[0] = _systems.Qualifications[0] with { Status = "Dormant" };

        Assert.Equal(ChangeState.Done, (await SetAsync(_systems.OpenAnother(), "2")).State);
    }

    [Fact]
    public async Task References_that_change_places_in_one_run_are_no_rivals()
    {
        await SetAsync(_systems.Session, "1", "196AS");
        await SetAsync(_systems.Session, "2", "196OP");
        await _systems.Session.Workspace.PicsWebLists.QualificationsAsync(Freshness.Always, _systems.Run);

        var applied = await _systems.Session.Changes.ApplyAsync(
            "Set-StandardVqReference",
            [
                new()
                {
                    Kind = RecordKind.Qualification,
                    RecordId = "1",
                    Key = "1",
                    Field = "VqReference",
                    OldValue = "196AS",
                    NewValue = "196OP",
                    Target = "Qualification 1",
                },
                new()
                {
                    Kind = RecordKind.Qualification,
                    RecordId = "2",
                    Key = "2",
                    Field = "VqReference",
                    OldValue = "196OP",
                    NewValue = "196AS",
                    Target = "Qualification 2",
                },
            ],
            _systems.Run
        );

        Assert.All(applied.Outcomes, outcome => Assert.Equal((ChangeState.Done, null), (outcome.State, outcome.Error)));
    }

    [Fact]
    public async Task A_reference_that_another_run_is_adding_is_not_set()
    {
        _systems.Cache.Journal.Append([
            new Change
            {
                RunId = _systems.Cache.Journal.BeginRun("Set-StandardVqReference"),
                ChangeId = "adding",
                Environment = OnefileEnvironment.Live,
                Kind = "NewQualification",
                Key = "196AS",
                Field = "VqReference",
                NewValue = "196AS",
                State = ChangeState.Intended,
            },
        ]);

        Assert.Equal(ErrorKinds.ValueClaimed, (await SetAsync(_systems.Session, "2")).Error?.Kind);
    }
}
