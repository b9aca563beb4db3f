using System;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

public sealed class AddressTests
{
    [Theory]
    [InlineData("https://tenant.picsweb.example/app/")]
    [InlineData("http://localhost:5000/onefile")]
    [InlineData("http://127.0.0.1:5000/onefile")]
    [InlineData("http://[::1]:5000/onefile")]
    [InlineData("http://LOCALHOST/onefile")]
    [InlineData("http://127.1/onefile")]
    [InlineData("http://127.255.1.2/onefile")]
    [InlineData("http://2130706433/onefile")]
    [InlineData("http://0x7f.0.0.1/onefile")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/onefile")]
    [InlineData("http://[::ffff:127.0.0.1]/onefile")]
    public void Https_and_the_loopback_address_are_allowed(string address)
    {
        Assert.Equal(new Uri(address), new BaseAddress(new Uri(address)).Uri);
    }

    [Theory]
    [InlineData("http://tenant.picsweb.example/app/")]
    [InlineData("http://localhost.example/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://loopback/")]
    [InlineData("http://LoopBack:5000/")]
    [InlineData("http://localhost./")]
    [InlineData("http://app.localhost/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://127.0.0.1@evil.example/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://128.0.0.1/")]
    [InlineData("http://ip6-localhost/")]
    [InlineData("ftp://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@tenant.picsweb.example/")]
    [InlineData("https://tenant.picsweb.example/?key=1")]
    [InlineData("app/api")]
    public void Any_other_address_is_refused(string address)
    {
        PicsOnefileException failure = Assert.Throws<PicsOnefileException>(() => new BaseAddress(new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.Equal(ErrorKinds.AddressNotAllowed, failure.Kind);
        Assert.DoesNotContain("password@", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://onefile.example/api/v2.1")]
    [InlineData("https://onefile.example/api/v2.1/")]
    public void Paths_stand_under_the_address_with_or_without_slashes(string address)
    {
        var root = new BaseAddress(new Uri(address));

        Assert.Equal("https://onefile.example/api/v2.1/User/5", root.Resolve("User/5").AbsoluteUri);
        Assert.Equal("https://onefile.example/api/v2.1/User/5", root.Resolve("/User/5").AbsoluteUri);
    }

    [Theory]
    [InlineData("//elsewhere.example/User")]
    [InlineData("https://elsewhere.example/User")]
    [InlineData("@elsewhere.example/User")]
    [InlineData("\\\\elsewhere.example\\User")]
    [InlineData(":8443/User")]
    [InlineData(".elsewhere.example/User")]
    [InlineData("../../../../User")]
    public void No_path_leads_to_another_host(string path)
    {
        Uri resolved = new BaseAddress(new Uri("https://onefile.example")).Resolve(path);

        Assert.Equal("https://onefile.example", resolved.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public void A_pipeline_is_not_made_for_a_forbidden_address()
    {
        var options = new RestPipelineOptions { Address = new Uri("http://onefile.example") };

        PicsOnefileException failure = Assert.Throws<PicsOnefileException>(() => new RestPipeline(options, TestSystem.Table));

        Assert.Equal(ErrorKinds.AddressNotAllowed, failure.Kind);
    }

    [Fact]
    public async Task A_body_goes_out_as_JSON_and_further_headers_with_it()
    {
        using var system = new TestSystem();
        system.Server.Then(200, "", ("ETag", "\"v7\""));

        RestResponse answer = await system.SendAsync(
            TestSystem.Post("officers/5", """{"a":1}""") with
            {
                Headers = new System.Collections.Generic.Dictionary<string, string> { ["If-Match"] = "\"v6\"" },
            }
        );

        SentRequest sent = Assert.Single(system.Server.Requests);
        Assert.Equal("""{"a":1}""", sent.Body);
        Assert.Equal("\"v6\"", sent.Headers["If-Match"]);
        Assert.Equal("\"v7\"", answer.ETag);
    }
}
