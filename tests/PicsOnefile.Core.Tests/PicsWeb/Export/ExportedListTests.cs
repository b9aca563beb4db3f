using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Export;

public class ExportedListTests
{
    [Fact]
    public async Task Officers_are_read_by_PICSWebs_headings()
    {
        using var file = new ListFile(
            "Ident,Surname,First Names,E-mail Address,Telephone No,Telephone,Mobile,Status,Other System ID\r\n"
                + "0012,O'Hara,Ann,ann@example.com,x,01234 567890,07700 900123,Live,4711\r\n"
        );

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(
            new Officer
            {
                OfficerIdent = "0012",
                FirstName = "Ann",
                Surname = "O'Hara",
                Email = "ann@example.com",
                Telephone = "01234 567890",
                Mobile = "07700 900123",
                Status = "Live",
                AdditionalId = "4711",
            },
            officer
        );
        Assert.Empty(file.Log.Warnings);
        Assert.Empty(file.Log.Failures);
    }

    [Theory]
    [InlineData("officer code;SURNAME;Forename(s);OneFile ID")]
    [InlineData("Code;Last Name;First_Name;additional id")]
    [InlineData("Officer Ident;Family-Name;Given Names; Additional  Identifier ")]
    public async Task Headings_are_known_in_any_case_and_by_their_usual_variants(string heading)
    {
        using var file = new ListFile($"{heading}\nA1;Pugh;Ann;4711\n");

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(("A1", "Pugh", "Ann", "4711"), (officer.OfficerIdent, officer.Surname, officer.FirstName, officer.AdditionalId));
    }

    [Fact]
    public async Task Organisations_get_one_address_from_five_columns()
    {
        using var file = new ListFile(
            "Code,Organisation Name,Address 1,Address 2,Address 3,Address 4,Address 5,Post Code,ERN,Web Address,Live,Additional ID\n"
                + "ORG1,\"Made Up, Ltd\",Unit 1,,Leeds,,UK,LS1 1AA,100000001,made-up.example,No,\n"
        );

        var organisation = Assert.Single(await file.OrganisationsAsync());

        Assert.Equal("Made Up, Ltd", organisation.Name);
        Assert.Equal("Unit 1, Leeds, UK", organisation.Address);
        Assert.Equal(("LS1 1AA", "100000001", "made-up.example"), (organisation.Postcode, organisation.Edrs, organisation.Website));
        Assert.Equal("Dormant", organisation.Status);
        Assert.Null(organisation.AdditionalId);
    }

    [Fact]
    public async Task Qualifications_keep_a_key_while_their_references_are_corrected()
    {
        using var before = new ListFile("Qualification Title,VQ Reference,Level,Units,LARS Code\nBusiness Administrator,,3,0,196\nCare,603/2863/2,2,4,\n");
        using var after = new ListFile("Qualification Title,VQ Reference,Level,Units,LARS Code\nBusiness Administrator,196AS,3,0,196\nCare,603/2863/2,2,4,\n");

        var qualifications = await before.QualificationsAsync();

        var later = await after.QualificationsAsync();

        Assert.Equal(qualifications.Select(qualification => qualification.QualificationId), later.Select(qualification => qualification.QualificationId));
        Assert.Equal([false, true], qualifications.Select(qualification => qualification.HasUnits));
        Assert.Equal("196", qualifications[0].StandardCode);
    }

    [Fact]
    public async Task Qualifications_of_one_title_all_stay_and_are_told_apart()
    {
        using var file = new ListFile("Title,VQ Reference,Level,Status\nCare,1AS,2,Live\nCare,2AS,2,Live\nCare,2AS,2,Dormant\nCare,2AS,2,Dormant\n,,,\n");

        var qualifications = await file.QualificationsAsync();

        Assert.Equal(["Care [1AS]", "Care [2AS] 2 Live", "Care [2AS] 2 Dormant"], qualifications.Select(qualification => qualification.QualificationId));
        Assert.Contains("line 5, column 1 (Title) is the same as on line 4", Assert.Single(file.Log.Failures).Message);
    }

    [Fact]
    public async Task Learners_are_read_with_dates_the_British_way_round()
    {
        using var file = new ListFile(
            "Ident,Surname,Forename,DOB,ULN,OneFile ID,Main Officer,Officers,Organisation,VQ References\n"
                + "L1,Pugh,Ann,03/04/2006,1000000001,,A1,\"A1,A2\",ORG1,\"196AS,196EP\"\nL2,Rees,Bob,2006-04-03,,,,,,\nL3,Lee,Cy,3 Apr 2006,,,,,,\n"
        );

        var learners = await file.LearnersAsync();

        Assert.All(learners, learner => Assert.Equal(new DateTime(2006, 4, 3), learner.DateOfBirth));
        var first = learners[0];
        Assert.Equal(("1000000001", "A1", "A1,A2"), (first.Uln, first.MainOfficer, first.Officers));
        Assert.Equal(("ORG1", "196AS,196EP"), (first.OrganisationIdent, first.VqReferences));
    }

