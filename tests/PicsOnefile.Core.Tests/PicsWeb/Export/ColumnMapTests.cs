using System;
using System.Collections.Generic;
using System.Threading.Tasks;
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
    [InlineData("Officer.Uln", "not a field; there are OfficerIdent,")]
    [InlineData("Shoes", "not a field; there are OfficerIdent,")]
    public void What_is_no_field_is_refused_with_those_there_are(string key, string says)
    {
        var failure = Assert.Throws<PicsOnefileException>(() => ColumnMap.Validate(new Dictionary<string, string> { [key] = "x" }));

        Assert.Equal(ErrorKinds.ColumnMapInvalid, failure.Kind);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ident,Surname,Other System ID,Additional ID", "AdditionalId", "3 (Other System ID) and 4 (Additional ID)")]
    [InlineData("Ident,Surname,Additional ID,OneFile ID,Other ID", "AdditionalId", "3 (Additional ID), 4 (OneFile ID) and 5 (Other ID)")]
    [InlineData("Ident,Code,Surname,Additional ID", "OfficerIdent", "1 (Ident) and 2 (Code)")]
    [InlineData("Ident,Surname,Email,Work Email", "Email", "3 (Email) and 4 (Work Email)")]
    public async Task Two_known_headings_of_one_field_are_an_error_with_the_way_out(string headings, string field, string says)
    {
        using var file = new ListFile($"{headings}\nO1,Ng,410162,410163,410164\n");

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(file.OfficersAsync);

        Assert.Equal(ErrorKinds.CsvInvalid, failure.Kind);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.Contains($"-ColumnMap @{{ {field} = '", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_map_says_which_of_two_known_headings_counts()
    {
        using var file = new ListFile("Ident,Surname,Other System ID,Additional ID\nO1,Ng,410162,410163\n")
        {
            Columns = new Dictionary<string, string> { ["AdditionalId"] = "Additional ID" },
        };

        Assert.Equal("410163", Assert.Single(await file.OfficersAsync()).AdditionalId);
    }

    [Fact]
    public async Task A_known_heading_that_another_field_has_taken_is_no_second_one()
    {
        using var file = new ListFile("Code,Surname,Additional ID\nO1,Ng,410162\n")
        {
            Columns = new Dictionary<string, string> { ["OfficerIdent"] = "Code" },
        };

        Assert.Equal("410162", Assert.Single(await file.OfficersAsync()).AdditionalId);
    }
}
