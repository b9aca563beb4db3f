using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Export;

/// <summary>Lists as Windows PowerShell 5.1 saves them where nobody tells it how: Export-Csv in ASCII with a #TYPE line, Out-File and > in UTF-16.</summary>
public class WindowsPowerShellListTests
{
    private const string Type = "#TYPE Selected.System.Management.Automation.PSCustomObject\r\n";

    [Fact]
    public async Task Export_Csv_begins_with_the_type_and_writes_ASCII()
    {
        using var file = new ListFile(Type + "\"Ident\",\"Surname\",\"Additional ID\"\r\n\"0012\",\"Pugh\",\"4711\"\r\n", Encoding.ASCII);

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(("0012", "Pugh", "4711"), (officer.OfficerIdent, officer.Surname, officer.AdditionalId));
        Assert.Empty(file.Log.Warnings);
        Assert.Empty(file.Log.Failures);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Type)]
    public async Task Out_File_writes_UTF_16(string type)
    {
        using var file = new ListFile(type + "\"Ident\",\"Surname\",\"Additional ID\"\r\n\"0012\",\"Ŵyn-Müller\",\"4711\"\r\n", Encoding.Unicode);

        Assert.Equal(("0012", "Ŵyn-Müller"), (await file.OfficersAsync()).Select(officer => (officer.OfficerIdent, officer.Surname)).Single());
        Assert.Empty(file.Log.Warnings);
    }

    [Fact]
    public async Task Letters_that_ASCII_lost_are_a_warning_that_names_lines_and_columns_and_no_person()
    {
        using var file = new ListFile(
            Type + "Ident,First Names,Surname,Additional ID\r\nA,Siôn,Pugh,1\r\nB,Ann,Müller,2\r\nC,Ann,Smith,3\r\nD,Ŵyn,Ó Briain,4\r\n",
            Encoding.ASCII
        );

        var officers = await file.OfficersAsync();

        Assert.Equal(["Si?n", "Ann", "Ann", "?yn"], officers.Select(officer => officer.FirstName));
        var warning = Assert.Single(file.Log.Warnings);
        Assert.Contains(": line 3 (FirstName), line 4 (Surname), line 6 (FirstName). ", warning, StringComparison.Ordinal);
        Assert.Contains("-Encoding UTF8", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("Si?n", warning, StringComparison.Ordinal);
        Assert.Empty(file.Log.Failures);
    }

    [Fact]
    public async Task The_mark_that_a_decoder_puts_for_bytes_that_it_cannot_read_is_one_too()
    {
        using var file = new ListFile("Ident,Name,Additional ID\r\nA,Caf\uFFFD Ltd,1\r\n");

        Assert.Single(await file.OrganisationsAsync());
        Assert.Contains("line 2 (Name)", Assert.Single(file.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Get_PicsOfficer_and_Export_Csv_wrote_is_read_by_the_modules_own_names()
    {
        using var file = new ListFile(
            "#TYPE PicsOnefile.Officer\r\nOfficerIdent,OfficerId,FirstName,Surname,FullName,Status,AdditionalId,Kind,Ident,RecordId,DisplayName,Live\r\n"
                + "0012,7001,Ann,Pugh,Ann Pugh,Dormant,4711,Officer,0012,7001,Ann Pugh,False\r\n"
        );

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(("0012", "Pugh", "Dormant", "4711"), (officer.OfficerIdent, officer.Surname, officer.Status, officer.AdditionalId));
    }

    [Fact]
    public async Task So_is_what_Get_PicsOrganisation_and_Export_Csv_wrote()
    {
        using var file = new ListFile(
            "OrganisationIdent,OrganisationId,Name,Address,Postcode,Status,AdditionalId,Kind,Ident,RecordId,DisplayName,Live\r\n"
                + "OAK,301,Oakcote Ltd,\"72 Telford Way, Stafford\",ST26 3SR,Live,4711,Organisation,OAK,301,Oakcote Ltd,True\r\n"
        );

        var organisation = Assert.Single(await file.OrganisationsAsync());

        Assert.Equal(
            ("OAK", "Oakcote Ltd", "72 Telford Way, Stafford", "4711"),
            (organisation.OrganisationIdent, organisation.Name, organisation.Address, organisation.AdditionalId)
        );
    }

    [Fact]
    public async Task Headings_that_people_write_are_not_the_modules_names_and_nothing_says_which_one_counts()
    {
        using var file = new ListFile("Officer Ident,Officer ID,First Name,Surname\r\n0012,7001,Ann,Pugh\r\n");

        var refusal = await Assert.ThrowsAsync<PicsOnefileException>(file.OfficersAsync);

        Assert.Contains("may all be the field OfficerIdent", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Why Not? Ltd")]
    [InlineData("Smith?")]
    [InlineData("?")]
    [InlineData("(?Smith)")]
    [InlineData("Pugh (left?)")]
    [InlineData("? Jones")]
    public async Task A_question_mark_of_a_persons_own_is_none(string name)
    {
        using var file = new ListFile($"Ident,Name,Website,Additional ID\r\nA,{name},www.example.org/a?b=c,1\r\n");

        Assert.Single(await file.OrganisationsAsync());
        Assert.Empty(file.Log.Warnings);
    }
}