    [Fact]
    public async Task A_learners_centre_is_read_and_several_in_one_cell_may_be_separated_by_semicolons()
    {
        using var file = new ListFile("Ident,Surname,OneFile Organisation,Officers,Qualifications\nL1,Pugh,North,A1; A2,196AS; ; 196EP\n");

        var learner = Assert.Single(await file.LearnersAsync());

        Assert.Equal(("North", "A1,A2", "196AS,,196EP"), (learner.OnefileOrganisation, learner.Officers, learner.VqReferences));
    }

    [Fact]
    public async Task A_date_that_is_none_is_named_and_the_learner_stays()
    {
        using var file = new ListFile("Ident,Surname,Date of Birth\nL1,Pugh,31/02/2006\n");

        Assert.Null(Assert.Single(await file.LearnersAsync()).DateOfBirth);
        Assert.Contains("line 2, column 3 (Date of Birth) is not a date", Assert.Single(file.Log.Warnings));
        Assert.Empty(file.Log.Failures);
        Assert.DoesNotContain("31/02", file.Log.Everything);
    }

    [Theory]
    [InlineData(2, "on 2 of 3 lines: 2, 3; the rows")]
    [InlineData(10, "on 10 of 11 lines: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11; the rows")]
    [InlineData(60, "on 60 of 61 lines: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 50 more; the rows")]
    public async Task Dates_that_are_none_are_one_warning_with_their_number_and_the_first_lines(int bad, string told)
    {
        using var file = new ListFile(
            "Ident,Surname,Date of Birth\n" + string.Concat(Enumerable.Range(1, bad).Select(number => $"L{number},Pugh,31/02/2006\n")) + "L0,Pugh,03/04/2006\n"
        );

        Assert.Equal(bad + 1, (await file.LearnersAsync()).Count);
        Assert.Contains($"column 3 (Date of Birth) is not a date (day first, for example 31/12/2005) {told}", Assert.Single(file.Log.Warnings));
        Assert.Empty(file.Log.Failures);
    }

    // What Export-Csv writes of 3 April 2006 under th-TH and fa-IR, and a year that nobody meant.
    [Theory]
    [InlineData("3/4/2549 0:00:00")]
    [InlineData("1385-1-14")]
    [InlineData("01/01/0001")]
    [InlineData("31/12/9999")]
    public async Task A_year_of_another_calendar_is_no_date(string cell)
    {
        using var file = new ListFile($"Ident,Surname,Date of Birth\nL1,Pugh,{cell}\nL2,Rees,1/2/1899\n");

        var learners = await file.LearnersAsync();

        Assert.Equal([null, new DateTime(1899, 2, 1)], learners.Select(learner => learner.DateOfBirth));
        Assert.Contains("line 2, column 3 (Date of Birth) is not a date", Assert.Single(file.Log.Warnings));
    }

    [Fact]
    public async Task A_column_map_names_headings_that_are_not_known()
    {
        using var file = new ListFile("Personal no.,Ident,Nachname,x\n7,wrong,Pugh,4711\n")
        {
            Columns = new Dictionary<string, string>
            {
                ["officerident"] = "Personal No.",
                ["Surname"] = "NACHNAME",
                ["AdditionalId"] = "x",
            },
        };

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(("7", "Pugh", "4711"), (officer.OfficerIdent, officer.Surname, officer.AdditionalId));
    }

    [Theory]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("'+44 1234", "+44 1234")]
    [InlineData("'0012", "0012")]
    [InlineData("'ann@example.com", "ann@example.com")]
    [InlineData("\"=\"\"0012\"\"\"", "0012")]
    [InlineData("=\"0012\"", "0012")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("O'Hara", "O'Hara")]
    [InlineData("000", "000")]
    [InlineData(" \u00A0Pugh ", "Pugh")]
    [InlineData("5\"\" pipe", "5\"\" pipe")]
    public async Task A_cell_says_what_was_in_it_before_the_spreadsheet(string cell, string text)
    {
        using var file = new ListFile($"Ident,Surname,Additional ID\nA,{cell},1\n");

        Assert.Equal(text, Assert.Single(await file.OfficersAsync()).Surname);
    }
}
