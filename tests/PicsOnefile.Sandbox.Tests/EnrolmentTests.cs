using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Account;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class EnrolmentTests
{
    private const int Person = 1,
        Firm = 2;

    [Fact]
    public async Task An_assessor_and_a_placement_that_are_not_linked_are_made_a_second_time()
    {
        await using var twin = await Start(OneOfEach(1));
        var account = Enrol(twin);
        Assert.Equal(
            [(AccountKind.Assessor, "007", 10), (AccountKind.Placement, "P7", 20)],
            account.Duplicates.Select(item => (item.Kind, item.Ident, item.Existing.Single()))
        );
        Assert.True(account.DuplicatesAreExactlyTheExpected);
    }

    [Fact]
    public async Task With_one_centre_the_Additional_ID_uses_the_existing_records()
    {
        var world = OneOfEach(1);
        (world.Officers[1].AdditionalId, world.Organisations[1].AdditionalId) = ("10", "20");
        await using var twin = await Start(world);
        var account = Enrol(twin);
        Assert.Empty(account.Duplicates);
        Assert.Empty(account.WrongLinks);
        var learner = world.Users[int.Parse(world.Learners[1].OneFileId, System.Globalization.CultureInfo.InvariantCulture)];
        Assert.Equal((10, 20), (learner.DefaultAssessorId, learner.PlacementId));
    }

    [Fact]
    public async Task With_one_centre_a_MIS_Value_links_nothing()
    {
        var world = OneOfEach(1);
        (world.Users[10].MisId, world.Placements[20].MisId) = ("007", "P7");
        await using var twin = await Start(world);
        Assert.Equal(2, Enrol(twin).Duplicates.Count);
    }

    [Fact]
    public async Task With_several_centres_the_MIS_Value_that_equals_the_Ident_uses_the_existing_records()
    {
        var world = OneOfEach(2);
        (world.Users[10].MisId, world.Placements[20].MisId) = ("007", "P7");
        await using var twin = await Start(world);
        var account = Enrol(twin);
        Assert.Empty(account.Duplicates);
        Assert.Empty(account.WrongLinks);
    }

    [Fact]
    public async Task With_several_centres_an_Additional_ID_links_nothing()
    {
        var world = OneOfEach(2);
        (world.Officers[1].AdditionalId, world.Organisations[1].AdditionalId) = ("10", "20");
        await using var twin = await Start(world);
        Assert.Equal(2, Enrol(twin).Duplicates.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_second_learner_of_the_same_officer_makes_no_further_record(int centres)
    {
        var world = OneOfEach(centres);
        AddLearner(world, 2);
        await using var twin = await Start(world);
        var account = Enrol(twin);
        Assert.Equal(2, account.Enrolled.Count);
        Assert.Equal(2, account.Duplicates.Count);
    }

    [Fact]
    public async Task Leading_zeros_of_an_Ident_count()
    {
        var world = OneOfEach(2);
        world.Users[10].MisId = "7";
        await using var twin = await Start(world);
        Assert.Contains(Enrol(twin).Duplicates, item => item.Kind == AccountKind.Assessor);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_assessors_of_one_centre_with_one_MIS_Value_make_the_enrolment_fail_even_if_one_is_archived(bool archived)
    {
        var world = OneOfEach(2);
        world.Users[10].MisId = "007";
        world.Users.Add(
            11,
            new OnefileUser
            {
                Id = 11,
                CentreId = 1,
                Role = OnefileRole.Assessor,
                MisId = "007",
                Archived = archived,
                Entity = 99,
            }
        );
        await using var twin = await Start(world);
        var failure = Assert.Single(Enrol(twin).Failures);
        Assert.Equal(EnrolmentFailure.MisValueTwice, failure.Failure);
        Assert.Contains("007", failure.Detail);
        Assert.Equal(2, world.Users.Count);
    }

    [Fact]
    public async Task The_same_MIS_Value_in_two_centres_is_as_it_should_be()
    {
        var world = OneOfEach(2);
        world.Users[10].MisId = "007";
        world.Users.Add(
            11,
            new OnefileUser
            {
                Id = 11,
                CentreId = 2,
                Role = OnefileRole.Assessor,
                MisId = "007",
                Entity = Person,
            }
        );
        await using var twin = await Start(world);
        Assert.Empty(Enrol(twin).Failures);
    }

    [Fact]
    public async Task A_link_to_a_stranger_is_seen_as_wrong()
    {
        var world = OneOfEach(1);
        world.Users.Add(
            11,
            new OnefileUser
            {
                Id = 11,
                CentreId = 1,
                Role = OnefileRole.Assessor,
                FirstName = "Eve",
                LastName = "Other",
                Entity = 99,
            }
        );
        world.Officers[1].AdditionalId = "11";
        await using var twin = await Start(world);
        var wrong = Assert.Single(Enrol(twin).WrongLinks);
        Assert.Equal(("007", "11", "Eve Other", WrongLinkReason.Stranger), (wrong.Ident, wrong.OnefileId, wrong.OtherName, wrong.Reason));
    }

    [Fact]
    public async Task A_link_to_an_archived_account_is_seen_as_wrong()
    {
        var world = OneOfEach(1);
        world.Users[10].Archived = true;
        (world.Officers[1].AdditionalId, world.Organisations[1].AdditionalId) = ("10", "20");
        await using var twin = await Start(world);
        Assert.Equal(WrongLinkReason.Archived, Assert.Single(Enrol(twin).WrongLinks).Reason);
    }

    [Fact]
    public async Task A_link_to_a_record_that_is_not_in_this_environment_fails_the_enrolment_and_is_seen_as_wrong()
    {
        var world = OneOfEach(1);
        world.Organisations[1].AdditionalId = "777";
        await using var twin = await Start(world);
        var account = Enrol(twin);
        Assert.Equal(EnrolmentFailure.DeadLink, Assert.Single(account.Failures).Failure);
        Assert.Equal((AccountKind.Placement, WrongLinkReason.Missing), (account.WrongLinks.Single().Kind, account.WrongLinks.Single().Reason));
        Assert.Empty(account.Duplicates);
    }

    [Fact]
    public async Task A_wrong_link_is_seen_before_anybody_is_enrolled()
    {
        var world = OneOfEach(1);
        world.Users.Add(
            11,
            new OnefileUser
            {
                Id = 11,
                CentreId = 1,
                Role = OnefileRole.Assessor,
                Entity = 99,
            }
        );
        world.Officers[1].AdditionalId = "11";
        await using var twin = await Start(world);
        Assert.Single(twin.Twin.Account().WrongLinks);
    }

    [Fact]
    public async Task Another_portfolios_ID_is_no_link_and_is_overwritten_by_the_enrolment()
    {
        var world = OneOfEach(1);
        world.Officers[1].AdditionalId = "SA-123456";
        await using var twin = await Start(world);
        var account = Enrol(twin);
        Assert.Contains(account.Duplicates, item => item.Ident == "007");
        Assert.Equal("007: SA-123456", Assert.Single(account.OverwrittenPortfolioIds));
    }

    [Fact]
    public async Task An_archived_account_alone_makes_no_duplicate()
    {
        var world = OneOfEach(1);
        world.Users[10].Archived = true;
        await using var twin = await Start(world);
        var account = Enrol(twin);
        Assert.DoesNotContain(account.Duplicates, item => item.Kind == AccountKind.Assessor);
        Assert.Contains(account.CreatedRightly, item => item.Kind == AccountKind.Assessor);
    }

    [Fact]
    public async Task A_learner_who_already_exists_is_created_twice_unless_linked()
    {
        var world = OneOfEach(1);
        world.Users.Add(
            30,
            new OnefileUser
            {
                Id = 30,
                CentreId = 1,
                Role = OnefileRole.Learner,
                Entity = world.Learners[1].Entity,
            }
        );
        await using var twin = await Start(world);
        Assert.Equal(30, Enrol(twin).Duplicates.Single(item => item.Kind == AccountKind.Learner).Existing.Single());
        var linked = OneOfEach(1);
        linked.Users.Add(
            30,
            new OnefileUser
            {
                Id = 30,
                CentreId = 1,
                Role = OnefileRole.Learner,
                Entity = linked.Learners[1].Entity,
            }
        );
        linked.Learners[1].OneFileId = "30";
        await using var other = await Start(linked);
        other.Twin.Enrol(["L1"]);
        Assert.DoesNotContain(other.Twin.Account().Duplicates, item => item.Kind == AccountKind.Learner);
    }

    [Fact]
    public async Task A_qualification_without_an_equal_code_is_left_out_and_the_account_says_whether_it_could_have_been_served()
    {
        var world = OneOfEach(1);
        AddQualification(world, 1, reference: "196as", right: "196AS");
        AddQualification(world, 2, reference: "", right: "196OP");
        AddQualification(world, 3, reference: "196GW", right: "196GW");
        world.Standards.Add(1, new Standard { Id = 1, Code = "196AS" });
        world.Standards.Add(2, new Standard { Id = 2, Code = "196OP" });
        world.Standards.Add(3, new Standard { Id = 3, Code = "196GW" });
        world.Centres[1].AssignedStandards.AddRange([1, 2]);
        await using var twin = await Start(world);
        Assert.Equal([(2, true), (3, false)], Enrol(twin).LeftOut.Select(item => (item.QualificationId, item.CouldBeServed)));
        Assert.Equal([1], world.LearningAims.Values.Select(aim => aim.StandardId));
    }

    [Fact]
    public async Task A_VQ_Reference_of_another_aim_is_a_wrong_link()
    {
        var world = OneOfEach(1);
        AddQualification(world, 1, reference: "196OP", right: "196AS");
        world.Standards.Add(
            2,
            new Standard
            {
                Id = 2,
                Code = "196OP",
                Title = "On-Programme",
            }
        );
        world.Centres[1].AssignedStandards.Add(2);
        await using var twin = await Start(world);
        Assert.Contains(Enrol(twin).WrongLinks, link =>
            link is { Kind: AccountKind.Qualification, Reason: WrongLinkReason.OtherAim, OtherName: "On-Programme" }
        );
    }

    [Fact]
    public async Task Learning_aims_that_came_later_count_only_after_the_links_were_refreshed()
    {
        var world = OneOfEach(1);
        AddQualification(world, 1, reference: "196AS", right: "196AS");
        AddLearner(world, 2).Qualifications.Add(1);
        await using var twin = await Start(world);
        twin.Twin.EnableIntegration();
        world.Standards.Add(1, new Standard { Id = 1, Code = "196AS" });
        world.Centres[1].AssignedStandards.Add(1);
        twin.Twin.Enrol(["L1"]);
        await twin.PicsWeb(HttpMethod.Post, "/api/v1/integrations/onefile/refresh-qualification-links");
        twin.Twin.Enrol(["L2"]);
        Assert.Equal("L1", Assert.Single(twin.Twin.Log.LeftOut).LearnerIdent);
    }

    [Fact]
    public async Task Nothing_is_enrolled_while_the_integration_is_off_or_the_token_is_wrong()
    {
        await using var twin = await Start(OneOfEach(1));
        Assert.Equal(EnrolmentFailure.IntegrationOff, twin.Twin.Enrol().Single().Failure);
        twin.Twin.EnableIntegration();
        twin.World.Integration.CustomerToken = twin.Twin.Credentials.CustomerTokens["Beta"];
        Assert.Equal(EnrolmentFailure.IntegrationOff, twin.Twin.Enrol().Single().Failure);
        Assert.DoesNotContain(twin.World.Users.Values, user => user.CreatedByPicsWeb);
    }

    [Fact]
    public async Task A_learner_is_enrolled_once()
    {
        await using var twin = await Start(OneOfEach(1));
        Enrol(twin);
        Assert.Equal(EnrolmentFailure.NotWaiting, twin.Twin.Enrol(["L1"]).Single().Failure);
    }

    [Fact]
    public async Task The_daily_sync_brings_progress_back_and_makes_no_record()
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Twin.EnableIntegration();
        int users = twin.World.Users.Count;
        var learner = twin.World.Learners.Values.First(learner => learner.OneFileId.Length > 0);
        foreach (var aim in twin.World.LearningAims.Values)
            aim.Progress = 40;
        var result = twin.Twin.Sync();
        Assert.True(result.Ran);
        Assert.Equal((40, users), (learner.Progress, twin.World.Users.Count));
        Assert.NotNull(twin.World.Integration.LastSynchronised);
    }

    [Fact]
    public async Task The_first_sync_of_a_former_Desktop_customer_pushes_the_officers_of_enrolled_learners()
    {
        var options = TestTwin.Small with { World = TestTwin.Small.World with { DesktopCustomer = true } };
        await using var twin = await TestTwin.StartAsync(options);
        twin.Twin.EnableIntegration();
        twin.Twin.Sync();
        int made = twin.Twin.Log.Created.Count;
        twin.Twin.Sync();
        Assert.NotEqual(0, made);
        Assert.Equal(made, twin.Twin.Log.Created.Count);
    }

    private static Task<TestTwin> Start(TwinWorld world) => TestTwin.StartAsync(TestTwin.Small with { ReadyWorld = world });

    private static TwinAccount Enrol(TestTwin twin)
    {
        twin.Twin.EnableIntegration();
        twin.Twin.Enrol();
        return twin.Twin.Account();
    }

    /// <summary>One officer (007) with an account (10), one organisation (P7) with a placement (20), one waiting learner (L1), all in centre 1.</summary>
    private static TwinWorld OneOfEach(int centres)
    {
        var world = TestTwin.EmptyWorld(centres);
        world.ReserveEntity(1000);
        world.Users.Add(
            10,
            new OnefileUser
            {
                Id = 10,
                CentreId = 1,
                Role = OnefileRole.Assessor,
                FirstName = "Ann",
                LastName = "Lee",
                Entity = Person,
            }
        );
        world.Placements.Add(
            20,
            new Placement
            {
                Id = 20,
                CentreId = 1,
                Name = "Acme Ltd",
                Entity = Firm,
            }
        );
        world.Officers.Add(
            1,
            new Officer
            {
                Id = 1,
                Ident = "007",
                FirstName = "Ann",
                Surname = "Lee",
                Entity = Person,
            }
        );
        world.Organisations.Add(
            1,
            new Organisation
            {
                Id = 1,
                Ident = "P7",
                Name = "Acme",
                Entity = Firm,
            }
        );
        AddLearner(world, 1);
        return world;
    }

    private static PicsLearner AddLearner(TwinWorld world, int id)
    {
        var learner = new PicsLearner
        {
            Id = id,
            Ident = $"L{id}",
            CentreId = 1,
            MainOfficer = "007",
            Organisation = "P7",
            Entity = 100 + id,
        };
        learner.Officers.Add("007");
        world.Learners.Add(id, learner);
        return learner;
    }

    private static void AddQualification(TwinWorld world, int id, string reference, string right)
    {
        world.Qualifications.Add(
            id,
            new Qualification
            {
                Id = id,
                VqReference = reference,
                TrueCode = right,
            }
        );
        world.Learners[1].Qualifications.Add(id);
    }
}
