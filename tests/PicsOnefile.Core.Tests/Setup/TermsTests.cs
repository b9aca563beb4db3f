using System.Collections.Generic;
using PicsOnefile.Failures;
using PicsOnefile.Setup;
using Xunit;

namespace PicsOnefile.Core.Tests.Setup;

/// <summary>The customer's own words.</summary>
public sealed class TermsTests
{
    private static readonly Dictionary<string, string> Own = new() { ["Assessor"] = "Tutor", ["organisation"] = "Employer" };

    [Fact]
    public void Own_words_are_said_in_place_of_the_vendors_and_the_others_stay()
    {
        Assert.Equal("Tutor", Terms.Onefile(LinkKind.Officer, Own));
        Assert.Equal("Employer", Terms.PicsWeb(LinkKind.Organisation, Own));
        Assert.Equal("officer", Terms.PicsWeb(LinkKind.Officer, Own));
        Assert.Equal("placement", Terms.Onefile(LinkKind.Organisation, Own));
    }

    [Theory]
    [InlineData("Asessor", "Tutor")]
    [InlineData("Assessor", " ")]
    public void A_word_that_nobody_would_see_is_refused_with_those_there_are(string key, string word)
    {
        var failure = Assert.Throws<PicsOnefileException>(() => Terms.Checked(new Dictionary<string, string> { [key] = word }));
        Assert.Equal("TerminologyInvalid", failure.Kind.Id);
        if (key != "Assessor")
            Assert.Contains("Assessor, Placement, Officer, Organisation", failure.Message);
    }
}
