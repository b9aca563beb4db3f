using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb.Export;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Export;

/// <summary>Each of the four lists given for each other: told for what it is, before anything is read of it.</summary>
public class ListSwapTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Lists = new Dictionary<string, string[]>
    {
        ["officers"] =
        [
            "Ident,Surname,First Names,E-mail,Telephone,Mobile,Status,Other System ID\nA1,Pugh,Ann,,,,Live,\n",
            "Officer Code,Surname,Forename,Email,Name of site\nA1,Pugh,Ann,,\n",
            "Staff list,,,\nIdent,Last Name,First Name,Mobile Number\nA1,Pugh,Ann,\n",
        ],
        ["organisations"] =
        [
            "Ident,Name,Address 1,Address 2,Postcode,EDRS,Status,Other System ID\nP1,Made Up,,,,,Live,\n",
            "Organisation Ident;Organisation Name;Post Code\nP1;Made Up;\n",
            "Code,Name,Website\nP1,Made Up,\n",
        ],
        ["qualifications"] =
        [
            "Title,VQ Reference,Level,Status\nCare,196AS,2,Live\n",
            "Ident,Name,VQ Reference\nQ1,Care,196AS\n",
            "Qualification Title|VQ Ref|Has Units\nCare|196AS|0\n",
        ],
        ["learners"] =
        [
            "Ident,Surname,First Names,Date of Birth,ULN,Main Officer,Organisation,VQ References\nL1,Pugh,Ann,,,,,\n",
            "Ident,Surname,Forename,ULN,Organisation,VQ Reference,Qualification\nL1,Pugh,Ann,,,,\n",
            "Code,Surname,DOB,E-mail,Mobile,Title,VQ Ref\nL1,Pugh,01/02/2006,,,,\n",
        ],
    };

    private static readonly Dictionary<string, Func<ExportedList, ExportedLists>> As = new()
    {
        ["officers"] = list => new(officers: list),
        ["organisations"] = list => new(organisations: list),
        ["qualifications"] = list => new(qualifications: list),
        ["learners"] = list => new(learners: list),
    };

    public static TheoryData<string, string, int> Every
    {
        get
        {
            var every = new TheoryData<string, string, int>();
            foreach (
                var (@is, given, at) in Lists.Keys.SelectMany(@is =>
                    Lists.Keys.SelectMany(given => Enumerable.Range(0, Lists[@is].Length).Select(at => (@is, given, at)))
                )
            )
                every.Add(@is, given, at);
            return every;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_list_given_for_another_one_is_named_for_what_it_is(string @is, string given, int at)
    {
        using var file = new ListFile(Lists[@is][at]);
        var lists = As[given](new ExportedList(file.Path));

        if (@is == given)
        {
            lists.Check(mayBeMissing: false, file.Run);
            return;
        }
        var failure = Assert.Throws<PicsOnefileException>(() => lists.Check(mayBeMissing: false, file.Run));
        Assert.Same(ErrorKinds.ListOfAnotherKind, failure.Kind);
        Assert.Contains($"was given as the list of {given}, and its headings are those of {@is}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Organisation Ident,Organisation Name,Main Officer,Forename,Surname,Other System ID\nP1,Made Up,A1,Ann,Pugh,\n")]
    [InlineData("Placement Code,Placement Name,Officers,First Name,Last Name,Postcode\nP1,Made Up,A1,Ann,Pugh,\n")]
    public void An_organisations_list_may_say_who_looks_after_them_and_whom_to_ask_for(string text)
    {
        using var file = new ListFile(text);

        new ExportedLists(organisations: new ExportedList(file.Path)).Check(mayBeMissing: false, file.Run);
    }

    [Fact]
    public async Task It_is_told_by_reading_too()
    {
        using var file = new ListFile(Lists["learners"][0]);

        Assert.Same(ErrorKinds.ListOfAnotherKind, (await Assert.ThrowsAsync<PicsOnefileException>(file.OfficersAsync)).Kind);
    }

    [Fact]
    public async Task Who_names_the_heading_of_the_Ident_is_believed()
    {
        using var file = new ListFile("Ident,Surname,DOB,Mobile\nA1,Pugh,,\n") { Columns = new Dictionary<string, string> { ["OfficerIdent"] = "Ident" } };

        Assert.Single(await file.OfficersAsync());
    }

    [Fact]
    public void A_list_that_is_not_there_is_refused_or_expected()
    {
        using var file = new ListFile("");
        File.Delete(file.Path);
        var lists = new ExportedLists(learners: new ExportedList(file.Path));

        Assert.Same(ErrorKinds.FileNotFound, Assert.Throws<PicsOnefileException>(() => lists.Check(mayBeMissing: false, file.Run)).Kind);
        lists.Check(mayBeMissing: true, file.Run);
        Assert.Contains($"There is no file {file.Path} yet", Assert.Single(file.Log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.6E+01", "line 4: 1.6E+01")]
    [InlineData("43", "line 4: 43 (00043")]
    [InlineData("03-Jun", "line 4: 03-Jun")]
    public async Task Rows_that_a_spreadsheet_has_rewritten_are_named_by_their_lines(string ident, string says)
    {
        using var file = new ListFile($"Ident,Surname,Additional ID\n00012,Pugh,\n00013,Rees,\n{ident},Lee,\n");

        Assert.Equal(3, (await file.OfficersAsync()).Count);
        Assert.Contains(says, Assert.Single(file.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Additional_IDs_and_the_learners_officers_are_looked_at_as_well()
    {
        using var officers = new ListFile("Ident,Surname,Additional ID\nA1,Pugh,4.477E+11\n");
        using var learners = new ListFile("Ident,Surname,ULN,Main Officer\nL1,Pugh,1000000001,00012\nL2,Rees,1000000002,00013\nL3,Lee,1000000003,43\n");

        await officers.OfficersAsync();
        await learners.LearnersAsync();

        Assert.Contains("(AdditionalId)", Assert.Single(officers.Log.Warnings), StringComparison.Ordinal);
        Assert.Contains("(MainOfficer)", Assert.Single(learners.Log.Warnings), StringComparison.Ordinal);
    }
}
