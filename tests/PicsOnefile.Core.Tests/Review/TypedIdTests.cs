using System;
using System.Linq;
using PicsOnefile.Review;
using Xunit;
using static PicsOnefile.Core.Tests.Review.ReviewFolder;

namespace PicsOnefile.Core.Tests.Review;

public sealed class TypedIdTests : IDisposable
{
    private readonly ReviewFolder _folder = new();

    [Fact]
    public void An_ID_typed_beside_an_assessor_is_the_Ident_to_link_instead()
    {
        _folder.Write(Pair()).Type("Decision", "Accept").Type("OtherId", "0077");

        var row = Row();

        Assert.Equal(("0077", "4711", "0077", null), (row.OfficerIdent, row.AssessorId, row.OtherId, row.OfficerName));
    }

    [Fact]
    public void An_ID_typed_beside_an_officer_without_an_assessor_is_the_Onefile_ID()
    {
        _folder.Write(Pair(assessorId: null)).Type("OtherId", "4712");

        Assert.Equal(("0012", "4712"), (Row().OfficerIdent, Row().AssessorId));
    }

    [Fact]
    public void Whoever_types_an_ID_and_forgets_the_decision_means_Accept()
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", "0077");

        Assert.Equal(ReviewDecision.Accept, Row().Decision);
    }

    [Fact]
    public void Replace_stays_Replace_with_a_typed_ID()
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", "0077").Type("Decision", "Replace");

        Assert.Equal(ReviewDecision.Replace, Row().Decision);
    }

    [Theory]
    [InlineData("Reject")]
    [InlineData("Exclude")]
    public void A_typed_ID_beside_a_decision_against_linking_is_named(string decision)
    {
        _folder.Write(Pair()).Type("OtherId", "0077").Type("Decision", decision);

        Assert.Contains("column 2 (OtherId)", Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_spoke_for_the_proposed_pair_does_not_speak_for_a_typed_one()
    {
        _folder.Write(Pair(confidence: Confidence.Certain)).Type("OtherId", "0077");

        Assert.Equal((Confidence.None, 0, ""), (Row().Confidence, Row().Score, Row().Reasons));
    }

    [Theory]
    [InlineData("77", "0077")]
    [InlineData("'0077", "0077")]
    [InlineData("=\"0077\"", "0077")]
    [InlineData("ab1", "AB1")]
    [InlineData("0500", "500")]
    public void An_Ident_that_a_spreadsheet_or_a_person_wrote_otherwise_is_found_again(string typed, string expected)
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", typed);

        var row = Row(Known("0077", "AB1", "500"));

        Assert.Equal((expected, "Officer " + expected), (row.OfficerIdent, row.OfficerName));
    }

    [Fact]
    public void The_Ident_as_it_was_typed_goes_before_others_that_differ_in_zeros()
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", "77");

        Assert.Equal("77", Row(Known("0077", "77")).OfficerIdent);
    }

    [Fact]
    public void Dropped_zeros_that_fit_several_Idents_are_for_a_person()
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", "77");

        Assert.Contains("0077 or 077", Problem(Known("0077", "077")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Ident_that_PICSWeb_does_not_have_is_named()
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", "01-Feb");

        Assert.Contains("there is no Ident of the officer '01-Feb'", Problem(Known("1-2")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Onefile_ID_that_Onefile_does_not_have_is_named_and_one_that_it_has_brings_its_centre()
    {
        var known = new ReviewedRecords(
            [],
            [
                new Assessor
                {
                    AssessorId = "4712",
                    FirstName = "Ann",
                    CentreId = "3",
                },
            ]
        );
        _folder.Write(Pair(assessorId: null)).Type("OtherId", "9");
        Assert.Contains("there is no Onefile ID of the assessor '9'", Problem(known), StringComparison.Ordinal);

        _folder.Type("OtherId", "4712");
        Assert.Equal(("Ann", "3"), (Row(known).AssessorName, Row(known).CentreId));
    }

    [Fact]
    public void A_number_whose_digits_a_spreadsheet_rounded_away_is_named_even_without_a_connection()
    {
        _folder.Write(Pair(ident: null)).Type("OtherId", "1.23457E+11");

        Assert.Contains("last digits are lost", Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_officer_may_be_given_an_account_in_each_centre()
    {
        _folder.Write(Pair(assessorId: null)).Edit(rows => rows.Add([.. rows[1]])).Type("OtherId", "11").Type("OtherId", "22", row: 2);

        Assert.Equal(["11", "22"], _folder.Read().Rows.Cast<OfficerReviewRow>().Select(row => row.AssessorId));
    }

    public void Dispose() => _folder.Dispose();

    private static ReviewedRecords Known(params string[] idents) =>
        new(
            [
                .. idents.Select(ident => new Officer
                {
                    OfficerIdent = ident,
                    FirstName = "Officer",
                    Surname = ident,
                }),
            ],
            null
        );

    private OfficerReviewRow Row(ReviewedRecords? known = null)
    {
        var reading = _folder.Read(_ => known ?? ReviewedRecords.Unknown);
        Assert.Empty(reading.Problems);
        return (OfficerReviewRow)Assert.Single(reading.Rows);
    }

    private string Problem(ReviewedRecords? known = null) => Assert.Single(_folder.Read(_ => known ?? ReviewedRecords.Unknown).Problems).Message;
}
