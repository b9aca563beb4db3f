using System.Linq;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

public class OrganisationMatchingTests
{
    [Fact]
    public void A_name_and_a_postcode_are_certain()
    {
        var pair = Pair(Placement("1", "Quillfeather Joinery Ltd", "LS1 4AP"), Organisation("O1", "Quillfeather Joinery Limited", "ls14ap"));
        Assert.Equal(Confidence.Certain, pair.Confidence);
        Assert.Equal("same name; same postcode", pair.Reasons);
    }

    [Fact]
    public void A_branch_with_another_postcode_is_never_certain_whatever_else_agrees()
    {
        var pair = Pair(
            Placement("1", "Quillfeather Joinery Ltd", "LS1 4AP", email: "info@quillfeather.example", telephone: "0113 496 0123"),
            Organisation("O1", "Quillfeather Joinery Ltd", "YO1 7HH", email: "info@quillfeather.example", telephone: "0113 496 0123")
        );
        Assert.Equal(Confidence.Possible, pair.Confidence);
        Assert.Contains("another branch?", pair.Conflicts);
    }

    [Fact]
    public void Two_firms_in_one_building_with_one_switchboard_are_not_one() =>
        Assert.True(
            Pair(
                Placement("1", "Quillfeather Joinery Ltd", "LS1 4AP", "1 High Street, Leeds", telephone: "0113 496 0123"),
                Organisation("O1", "Bramblewick Dental Care", "LS1 4AP", "1 High Street, Leeds", telephone: "0113 496 0123")
            ).Confidence < Confidence.Probable
        );

    [Theory]
    [InlineData("J. Quillfeather & Sons Ltd", "J Quillfeather and Sons Limited")]
    [InlineData("The Quillfeather Bakery", "Quillfeather Bakery Ltd")]
    [InlineData("Bramwick Holdings Ltd T/A Quillfeather Bakery", "Quillfeather Bakery")]
    [InlineData("Quillfeather Engineering (UK) Ltd", "Quillfeather Eng. UK")]
    [InlineData("St. Quillin's Primary School", "Saint Quillins Primary Sch")]
    [InlineData("Cwmni Quillfeather Cyf", "Cwmni Quillfeather Cyfyngedig")]
    [InlineData("Bakery Quillfeather", "Quillfeather Bakery")]
    [InlineData("Quilfeather Bakery", "Quillfeather Bakery")]
    public void Names_that_people_write_differently_agree(string onefile, string picsWeb) =>
        Assert.Equal(Confidence.Certain, Pair(Placement("1", onefile, "LS1 4AP"), Organisation("O1", picsWeb, "LS1 4AP")).Confidence);

    [Theory]
    [InlineData("Quillfeather Bakery (closed)", "closed")]
    [InlineData("zz Quillfeather Bakery", "zz")]
    [InlineData("DUPLICATE - Quillfeather Bakery Ltd", "DUPLICATE")]
    public void A_marker_of_disuse_is_no_part_of_a_name_and_is_said(string name, string marker)
    {
        var pair = Pair(Placement("1", "Quillfeather Bakery", "LS1 4AP"), Organisation("O1", name, "LS1 4AP"));
        Assert.Equal(Confidence.Possible, pair.Confidence);
        Assert.Equal("same name; same postcode", pair.Reasons);
        Assert.Equal($"marked as not in use: \"{marker}\"", pair.Conflicts);
    }

    [Fact]
    public void A_branch_number_tells_two_branches_apart()
    {
        var pair = Pair(Placement("1", "Quillfeather Bakery 12", "LS1 4AP"), Organisation("O1", "Quillfeather Bakery 14", "LS1 4AP"));
        Assert.True(pair.Confidence < Confidence.Probable);
        Assert.Contains("different numbers", pair.Conflicts);
    }

    [Fact]
    public void Of_two_branches_each_goes_to_its_own_postcode()
    {
        var found = Match(
            [Placement("1", "Quillfeather Bakery", "LS1 4AP"), Placement("2", "Quillfeather Bakery", "YO1 7HH"), .. Bystanders.Placements],
            [Organisation("O2", "Quillfeather Bakery Ltd", "YO1 7HH"), Organisation("O1", "Quillfeather Bakery Ltd", "LS1 4AP"), .. Bystanders.Organisations]
        ).Candidates;
        Assert.Equal(("O1", Confidence.Certain), found.Where(one => one.PlacementId == "1").Select(one => (one.OrganisationIdent!, one.Confidence)).Single());
        Assert.Equal(("O2", Confidence.Certain), found.Where(one => one.PlacementId == "2").Select(one => (one.OrganisationIdent!, one.Confidence)).Single());
    }
}
