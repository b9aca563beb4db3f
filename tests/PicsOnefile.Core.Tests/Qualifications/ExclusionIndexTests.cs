using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;
using static PicsOnefile.StandardComponentKind;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>What a person has said no to is not asked again, is shown with its reason, and can be taken back.</summary>
public sealed class ExclusionIndexTests : IDisposable
{
    private readonly TwoSystems _systems = new();

    public ExclusionIndexTests() => _systems.Aims.AddRange([Aim("196AS"), Aim("196GW", "Business Administrator Gateway")]);

    public void Dispose() => _systems.Dispose();

    [Fact]
    public async Task A_rejected_proposal_is_not_made_again_and_its_reason_is_shown()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway"));
        Assert.True((await Row(Gateway)).Proposed);

        await Decide(ReviewDecision.Reject, Gateway, "7", note: "The old gateway paper");

        var row = await Row(Gateway);
        Assert.Equal((VqState.NoQualification, false, null), (row.State, row.Proposed, row.QualificationId));
        Assert.Contains("7 was rejected for it by", row.Detail, StringComparison.Ordinal);
        Assert.Contains("The old gateway paper", row.Detail, StringComparison.Ordinal);
        var said = Assert.Single(Standing);
        Assert.Equal((ExclusionKind.Qualification, "7", "196GW", "The old gateway paper"), (said.Kind, said.Ident, said.OnefileId, said.Reason));
    }

    [Fact]
    public async Task What_was_rejected_leaves_the_other_candidate_alone_and_alone_it_is_proposed()
    {
        _systems.Qualifications.AddRange([Qualification("7", "Business Administrator Gateway"), Qualification("8", "Business Administrator Gateway")]);
        Assert.Equal(VqState.Ambiguous, (await Row(Gateway)).State);

        await Decide(ReviewDecision.Reject, Gateway, "7");

        Assert.Equal((true, "8"), ((await Row(Gateway)).Proposed, (await Row(Gateway)).QualificationId));
    }

    [Fact]
    public async Task A_rejection_of_one_environment_says_nothing_in_another()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway"));
        await Decide(ReviewDecision.Reject, Gateway, "7");
        var said = Assert.Single(Standing);

        _systems.Cache.Ledger.Include(said);
        _systems.Cache.Ledger.Exclude(said with { Environment = OnefileEnvironment.Practice });

        Assert.True((await Row(Gateway)).Proposed);
    }

    [Fact]
    public async Task A_reference_that_is_Onefiles_code_counts_whatever_was_said()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway", "196GW"));

        await Decide(ReviewDecision.Reject, Gateway, "7");

        Assert.Equal((VqState.Equal, "7"), ((await Row(Gateway)).State, (await Row(Gateway)).QualificationId));
    }

    [Fact]
    public async Task Rejecting_where_several_fit_says_that_the_component_has_none()
    {
        _systems.Qualifications.AddRange([Qualification("7", "Business Administrator Gateway"), Qualification("8", "Business Administrator Gateway")]);

        await Decide(ReviewDecision.Reject, Gateway, null, note: "We do not teach it");

        var row = await Row(Gateway);
        Assert.Equal((VqState.NoQualification, true), (row.State, row.Excluded));
        Assert.Contains("We do not teach it", row.Detail, StringComparison.Ordinal);
        Assert.Equal("RecordExcluded", Refusal(await Plan(new VqRequest("196", Gateway), create: true)));
        Assert.All(await Plan(new VqRequest("196"), create: true), item => Assert.NotEqual("196GW", item.Creation?.Code));
    }

    [Fact]
    public async Task So_it_does_where_the_centre_has_several_learning_aims_for_it()
    {
        _systems.Aims.Add(Aim("196GW", "Business Administrator Gateway (old)", id: "other"));
        Assert.Equal(VqState.Ambiguous, (await Row(Gateway)).State);

        await Decide(ReviewDecision.Reject, Gateway, null);

        Assert.Equal((VqState.NoQualification, true), ((await Row(Gateway)).State, (await Row(Gateway)).Excluded));
    }

    [Fact]
    public async Task An_excluded_qualification_is_proposed_for_nothing_and_cannot_be_set_by_mistake()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway", "OLD"));
        Assert.Contains(await Links(), link => link is { QualificationId: "7", State: QualificationLinkState.BadReference });

        await Decide(ReviewDecision.Exclude, Gateway, "7", note: "Taught in another portfolio");

        Assert.Equal(VqState.NoQualification, (await Row(Gateway)).State);
        var pair = Assert.Single(await Links(), link => link.QualificationId == "7");
        Assert.Equal(QualificationLinkState.Excluded, pair.State);
        Assert.Contains("Taught in another portfolio", pair.Detail, StringComparison.Ordinal);
        Assert.Equal("RecordExcluded", Refusal(await Plan(new VqRequest("196", Gateway, QualificationId: "7"))));
        Assert.Null(Assert.Single(Standing).OnefileId);
    }

    [Fact]
    public async Task Naming_a_rejected_qualification_after_all_takes_the_rejection_back()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway"));
        await Decide(ReviewDecision.Reject, Gateway, "7");

        await Set(new VqRequest("196", Gateway, QualificationId: "7"));

        Assert.Equal("196GW", _systems.Reference("7"));
        Assert.Empty(Standing);
    }

    [Fact]
    public async Task The_same_rejection_twice_is_said_once()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway"));
        await Decide(ReviewDecision.Reject, Gateway, "7", note: "First");

        Assert.NotNull(Assert.Single(await Plan(Request(ReviewDecision.Reject, Gateway, "7", "Second"))).Skipped);
        Assert.Equal("First", Assert.Single(Standing).Reason);
    }

    [Fact]
    public async Task A_decision_of_another_profile_is_not_kept()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway"));

        Assert.Equal("CandidateOfAnotherProfile", Refusal(await Plan(Request(ReviewDecision.Reject, Gateway, "7", null) with { Source = new("Another") })));
        Assert.Empty(Standing);
    }

    [Theory]
    [InlineData("College", "Live/99")]
    [InlineData("Renamed", "Practice/1")]
    [InlineData("Renamed", null)]
    public async Task A_decision_of_another_customer_or_environment_is_refused(string profile, string? origin)
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway"));

        foreach (var decision in new[] { ReviewDecision.Accept, ReviewDecision.Reject, ReviewDecision.Exclude })
            Assert.Equal(
                "CandidateOfAnotherProfile",
                Refusal(await Plan(Request(decision, Gateway, "7", null) with { Source = new(profile, origin) }))
            );
    }

    [Fact]
    public async Task A_decision_goes_on_under_another_profile_of_the_same_customer()
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator Gateway"));

        Assert.Null(Refusal(await Plan(Request(ReviewDecision.Reject, Gateway, "7", null) with { Source = new("Renamed", "Live/1") })));
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData(null, "196")]
    [InlineData(null, null)]
    public async Task A_rejection_that_does_not_say_of_what_is_refused(string? id, string? standard)
    {
        _systems.Qualifications.Add(Qualification("7", "Something else"));

        var plan = await Plan(new VqRequest(standard, QualificationId: id) { NeedsDecision = true, Decision = ReviewDecision.Reject });

        Assert.All(plan, item => Assert.Equal("VqRequestInvalid", item.Refusal?.Kind.Id));
    }

    [Fact]
    public async Task What_is_not_wanted_any_more_leaves_the_worklist()
    {
        _systems.CanWrite = false;
        _systems.Qualifications.Add(Qualification("7", "Business Administrator", "ZZZ", "196"));
        await Set(new VqRequest("196", Standard));
        await Set(new VqRequest("196", Gateway), create: true);
        Assert.Equal(2, (await Worklist()).Count);

        _systems.Session.QualificationExclusions.Keep([Said(null, "196GW")]);
        Assert.Equal("196AS", Assert.Single(await Worklist()).NewValue);
        _systems.Session.QualificationExclusions.Keep([Said("7", null)]);
        Assert.Empty(await Worklist());
        Assert.Equal(2, _systems.Cache.Journal.Read(new PicsOnefile.Cache.JournalFilter()).Count(row => row.State == ChangeState.Undone));
    }

    [Theory]
    [InlineData("7", null, null)]
    [InlineData("7", "0196gw", null)]
    [InlineData(null, "196 GW", null)]
    [InlineData(null, "196EP", null)]
    [InlineData("8", null, "RecordUnknown")]
    [InlineData(null, "999AS", "RecordUnknown")]
    [InlineData(null, null, "VqRequestInvalid")]
    public async Task An_exclusion_is_of_something_that_is_there(string? id, string? code, string? refusal)
    {
        _systems.Qualifications.Add(Qualification("7", "Business Administrator"));
        var snapshot = await _systems.Session.Standards.TakeSnapshotAsync(Freshness.Always, _systems.Run);

        var plan = _systems.Session.QualificationExclusions.Plan(snapshot, id, code, "Why");

        Assert.Equal(refusal, plan.Refusal?.Kind.Id);
        Assert.Equal(
            refusal is null
                ? (
                    id,
                    code is null ? null
                    : code == "196EP" ? code
                    : "196GW"
                )
                : default,
            (plan.Exclusion?.Ident, plan.Exclusion?.OnefileId)
        );
    }

    [Fact]
    public void Pairs_that_work_or_that_nobody_can_leave_are_shown_as_they_are()
    {
        Qualification[] qualifications =
        [
            Qualification("1", "Business Administrator", "196AS"),
            Qualification("2", "Old", "X1", status: "Dormant"),
            Qualification("3", "A", "196GW"),
            Qualification("4", "B", "196GW"),
        ];
        var aside = ExclusionIndex.From([.. qualifications.Select(one => Said(one.QualificationId, null))]);

        var links = QualificationLinks.Create(_systems.Aims, qualifications, aside);

        Assert.Equal(QualificationLinks.Create(_systems.Aims, qualifications).Select(link => link.State), links.Select(link => link.State));
    }

    private IReadOnlyList<LinkExclusion> Standing => _systems.Cache.Ledger.Exclusions(OnefileEnvironment.Live);

    private LinkExclusion Said(string? id, string? code) =>
        new()
        {
            Kind = ExclusionKind.Qualification,
            Ident = id,
            OnefileId = code,
            Reason = "Not wanted.",
            Actor = "amina",
            At = _systems.Session.Workspace.Clock.GetUtcNow(),
        };

    private static VqRequest Request(ReviewDecision decision, StandardComponentKind component, string? id, string? note) =>
        new("196", component, "196GW", id)
        {
            NeedsDecision = true,
            Decision = decision,
            Note = note,
            Source = new("College"),
        };

    private Task<IReadOnlyList<VqResult>> Decide(ReviewDecision decision, StandardComponentKind component, string? id, string? note = null) =>
        Set(Request(decision, component, id, note));

    private static string? Refusal(IReadOnlyList<VqPlanItem> plan) => Assert.Single(plan).Refusal?.Kind.Id;

    private async Task<IReadOnlyList<VqPlanItem>> Plan(VqRequest request, bool create = false)
    {
        var standards = _systems.Session.Standards;
        return StandardService.Plan(
            await standards.TakeSnapshotAsync(Freshness.Always, _systems.Run),
            [request],
            standards.Options(false, null, create),
            _systems.Run
        );
    }

    private async Task<IReadOnlyList<VqResult>> Set(VqRequest request, bool create = false)
    {
        var standards = _systems.Session.Standards;
        var snapshot = await standards.TakeSnapshotAsync(Freshness.Always, _systems.Run);
        return await standards.ApplyAsync(
            "Set-StandardVqReference",
            snapshot,
            StandardService.Plan(snapshot, [request], standards.Options(false, null, create), _systems.Run),
            _systems.Run
        );
    }

    private async Task<StandardVqReference> Row(StandardComponentKind component) =>
        (await _systems.Session.Standards.ReadAsync(Freshness.Always, _systems.Run)).Single(row => row.Component == component);

    private Task<IReadOnlyList<QualificationLink>> Links() => _systems.Session.Qualifications.LinksAsync(Freshness.Always, _systems.Run);

    private Task<IReadOnlyList<WorklistItem>> Worklist() => _systems.Session.Worklist.ReconcileAsync(Freshness.Always, _systems.Run);
}
