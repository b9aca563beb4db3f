using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Core.Tests.Matching.MadeUp;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

public class MeasuredTests
{
    private static readonly NoiseLevel[] Levels = [NoiseLevel.Low, NoiseLevel.Middle, NoiseLevel.High];

    public static TheoryData<int, string> Runs
    {
        get
        {
            var runs = new TheoryData<int, string>();
            foreach (var seed in Enumerable.Range(11, 3))
            {
                foreach (var level in Levels)
                    runs.Add(seed, level.Name);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void No_certain_person_is_wrong_at_any_level_of_noise(int seed, string level)
    {
        var people = MadeUpPeople.From(seed, 1500, Level(level));
        var found = Match(people.Onefile, people.PicsWeb).Candidates;
        var archived = people.Onefile.Where(one => one.Archived == true).Select(one => one.AssessorId).ToHashSet();
        Assert.DoesNotContain(found, one =>
            one.Confidence == Confidence.Certain && (archived.Contains(one.AssessorId!) || people.Truth.GetValueOrDefault(one.AssessorId!) != one.OfficerIdent)
        );
        Assert.True(found.Count(one => one.Confidence == Confidence.Certain) > people.Truth.Count * (level == "high" ? 0.3 : 0.6));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void No_certain_organisation_is_wrong_at_any_level_of_noise(int seed, string level)
    {
        var firms = MadeUpOrganisations.From(seed, 1500, Level(level), switchboards: seed % 2 == 0);
        var found = Match(firms.Onefile, firms.PicsWeb).Candidates;
        Assert.DoesNotContain(found, one => one.Confidence == Confidence.Certain && firms.Truth.GetValueOrDefault(one.PlacementId!) != one.OrganisationIdent);
        Assert.True(found.Count(one => one.Confidence == Confidence.Certain) > firms.Truth.Count * (level == "high" ? 0.4 : 0.6));
    }

    [Theory]
    [InlineData(16, "middle")]
    [InlineData(18, "middle")]
    [InlineData(1010, "high")]
    [InlineData(1014, "high")]
    public void Where_namesakes_share_addresses_made_of_their_names_no_certain_person_is_wrong(int seed, string level)
    {
        var people = MadeUpPeople.From(seed, 5000, Level(level), ownMailboxes: false);
        var found = Match(people.Onefile, people.PicsWeb).Candidates.Where(one => one.Confidence == Confidence.Certain).ToArray();
        Assert.DoesNotContain(found, one => people.Truth.GetValueOrDefault(one.AssessorId!) != one.OfficerIdent);
        Assert.NotEmpty(found);
    }

    [Fact]
    public void An_address_made_of_the_name_is_so_too_where_the_other_side_mistyped_the_name()
    {
        Officer[] namesakes =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(at => Officer($"N{at}", "Mary", at < 4 ? "Quill" : "Venn", at < 4 ? "mary.quill@a.example" : "mary.venn@a.example", $"0113496010{at}")),
        ];
        var found = Match(
            [Assessor("1", "Colin", "Raddalle", "colin.raddale@a.example")],
            [Officer("J1", "Colin", "Raddale", "colin.raddale@a.example"), .. namesakes]
        ).Candidates;
        Assert.NotEqual(Confidence.Certain, found.Single(one => one.AssessorId == "1").Confidence);
    }

    private static NoiseLevel Level(string name) => Levels.Single(level => level.Name == name);
}
