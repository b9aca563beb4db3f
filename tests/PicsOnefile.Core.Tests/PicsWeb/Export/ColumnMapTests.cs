using System;
using System.Collections.Generic;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Export;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Export;

/// <summary>Headings of one's own, for all lists of a profile together.</summary>
public class ColumnMapTests
{
    private static readonly Dictionary<string, string> Map = new()
    {
        ["OfficerIdent"] = "Staff no.",
        ["Officer.AdditionalId"] = "Portfolio no.",
        ["additionalid"] = "Other no.",
    };

    [Fact]
    public void An_entry_is_for_every_list_that_has_its_field() =>
        Assert.Equal("Other no.", Assert.Single(ColumnMap.For(Map, PicsWebOperation.OrganisationsList)).Value);

    [Fact]
    public void An_entry_for_one_list_stands_above_one_for_all()
    {
        var officers = ColumnMap.For(Map, PicsWebOperation.OfficersList);

        Assert.Equal(("Staff no.", "Portfolio no."), (officers["OfficerIdent"], officers["AdditionalId"]));
        Assert.Empty(ColumnMap.For(Map, PicsWebOperation.QualificationsList));
    }

    [Theory]
    [InlineData("Assessor.Name", "no list 'Assessor'; there are Officer, Organisation, Qualification, Learner")]
    [InlineData("Officer.Uln", "no field; there are OfficerIdent,")]
    [InlineData("Shoes", "no field; there are OfficerIdent,")]
    public void What_is_no_field_is_refused_with_those_there_are(string key, string says)
    {
        var failure = Assert.Throws<PicsOnefileException>(() => ColumnMap.Validate(new Dictionary<string, string> { [key] = "x" }));

        Assert.Equal(ErrorKinds.ColumnMapInvalid, failure.Kind);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }
}
