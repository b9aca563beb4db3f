using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Account;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>The two runs of a rehearsal, with a person who decides by truth in place of the module; everything goes through the two APIs.</summary>
public sealed class AccountTests
{
    [Theory]
    [InlineData(1, 1, NoiseLevel.Middle)]
    [InlineData(2, 1, NoiseLevel.High)]
    [InlineData(3, 3, NoiseLevel.Middle)]
    [InlineData(4, 3, NoiseLevel.Low)]
    [InlineData(5, 2, NoiseLevel.High)]
    public async Task An_unprepared_run_makes_exactly_one_duplicate_for_every_record_on_both_sides(int seed, int centres, NoiseLevel noise)
    {
        await using var twin = await TestTwin.StartAsync(World(seed, centres, noise));
        twin.Twin.EnableIntegration();
        twin.Twin.Enrol();
        var account = twin.Twin.Account();
        Assert.NotEmpty(account.ExpectedUnprepared);
        Assert.True(account.DuplicatesAreExactlyTheExpected);
        Assert.Empty(account.Failures);
        Assert.NotEmpty(account.LeftOutThoughServable);
    }

    [Theory]
    [InlineData(1, 1, NoiseLevel.Middle)]
    [InlineData(2, 1, NoiseLevel.High)]
    [InlineData(3, 3, NoiseLevel.Middle)]
    [InlineData(4, 3, NoiseLevel.Low)]
    [InlineData(5, 2, NoiseLevel.High)]
    public async Task A_run_that_was_prepared_by_truth_makes_no_duplicate_and_leaves_nothing_out(int seed, int centres, NoiseLevel noise)
    {
        await using var twin = await TestTwin.StartAsync(World(seed, centres, noise));
        var waiting = twin.Twin.WaitingLearners();
        await Prepare(twin);
        await twin.Control(HttpMethod.Post, "/learners/enrol");
        var account = twin.Twin.Account();
        Assert.Equal(waiting, account.Enrolled);
        Assert.Empty(account.Duplicates);
        Assert.Empty(account.WrongLinks);
        Assert.Empty(account.LeftOutThoughServable);
        Assert.NotEmpty(account.OnBothSides);
    }

    [Fact]
    public async Task One_link_left_out_makes_one_duplicate()
    {
        await using var twin = await TestTwin.StartAsync(World(1, 1, NoiseLevel.Middle));
        var known = twin.Twin.OnBothSides().First(known => known is { Kind: AccountKind.Assessor, LinkedAtStart: false });
        await Prepare(twin, without: known.Ident);
        twin.Twin.Enrol();
        Assert.Equal(known.Ident, Assert.Single(twin.Twin.Account().Duplicates).Ident);
    }

    [Fact]
    public async Task One_wrong_decision_makes_one_wrong_link()
    {
        await using var twin = await TestTwin.StartAsync(World(1, 1, NoiseLevel.Middle));
        await Prepare(twin);
        var known = twin.Twin.OnBothSides().Where(known => known.Kind == AccountKind.Placement).ToList();
        var organisation = twin.World.OrganisationByIdent(known[0].Ident)!;
        organisation.AdditionalId = known[1].OnefileIds[0].ToString(System.Globalization.CultureInfo.InvariantCulture);
        twin.Twin.Enrol();
        Assert.Equal((organisation.Ident, WrongLinkReason.Stranger), twin.Twin.Account().WrongLinks.Select(link => (link.Ident, link.Reason)).Single());
    }

    [Fact]
    public async Task Two_twins_of_one_seed_enrol_the_same_learners()
    {
        await using var one = await TestTwin.StartAsync(World(9, 1, NoiseLevel.Middle));
        await using var other = await TestTwin.StartAsync(World(9, 1, NoiseLevel.Middle));
        one.Twin.EnableIntegration();
        one.Twin.Enrol();
        await Prepare(other);
        other.Twin.Enrol();
        Assert.Equal(one.Twin.Account().Enrolled, other.Twin.Account().Enrolled);
    }

    private static TwinOptions World(int seed, int centres, NoiseLevel noise) =>
        TestTwin.Small with
        {
            World = new WorldOptions
            {
                Seed = seed,
                Centres = centres,
                Noise = noise,
                Assessors = 40,
                Placements = 25,
                Standards = 6,
            },
        };

    private static async Task Prepare(TestTwin twin, string without = "")
    {
        var truth = (await twin.Control(HttpMethod.Get, "/truth")).Json;
        foreach (var (kind, partners) in new[] { ("officers", truth["officers"]!), ("organisations", truth["organisations"]!) })
        {
            foreach (
                var partner in partners.AsArray().Where(partner => partner!["isLive"]!.GetValue<bool>() && partner["ident"]!.GetValue<string>() != without)
            )
            {
                foreach (var id in partner!["lastUsed"]!.AsArray())
                    await Link(twin, kind, partner["ident"]!.GetValue<string>(), id!.GetValue<int>());
            }
        }

        foreach (
            var reference in truth["qualifications"]!
                .AsArray()
                .Where(reference => reference!["offeredIn"]!.AsArray().Count > 0 && reference["isLive"]!.GetValue<bool>())
        )
        {
            await Change(twin, $"/api/v1/qualifications/{reference!["qualificationId"]}", "vqReference", reference["code"]!.GetValue<string>());
        }

        await twin.PicsWeb(
            HttpMethod.Put,
            "/api/v1/integrations/onefile",
            new
            {
                customerToken = twin.Twin.Credentials.CustomerToken,
                environment = "Live",
                integrationEnabled = true,
            }
        );
    }

    private static async Task Link(TestTwin twin, string kind, string ident, int onefileId)
    {
        if (twin.World.HasSeveralCentres)
        {
            string path = $"/{(kind == "officers" ? "User" : "Placement")}/{onefileId}";
            var whole = (await twin.Onefile(HttpMethod.Get, path)).Json;
            whole["MISID"] = ident;
            Assert.Equal(HttpStatusCode.NoContent, (await twin.Onefile(HttpMethod.Post, path, whole.ToJsonString())).Status);
            return;
        }

        int id = kind == "officers" ? twin.World.OfficerByIdent(ident)!.Id : twin.World.OrganisationByIdent(ident)!.Id;
        await Change(twin, $"/api/v1/{kind}/{id}", "additionalId", onefileId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task Change(TestTwin twin, string path, string field, string value)
    {
        JsonNode whole = (await twin.PicsWeb(HttpMethod.Get, path)).Json;
        whole[field] = value;
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Put, path, whole.ToJsonString())).Status);
    }
}
