using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.PicsWeb;

/// <summary>Get-PicsOfficer: PICSWeb's officers, with what stands in the Additional ID.</summary>
public sealed class GetPicsOfficerTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void All_officers_are_shown_with_their_Additional_ID()
    {
        var officers = twin.Twin.World.Officers.Values;
        var rows = twin.Must("Get-PicsOfficer");
        Assert.Equal(
            officers.Select(officer => (officer.Ident, officer.AdditionalId)).Order(),
            rows.Select(row => (row.Text("OfficerIdent"), row.Text("AdditionalId"))).Order()
        );
    }

    [Fact]
    public void Idents_are_taken_by_position_and_through_the_pipeline()
    {
        var idents = twin.Twin.World.Officers.Values.Take(2).Select(officer => officer.Ident).ToList();
        Assert.Equal(idents.Order(), twin.Must($"Get-PicsOfficer '{idents[0]}', '{idents[1]}'").All("OfficerIdent").Order());
        Assert.Equal([idents[1]], twin.Must($"[pscustomobject]@{{ OfficerIdent = '{idents[1]}' }} | Get-PicsOfficer").All("OfficerIdent"));
    }

    [Fact]
    public void A_name_may_be_a_pattern_and_an_e_mail_address_is_found_in_any_case()
    {
        var officer = twin.Twin.World.Officers.Values.First(officer => officer.Email.Length > 0);
        Assert.Contains(
            officer.Ident,
            twin.Must($"Get-PicsOfficer -Name '* {officer.Surname.Replace("'", "''", System.StringComparison.Ordinal)}'").All("OfficerIdent")
        );
        Assert.Contains(officer.Ident, twin.Must($"Get-PicsOfficer -Email '{officer.Email.ToUpperInvariant()}'").All("OfficerIdent"));
    }

    [Fact]
    public void Unlinked_leaves_out_who_holds_a_Onefile_ID()
    {
        var accounts = twin.Twin.World.Assessors.Select(user => $"{user.Id}").ToHashSet();
        var unlinked = twin.Must("Get-PicsOfficer -Unlinked");
        Assert.NotEmpty(unlinked);
        Assert.DoesNotContain(unlinked.All("AdditionalId"), accounts.Contains);
    }

    [Fact]
    public void An_Ident_that_PICSWeb_does_not_have_is_told() =>
        twin.Fails("Get-PicsOfficer NOSUCH").Is("RecordUnknown", ErrorCategory.ObjectNotFound, "NOSUCH");

    [Fact]
    public async Task An_exported_list_is_read_without_any_connection()
    {
        await using var own = await TwinShell.StartAsync(connect: false);
        ExportedLists.WriteAll(own.Twin, own.Folder);
        Assert.Equal(
            own.Twin.World.Officers.Values.Select(officer => officer.Ident).Order(),
            own.Must("Get-PicsOfficer -Path $folder/officers.csv").All("OfficerIdent").Order()
        );
        own.Fails("Get-PicsOfficer -Path $folder/nowhere.csv").Is("FileNotFound", ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public async Task Headings_of_ones_own_are_named_in_a_column_map()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Save("staff.csv", "Staff no.;Surname;Portfolio\r\n0012;Pugh;4711\r\n");
        var officer = Assert.Single(
            twin.Must("Get-PicsOfficer -Path $folder/staff.csv -ColumnMap @{ OfficerIdent = 'Staff no.'; 'Officer.AdditionalId' = 'Portfolio' }")
        );
        Assert.Equal(("0012", "4711"), (officer.Text("OfficerIdent"), officer.Text("AdditionalId")));
        twin.Fails("Get-PicsOfficer -Path $folder/staff.csv -ColumnMap @{ Shoes = 'x' }")
            .Is("ColumnMapInvalid", System.Management.Automation.ErrorCategory.InvalidArgument);
    }

    [Fact]
    public async Task Another_list_is_read_whichever_was_read_before()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Save("north.csv", "Ident,Surname,First Names,Additional ID\n00012,Arkwright,Ffion,\n");
        twin.Save("south.csv", "Ident,Surname,First Names,Additional ID\n00099,Iveson,Morag,\n");
        string Connect(string list) =>
            $"$null = Connect-PicsOnefile -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -CustomerToken $token -CachePath $cache "
                + $"-OfficerPath $folder/{list}";
        twin.Must(Connect("north.csv"));
        Assert.Equal(["00012"], twin.Must("Get-PicsOfficer").All("OfficerIdent"));

        twin.Must(Connect("south.csv"));

        Assert.Equal(["00099"], twin.Must("Get-PicsOfficer").All("OfficerIdent"));
        twin.Must(Connect("north.csv"));
        Assert.Equal(["00012"], twin.Must("Get-PicsOfficer").All("OfficerIdent"));
        twin.Must(Connect("south.csv"));
        twin.Fails("Get-PicsOfficer -Offline").Is("NeverRead", ErrorCategory.ResourceUnavailable);
    }
}
