using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Core.Tests.Matching.MadeUp;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>What lists that are long enough to show how alike strangers can be add to what is Certain, and what they never make so.</summary>
public class LongListTests
{
    private const int Long = 600;
    private const string Number = "0113 496 0123";

    private static readonly NoiseLevel None = new("none", 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static readonly MadeUpPeople People = MadeUpPeople.From(seed: 7, people: Long, None);
    private static readonly MadeUpOrganisations Firms = MadeUpOrganisations.From(seed: 7, organisations: Long, None);

    private static readonly string[] Sites = ["Ashgrove", "Quillfeather", "Tansy Hill", "Brindlewick", "Oatmarsh", "Larkspur"];

    [Theory]
    [InlineData("Quillfeather Joinery", "Quillfeather Joinery Pendlebury", Confidence.Certain)]
    [InlineData("Quillfeather Hall", "Northshire County Council Quillfeather Hall", Confidence.Certain)]
    [InlineData("Quillfeather Hall Cafe", "Northshire County Council Quillfeather Hall", Confidence.Possible)]
    [InlineData("Quillfeather Hall Orangery", "Quillfeather Hall Brasserie", Confidence.Possible)]
    public void More_words_on_one_side_are_neutral_at_one_place_and_number_and_own_words_on_both_sides_are_not(
        string placement,
        string organisation,
        Confidence expected
    )
    {
        var parents = Sites.Select((site, at) => Organisation($"N{at}", $"Northshire County Council {site} Library", $"LS{at + 2} 1AB"));
        Assert.Equal(
            expected,
            Decide(Placement("P1", placement, "LS1 4AP", telephone: Number), Organisation("Q1", organisation, "LS1 4AP", telephone: Number), parents)
        );
    }

    [Theory]
    [InlineData("LS1 4AP", null, "LS8 2TT", null, Confidence.Certain)]
    [InlineData(null, "4 Church Street, Leeds", null, "7 Mill Lane, Leeds", Confidence.Probable)]
    [InlineData(null, "156 2nd Avenue at 10th Street, Leeds", null, "156 Second Avenue, Leeds", Confidence.Certain)]
    [InlineData(null, "12 Northpoint, Leeds", null, "12 North Point, Leeds", Confidence.Certain)]
    [InlineData(null, "67 Raymond Avenue, Shipley", null, "67 Raymond Avenue, Bradford", Confidence.Certain)]
    public void A_firm_that_kept_name_and_number_has_moved_and_a_street_is_read_however_it_is_written(
        string? postcode,
        string? address,
        string? otherPostcode,
        string? otherAddress,
        Confidence expected
    ) =>
        Assert.Equal(
            expected,
            Decide(
                Placement("P1", "Quillfeather Joinery", postcode, address, telephone: Number),
                Organisation("Q1", "Quillfeather Joinery", otherPostcode, otherAddress, telephone: Number),
                []
            )
        );

    [Theory]
    [InlineData("Jane", "Jane", null, null, "07700 900123", Confidence.Certain)]
    [InlineData("J", "Jane", null, null, "0113 496 0123", Confidence.Probable)]
    [InlineData("Jane", "Jane", "j.quillfeather@mill.example", "j.quillfeather2@mill.example", "0113 496 0123", Confidence.Probable)]
    public void A_household_has_one_number_and_a_number_behind_a_mailbox_is_a_namesakes(
        string forename,
        string other,
        string? email,
        string? otherEmail,
        string telephone,
        Confidence expected
    )
    {
        var found = Match(
            [.. People.Onefile, Assessor("A1", forename, "Quillfeather", email, telephone)],
            [.. People.PicsWeb, Officer("O1", other, "Quillfeather", otherEmail, telephone)]
        );
        Assert.Equal(expected, found.Candidates.Single(one => one.AssessorId == "A1").Confidence);
    }

    private static Confidence Decide(Placement placement, Organisation organisation, IEnumerable<Organisation> others) =>
        Match([.. Firms.Onefile, placement], [.. Firms.PicsWeb, organisation, .. others]).Candidates.Single(one => one.PlacementId == "P1").Confidence;
}
