using System;
using System.Linq;
using System.Net;
using System.Security;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Onefile;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class OnefileSessionTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("abc-123=")]
    [InlineData(" abc-123=\r\n")]
    [InlineData("\"abc-123=\"")]
    [InlineData("\"abc\\u002d123=\"")]
    [InlineData("'abc-123='")]
    public async Task The_session_is_read_plain_or_quoted(string body)
    {
        _server.Then(200, body).Then(200, """{"ID":1}""");

        await CustomerAsync("token");

        Assert.Equal("POST /api/v2.1/Authentication", _server.Calls[0]);
        Assert.Equal(("token", ""), (_server.Requests[0].Headers["X-CustomerToken"], _server.Requests[0].Body));
        Assert.Equal("abc-123=", _server.Requests[1].Headers["X-TokenID"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_Onefile_refuses_is_told_as_such(int status)
    {
        _server.Then(status);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => CustomerAsync("token"));

        Assert.Equal(ErrorKinds.CustomerTokenRefused, failure.Kind);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("""{"Message":"error"}""")]
    [InlineData("[1]")]
    [InlineData("\"\"")]
    public async Task What_is_no_session_is_not_used_as_one(string body)
    {
        _server.Then(200, body);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => CustomerAsync("token"));

        Assert.Equal(ErrorKinds.AnswerUnreadable, failure.Kind);
    }

    [Fact]
    public async Task Blanks_around_a_pasted_token_do_not_matter()
    {
        _server.Then(200, "s").Then(200, """{"ID":1}""");

        await CustomerAsync("  token\r\n");

        Assert.Equal("token", _server.Requests[0].Headers["X-CustomerToken"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("two\nlines")]
    [InlineData("tokén")]
    public async Task What_cannot_be_a_token_is_not_sent_and_not_shown(string token)
    {
        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => CustomerAsync(token));

        Assert.Equal(ErrorKinds.CustomerTokenRefused, failure.Kind);
        Assert.Empty(_server.Requests);
        Assert.DoesNotContain("two", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_environment_has_its_own_server()
    {
        Uri[] addresses = [.. Enum.GetValues<OnefileEnvironment>().Select(OnefileServers.GetAddress)];

        Assert.Equal(["wsapi.onefile.co.uk", "wsapi2.onefile.co.uk", "wsapibeta.onefile.co.uk"], addresses.Select(address => address.Host));
        Assert.All(addresses, address => Assert.Equal(("https", "/api/v2.1"), (address.Scheme, address.AbsolutePath)));
    }

    private async Task<OnefileCustomer> CustomerAsync(string token)
    {
        using SecureString secure = new NetworkCredential("", token).SecurePassword;
        using var source = new OnefileSessionSource(secure);
        using var pipeline = new RestPipeline(
            new() { Address = OnefileServers.GetAddress(OnefileEnvironment.Practice) },
            OnefileErrors.Table,
            source,
            handler: _server
        );
        return await new OnefileClient(pipeline).GetCustomerAsync(RunContext.Silent);
    }
}
