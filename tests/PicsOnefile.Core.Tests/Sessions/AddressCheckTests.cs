using PicsOnefile.Errors;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

public class AddressCheckTests
{
    private const string Tenant = "https://harrowdale.picsweb.co.uk/app/";

    [Theory]
    [InlineData(
        OnefileEnvironment.Practice,
        "https://wsapi.onefile.co.uk/api/v2.1",
        Tenant,
        "wsapi.onefile.co.uk is Onefile's Live, and Practice was asked for"
    )]
    [InlineData(OnefileEnvironment.Live, "https://wsapi2.onefile.co.uk/api/v2.1", Tenant, "wsapi2.onefile.co.uk is Onefile's Practice, and Live was asked for")]
    [InlineData(OnefileEnvironment.Live, "https://WSAPIBETA.onefile.co.uk./", null, "wsapibeta.onefile.co.uk is Onefile's Beta, and Live was asked for")]
    [InlineData(OnefileEnvironment.Beta, "https://wsapi.onefile.co.uk:443/other", null, "is Onefile's Live, and Beta was asked for")]
    [InlineData(OnefileEnvironment.Live, Tenant, null, "harrowdale.picsweb.co.uk is PICSWeb's, and was given as Onefile's address")]
    [InlineData(OnefileEnvironment.Live, null, "https://wsapi.onefile.co.uk/api/v2.1", "is Onefile's, and was given as PICSWeb's address")]
    [InlineData(OnefileEnvironment.Live, null, "https://live.onefile.co.uk", "is Onefile's, and was given as PICSWeb's address")]
    [InlineData(OnefileEnvironment.Live, null, "https://www.picsweb.co.uk", "www.picsweb.co.uk is the vendor's own web site")]
    [InlineData(OnefileEnvironment.Live, null, "https://picsweb.co.uk/app/", "picsweb.co.uk is the vendor's own web site")]
    public void An_address_that_surely_belongs_elsewhere_is_refused(OnefileEnvironment environment, string? onefile, string? picsWeb, string what)
    {
        var failure = Assert.Throws<PicsOnefileException>(() =>
            AddressCheck.Validate(
                new()
                {
                    ProfileName = "x",
                    Environment = environment,
                    OnefileAddress = onefile,
                    PicsWebAddress = picsWeb,
                }
            )
        );

        Assert.Equal("AddressMismatch", failure.Kind.Id);
        Assert.Contains(what, failure.Message);
    }

    [Theory]
    [InlineData(OnefileEnvironment.Live, null, Tenant)]
    [InlineData(OnefileEnvironment.Live, "https://wsapi.onefile.co.uk/api/v2.1", "https://harrowdale.picsweb.co.uk")]
    [InlineData(OnefileEnvironment.Practice, "https://wsapi2.onefile.co.uk/api/v2.1/", null)]
    [InlineData(OnefileEnvironment.Beta, "http://localhost:5000/onefile", "http://localhost:5000/picsweb")]
    [InlineData(OnefileEnvironment.Live, "https://gateway.example/wsapi2.onefile.co.uk", "https://wwwpicsweb.co.uk")]
    [InlineData(OnefileEnvironment.Live, "https://wsapi2.onefile.co.uk.example", "https://www.picsweb.co.uk.example")]
    [InlineData(OnefileEnvironment.Live, "no address", "neither")]
    public void Of_any_other_address_nothing_is_known(OnefileEnvironment environment, string? onefile, string? picsWeb)
    {
        var profile = new PicsOnefileProfile
        {
            ProfileName = "x",
            Environment = environment,
            OnefileAddress = onefile,
            PicsWebAddress = picsWeb,
        };

        Assert.Same(profile, AddressCheck.Validate(profile));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://wsapi.onefile.co.uk/api/v2.1", "http://127.0.0.1:5000/picsweb")]
    [InlineData("http://127.0.0.1:5000/onefile", Tenant)]
    [InlineData("http://localhost.example/onefile", null)]
    public void The_sandboxs_name_is_for_this_computer_alone(string? onefile, string? picsWeb)
    {
        foreach (string name in new[] { "Sandbox", "sandbox" })
        {
            var profile = new PicsOnefileProfile
            {
                ProfileName = name,
                OnefileAddress = onefile,
                PicsWebAddress = picsWeb,
            };
            Assert.Equal("SandboxNameReserved", Assert.Throws<PicsOnefileException>(() => AddressCheck.Validate(profile)).Kind.Id);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/onefile", null)]
    [InlineData("http://[::1]:5000/onefile", "http://localhost:5000/picsweb")]
    public void A_sandbox_of_this_computer_may_have_its_name(string onefile, string? picsWeb)
    {
        var profile = new PicsOnefileProfile
        {
            ProfileName = PicsOnefileProfile.Sandbox,
            OnefileAddress = onefile,
            PicsWebAddress = picsWeb,
        };
        Assert.Same(profile, AddressCheck.Validate(profile));
    }
}
