using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Cache;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;
using static PicsOnefile.StandardComponentKind;

namespace PicsOnefile.Core.Tests.Qualifications;

public sealed class StandardServiceTests : IDisposable
{
    private readonly TwoSystems _systems = new();

    public StandardServiceTests() =>
        _systems.Aims.AddRange([Aim("196AS"), Aim("196OP", "Business Administrator On-Programme"), Aim("196GW", "Business Administrator Gateway")]);

    [Fact]
    public async Task Setting_what_is_wrong_or_empty_leaves_every_recognised_component_equal()
    {
        _systems.Qualifications.AddRange([
            Qualification("1", "Business Administrator", null, "196"),
            Qualification("2", "Business Administrator", "196op"),
            Qualification("3", "Gateway", "ZZZ", "196"),
        ]);

        await Set(row => row.State is VqState.Wrong or VqState.Empty);

        Assert.Equal(["196AS", "196OP", "196GW"], _systems.Qualifications.Select(qualification => qualification.VqReference));
        Assert.Equal(3, (await Read(Freshness.Always)).Count(row => row.State == VqState.Equal));
    }

    [Fact]
    public async Task References_that_were_entered_in_each_others_place_are_put_right_in_one_command()
    {
        _systems.Qualifications.AddRange([
            Qualification("1", "Business Administrator", null, "196"),
            Qualification("2", "On-programme", "196AS", "196"),
            Qualification("3", "Gateway", "196OP", "196"),
        ]);
        _systems.ReferencesAreUnique = true;

        var results = await Set(_ => true);

        Assert.Equal(["196AS", "196OP", "196GW"], _systems.Qualifications.Select(qualification => qualification.VqReference));
        Assert.Equal(3, results.Count(result => result is { Done: true, Reference.State: VqState.Equal }));
    }

    [Fact]
    public async Task Two_references_that_changed_places_are_put_right_as_well()
    {
        _systems.Qualifications.AddRange([Qualification("2", "On-programme", "196GW", "196"), Qualification("3", "Gateway", "196OP", "196")]);

        await Set(row => row.State == VqState.Wrong);

        Assert.Equal(["196OP", "196GW"], _systems.Qualifications.Select(qualification => qualification.VqReference));
    }

    [Fact]
    public async Task A_change_that_waits_for_another_one_is_not_made_when_that_one_fails()
    {
        _systems.Qualifications.AddRange([Qualification("1", "Business Administrator", null, "196"), Qualification("2", "On-programme", "196AS", "196")]);
        _systems.Refused.Add("2");

        var results = await Set(row => row.QualificationId is not null);

        Assert.Equal(["ReferenceTaken", "PicsWebRefused"], results.Select(result => result.Error?.Kind.Id));
        Assert.Null(_systems.Reference("1"));
    }

    [Fact]
    public async Task A_written_reference_is_in_the_journal_and_in_the_cache()
    {
        _systems.Qualifications.Add(Qualification("3", "Gateway", "196gw"));

        await Set(row => row.State == VqState.Wrong);

        Assert.Equal([ChangeState.Intended, ChangeState.Done], Journal().Select(change => change.State));
        Assert.Equal(("Qualification", "3", "196gw", "196GW"), (Journal()[0].Kind, Journal()[0].Key, Journal()[0].OldValue, Journal()[0].NewValue));
        Assert.Equal(VqState.Equal, (await Read(Freshness.Never)).Single(row => row.Component == Gateway).State);
    }

    [Fact]
    public async Task A_reference_that_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        _systems.Qualifications.Add(Qualification("3", "Gateway", "196gw"));
        var snapshot = await _systems.Session.Standards.TakeSnapshotAsync(Freshness.WhenOld, _systems.Run);
        _systems.Qualifications[0] = _systems.Qualifications[0] with { VqReference = "196EP" };

        var result = Assert.Single(await Apply(snapshot, new VqRequest("196", Gateway)));

