using System;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class PlacementTests : IDisposable
{
    private readonly OnefileStandIn _onefile = new();

    public void Dispose() => _onefile.Dispose();

    [Theory]
    [InlineData("""  "Address":["1 High Street","Leeds","LS1 4AB"]  """, "1 High Street, Leeds", "LS1 4AB")]
    [InlineData("""  "Address":["1 High Street","Leeds ls14ab"]  """, "1 High Street, Leeds", "LS1 4AB")]
    [InlineData("""  "Address":["1 High Street","LS1 4AB","West Yorkshire"]  """, "1 High Street, West Yorkshire", "LS1 4AB")]
    [InlineData("""  "Address":"1 High Street\r\nLeeds\r\nLS1 4AB"  """, "1 High Street, Leeds", "LS1 4AB")]
    [InlineData("""  "Address":"1 High Street, Leeds, LS1 4AB"  """, "1 High Street, Leeds", "LS1 4AB")]
    [InlineData("""  "Address":{"Line1":"1 High Street","Line2":null,"Town":"Leeds","Postcode":"LS1 4AB"}  """, "1 High Street, Leeds", "LS1 4AB")]
    [InlineData("""  "Address1":"1 High Street","Town":"Leeds","PostCode":"ls1 4ab"  """, "1 High Street, Leeds", "LS1 4AB")]
    [InlineData("""  "Address":["1 High Street","Leeds LS1 4AB"],"Postcode":"LS14AB"  """, "1 High Street, Leeds", "LS1 4AB")]
    [InlineData("""  "Address":["1 High Street","Dublin","D02 X285"],"Postcode":"D02 X285"  """, "1 High Street, Dublin", "D02 X285")]
    [InlineData("""  "Address":["Unit EC1A 1BB House","Leeds"]  """, "Unit EC1A 1BB House, Leeds", null)]
    [InlineData("""  "Address":["EC1A 1BB"]  """, null, "EC1A 1BB")]
    [InlineData("""  "Address":[]  """, null, null)]
    [InlineData("""  "Address":""  """, null, null)]
    [InlineData("""  "Address":null  """, null, null)]
    public async Task The_address_is_read_in_every_form_and_the_postcode_taken_out_of_its_lines(string property, string? address, string? postcode)
    {
        Placement placement = await _onefile.PlacementAsync($$"""{"ID":1,"Name":"Acme",{{property}}}""");

        Assert.Equal((address, postcode), (placement.Address, placement.Postcode));
    }

    [Theory]
    [InlineData("SW1A 2AA")]
    [InlineData("M1 1AE")]
    [InlineData("B33 8TH")]
    [InlineData("CR2 6XH")]
    [InlineData("DN55 1PT")]
    [InlineData("GIR 0AA")]
    public async Task Every_form_of_a_UK_postcode_is_recognised(string postcode)
    {
        Placement placement = await _onefile.PlacementAsync(
            $$"""{"ID":1,"Address":"1 High Street, {{postcode.Replace(" ", "", StringComparison.Ordinal)}}"}"""
        );

        Assert.Equal(postcode, placement.Postcode);
    }

    [Theory]
    [InlineData("""  "Active":true  """, true)]
    [InlineData("""  "Active":false  """, false)]
    [InlineData("""  "Archived":true  """, false)]
    [InlineData("""  "Status":"Live"  """, true)]
    [InlineData("""  "Contact":"Ann"  """, null)]
    public async Task Active_is_unknown_unless_Onefile_says_it(string property, bool? active)
    {
        Assert.Equal(active, (await _onefile.PlacementAsync($$"""{"ID":1,{{property}}}""")).Active);
    }

    [Fact]
    public async Task Details_add_to_the_row_and_what_they_do_not_name_is_kept_from_it()
    {
        _onefile.On(
            "GET /Placement/5",
            """{"ID":5,"Address":["1 High Street","LS1 4AB"],"Active":true,"Email":"office@acme.example","Telephone":"0113 496 0000","Web":"acme.example"}"""
        );
        var row = new Placement
        {
            PlacementId = "5",
            Name = "Acme Ltd",
            MisId = "P5",
            CentreId = "7",
            CentreName = "North",
        };

        Placement? placement = await _onefile.Client.GetPlacementAsync(row, _onefile.Run);

        Assert.Equal(
            row with
            {
                Address = "1 High Street",
                Postcode = "LS1 4AB",
                Active = true,
                Email = "office@acme.example",
                Telephone = "0113 496 0000",
                Website = "acme.example",
                DetailsReadAt = _onefile.Clock.GetUtcNow(),
            },
            placement
        );
    }

    [Fact]
    public async Task The_servers_name_filter_is_used_where_it_is_asked_for()
    {
        _onefile.On("POST /Placement/Search/1/100", "", 204);

        await OnefileStandIn.DrainAsync(_onefile.Client.SearchPlacementsAsync(OnefileStandIn.Centre, "Acme", _onefile.Run));

        Assert.Equal("""{"OrganisationID":7,"Name":"Acme"}""", Assert.Single(_onefile.Server.Requests).Body);
    }
}
