using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Qualifications;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;

namespace PicsOnefile.Core.Tests.Qualifications;

public sealed class QualificationLinkTests
{
    [Theory]
    [InlineData("196AS", QualificationLinkState.Linked)]
    [InlineData("603/2863/2", QualificationLinkState.Linked)]
    [InlineData("196as", QualificationLinkState.BadReference)]
    [InlineData("196 AS", QualificationLinkState.BadReference)]
    [InlineData("196AS ", QualificationLinkState.BadReference)]
    [InlineData("60328632", QualificationLinkState.BadReference)]
    [InlineData("", QualificationLinkState.BadReference)]
    [InlineData(null, QualificationLinkState.BadReference)]
    [InlineData("to be done", QualificationLinkState.BadReference)]
    [InlineData("999AS", QualificationLinkState.MissingInOnefile)]
    [InlineData("603/9999/9", QualificationLinkState.MissingInOnefile)]
    public void The_VQ_Reference_of_a_qualification_decides_its_state(string? reference, QualificationLinkState expected)
    {
        var link = Links([Aim("196AS"), Aim("603/2863/2")], Qualification("7", "Business Administrator", reference))
            .Single(pair => pair.QualificationId == "7");

        Assert.Equal(expected, link.State);
    }

    [Fact]
    public void A_reference_that_is_only_written_otherwise_shows_the_code_that_it_should_be()
    {
        var link = Assert.Single(Links([Aim("196AS")], Qualification("7", "Business Administrator", "196as")));

        Assert.Equal(("196AS", "196as", "1-196AS"), (link.Code, link.VqReference, link.StandardId));
    }

    [Fact]
    public void A_learning_aim_that_no_qualification_carries_is_missing_in_PICSWeb()
    {
        var link = Assert.Single(Links([Aim("196AS")]));

        Assert.Equal((QualificationLinkState.MissingInPicsWeb, "196AS"), (link.State, link.Code));
    }

    [Fact]
    public void A_learning_aim_without_a_code_says_that_PICSWeb_cannot_find_it()
    {
        var link = Assert.Single(Links([Aim("196AS") with { Code = null, StandardCode = null, Component = null }]));

        Assert.Equal(QualificationLinkState.MissingInPicsWeb, link.State);
        Assert.Contains("no code", link.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dormant_qualification_does_not_serve_the_learning_aim_that_it_carries_the_code_of()
    {
        var links = Links([Aim("196AS")], Qualification("7", "Business Administrator", "196AS", status: "Dormant"));

        Assert.Equal([QualificationLinkState.Dormant, QualificationLinkState.MissingInPicsWeb], links.Select(link => link.State));
        Assert.Contains("7", links[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_on_two_learning_aims_of_one_centre_is_ambiguous()
    {
        var links = Links([Aim("196AS", id: "10"), Aim("196AS", id: "11")], Qualification("7", "Business Administrator", "196AS"));

        Assert.All(links, link => Assert.Equal(QualificationLinkState.Ambiguous, link.State));
        Assert.Contains("10, 11", links[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_on_two_live_qualifications_is_ambiguous_and_a_dormant_one_does_not_count()
    {
        LearningAim[] aims = [Aim("196AS")];
        var first = Qualification("7", "Business Administrator", "196AS");

        var two = Links(aims, first, Qualification("8", "Business Administrator (2)", "196AS"));
        var oneDormant = Links(aims, first, Qualification("8", "Business Administrator (2)", "196AS", status: "Dormant"));

        Assert.All(two, link => Assert.Equal(QualificationLinkState.Ambiguous, link.State));
        Assert.Equal(QualificationLinkState.Linked, oneDormant[0].State);
    }

    [Fact]
    public void The_same_code_in_several_centres_is_linked_once_for_each()
    {
        var links = Links([Aim("196AS"), Aim("196AS", centre: "2")], Qualification("7", "Business Administrator", "196AS"));

        Assert.Equal([("1", QualificationLinkState.Linked), ("2", QualificationLinkState.Linked)], links.Select(link => (link.CentreId, link.State)));
    }

    [Fact]
    public void A_qualification_with_units_is_found_and_its_progress_will_be_ignored()
    {
        var link = Assert.Single(Links([Aim("196AS")], Qualification("7", "Business Administrator", "196AS") with { HasUnits = true }));

        Assert.Equal(QualificationLinkState.HasUnits, link.State);
    }

    private static IReadOnlyList<QualificationLink> Links(LearningAim[] aims, params Qualification[] qualifications) =>
        QualificationLinks.Create(aims, qualifications);
}
