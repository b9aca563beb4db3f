using System.Collections.Generic;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Runs;

/// <summary>The customer's own words.</summary>
public sealed class TermsTests
{
    private static readonly Terms Own = Terms.From(new Dictionary<string, string> { ["Assessor"] = "Tutor", ["organisation"] = " employer " });

    [Fact]
    public void Own_words_are_said_in_place_of_the_vendors_and_the_others_stay()
    {
        Assert.Equal("Tutor", $"{Own.Onefile(LinkKind.Officer)}");
        Assert.Equal("employer", $"{Own.PicsWeb(LinkKind.Organisation)}");
        Assert.Equal("officer", $"{Own.PicsWeb(LinkKind.Officer)}");
        Assert.Equal("placement", $"{Own.Onefile(LinkKind.Organisation)}");
        Assert.Equal((true, false), (Own.Assessor.IsOwn, Own.Officer.IsOwn));
    }

    [Theory]
    [InlineData("Assessor", "Tutor 7 (Zoe Carr)")]
    [InlineData("Organisation", "Employer 7 (Zoe Carr)")]
    [InlineData("Officer", "Officer 7 (Zoe Carr)")]
    [InlineData("Qualification", "Qualification 7 (Zoe Carr)")]
    public void A_record_is_named_by_the_kind_of_the_journal_with_a_capital_letter(string kind, string target) =>
        Assert.Equal(target, Own.Record(kind, "7", "Zoe Carr"));

    [Fact]
    public void A_record_without_a_name_is_named_by_its_key() => Assert.Equal("Tutor 7", Own.Record("Assessor", "7"));

    [Theory]
    [InlineData("Tutor", "Tutors", "Tutor(s)")]
    [InlineData("Coach", "Coaches", "Coach(s)")]
    [InlineData("Company", "Companies", "Company(s)")]
    [InlineData("Employer's boy", "Employer's boys", "Employer's boy(s)")]
    [InlineData("Business", "Businesses", "Business(s)")]
    [InlineData("Member of staff", "Members of staff", "Member(s) of staff")]
    [InlineData("Coach for skills", "Coaches for skills", "Coach(s) for skills")]
    [InlineData("staff member", "staff members", "staff member(s)")]
    public void Several_are_said_by_the_rules_of_English(string word, string many, string oneOrMany)
    {
        var term = Terms.From(new Dictionary<string, string> { ["Officer"] = word }).Officer;
        Assert.Equal((many, oneOrMany), (term.Many, term.OneOrMany));
        Assert.True(char.IsUpper(term.Label[0]) && char.IsUpper(term.ManyLabel[0]));
    }

    [Fact]
    public void The_vendors_words_are_as_they_ever_were() =>
        Assert.Equal(
            [
                ("assessor", "assessors", "Assessor"),
                ("placement", "placements", "Placement"),
                ("officer", "officers", "Officer"),
                ("organisation", "organisations", "Organisation"),
            ],
            [Forms(Terms.Vendors.Assessor), Forms(Terms.Vendors.Placement), Forms(Terms.Vendors.Officer), Forms(Terms.Vendors.Organisation)]
        );

    [Fact]
    public void A_run_that_is_told_nothing_speaks_the_vendors_words() => Assert.Same(Terms.Vendors, RunContext.Silent.Terms);

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

    private static (string, string, string) Forms(Term term) => (term.One, term.Many, term.Label);
}
