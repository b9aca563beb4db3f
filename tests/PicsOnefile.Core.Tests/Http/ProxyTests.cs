using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>A proxy that wants a name and a password: what it is asked, and what an administrator is told when it refuses.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly LocalProxy _proxy = new("staff", "another-password");

    public void Dispose() => _proxy.Dispose();

    [Fact]
    public async Task A_proxy_that_refuses_the_password_is_named_and_the_password_is_not()
    {
        var proxy = new WebProxy(_proxy.Address) { Credentials = new NetworkCredential("staff", "made-up-password") };
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync("https://onefile.example.invalid", proxy));
        Assert.Same(ErrorKinds.ProxyRefused, failure.Kind);
        Assert.Contains(_proxy.Address.Authority, failure.Message);
        Assert.Contains("-ProxyCredential", failure.Kind.Action);
        Assert.DoesNotContain("made-up-password", failure.ToString());
        Assert.All(_proxy.Asked, head => Assert.StartsWith("CONNECT onefile.example.invalid:443", head));
        Assert.Contains(_proxy.Asked, head =>
            head.Contains($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("staff:made-up-password"))}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_credential_the_proxy_is_asked_once_and_named()
    {
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync("https://onefile.example.invalid", new WebProxy(_proxy.Address)));
        Assert.Same(ErrorKinds.ProxyRefused, failure.Kind);
        Assert.DoesNotContain("Proxy-Authorization", Assert.Single(_proxy.Asked), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_loopback_address_never_goes_through_a_proxy()
    {
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync($"http://127.0.0.1:{ClosedPort()}", new WebProxy(_proxy.Address)));
        Assert.Same(ErrorKinds.HostUnreachable, failure.Kind);
        Assert.Empty(_proxy.Asked);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named_beside_the_host()
    {
        int port = ClosedPort();
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync("https://onefile.example.invalid", new WebProxy("127.0.0.1", port)));
        Assert.Same(ErrorKinds.HostUnreachable, failure.Kind);
        Assert.Contains($"onefile.example.invalid through the proxy 127.0.0.1:{port}", failure.Message);
    }

    // A port that was free a moment ago and that nobody listens on.
    private static int ClosedPort()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        return ((IPEndPoint)closed.LocalEndpoint).Port;
    }

    private static async Task SendAsync(string address, WebProxy proxy)
    {
        using var pipeline = new RestPipeline(
            new RestPipelineOptions
            {
                Address = new Uri(address),
                Proxy = proxy,
                Attempts = 1,
            },
            TestSystem.Table
        );
        await pipeline.SendAsync(new RestRequest(HttpMethod.Get, "/Customer"), RunContext.Silent);
    }
}