        Assert.Equal(("ValueChanged", "196EP"), (result.Error?.Kind.Id, _systems.Reference("3")));
    }

    [Fact]
    public async Task Where_the_API_cannot_write_the_reference_is_left_to_a_person_and_said_so()
    {
        _systems.Qualifications.Add(Qualification("3", "Gateway", "196gw"));
        _systems.CanWrite = false;

        var result = Assert.Single(await Set(row => row.State == VqState.Wrong));

        Assert.True(result.Done);
        Assert.Equal((VqState.Wrong, "196gw"), (result.Reference!.State, _systems.Reference("3")));
        Assert.Equal((ChangeState.Skipped, "196GW"), (Assert.Single(Journal()).State, Journal()[0].NewValue));
        Assert.Contains(_systems.Log.Everything, line => line.Contains("have to be keyed in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Proposals_are_counted_in_a_warning_and_left_as_they_are()
    {
        _systems.Qualifications.Add(Qualification("3", "Business Administrator Gateway"));

        var results = await Set(row => row.State == VqState.Empty);

        Assert.False(Assert.Single(results).Done);
        Assert.Null(_systems.Reference("3"));
        Assert.Contains(_systems.Log.Everything, line => line.StartsWith("1 qualification(s) were recognised by their titles alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reference_set_by_force_before_Onefile_has_the_code_shows_its_component()
    {
        _systems.Qualifications.Add(Qualification("4", "Something"));
        var snapshot = await _systems.Session.Standards.TakeSnapshotAsync(Freshness.WhenOld, _systems.Run);

        var result = Assert.Single(await Apply(snapshot, new VqRequest("700", EndPointAssessment, QualificationId: "4"), new VqPlanOptions(Force: true)));

        Assert.Equal(("700EP", VqState.NotInOnefile, "4"), (_systems.Reference("4"), result.Reference!.State, result.Reference.QualificationId));
    }

    [Fact]
    public async Task A_qualification_that_is_no_standard_comes_back_as_its_pair()
    {
        _systems.Aims.Add(Aim("603/2863/2", "Diploma"));
        _systems.Qualifications.Add(Qualification("5", "Diploma", "60328632"));
        var snapshot = await _systems.Session.Standards.TakeSnapshotAsync(Freshness.WhenOld, _systems.Run);

        var result = Assert.Single(await Apply(snapshot, new VqRequest(null, null, "603/2863/2", "5")));

        Assert.Equal((null, QualificationLinkState.Linked), (result.Reference, result.Link?.State));
    }

    [Fact]
    public async Task Nothing_to_change_writes_nothing_and_opens_no_run()
    {
        _systems.Qualifications.Add(Qualification("3", "Gateway", "196GW"));

        await Set(row => row.Component == Gateway);

        Assert.Empty(Journal());
        _systems.PicsWeb.Verify(
            picsWeb => picsWeb.WriteAsync(It.IsAny<RemoteRecord>(), It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<RunContext>()),
            Times.Never
        );
    }

    public void Dispose() => _systems.Dispose();

    private IReadOnlyList<Change> Journal() => _systems.Cache.Journal.Read(new JournalFilter());

    private Task<IReadOnlyList<StandardVqReference>> Read(Freshness freshness) => _systems.Session.Standards.ReadAsync(freshness, _systems.Run);

    private async Task<IReadOnlyList<VqResult>> Set(Func<StandardVqReference, bool> which)
    {
        var snapshot = await _systems.Session.Standards.TakeSnapshotAsync(Freshness.WhenOld, _systems.Run);
        var requests = snapshot
            .References.Where(which)
            .Select(row => new VqRequest(row.StandardCode, row.Component, row.Code, row.QualificationId) { State = row.State, Proposed = row.Proposed });
        return await _systems.Session.Standards.ApplyAsync(
            "Set-StandardVqReference",
            snapshot,
            StandardService.Plan(snapshot, [.. requests], new VqPlanOptions(), _systems.Run),
            _systems.Run
        );
    }

    private Task<IReadOnlyList<VqResult>> Apply(StandardSnapshot snapshot, VqRequest request, VqPlanOptions? options = null) =>
        _systems.Session.Standards.ApplyAsync(
            "Set-StandardVqReference",
            snapshot,
            StandardService.Plan(snapshot, [request], options ?? new VqPlanOptions(), _systems.Run),
            _systems.Run
        );
}
