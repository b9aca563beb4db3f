using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Failures;
using PicsOnefile.Http;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>A proxy that wants a name and a password: what it is asked, and what an administrator is told when it refuses.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _asked = new();

    public ProxyTests()
    {
        _listener.Start();
        _ = RefuseAllAsync();
    }

    private Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_proxy_that_refuses_the_password_is_named_and_the_password_is_not()
    {
        var proxy = new WebProxy(Address) { Credentials = new NetworkCredential("staff", "made-up-password") };
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync("https://onefile.example.invalid", proxy));
        Assert.Same(FailureKinds.ProxyRefused, failure.Kind);
        Assert.Contains(Address.Authority, failure.Message);
        Assert.Contains("-ProxyCredential", failure.Kind.Action);
        Assert.DoesNotContain("made-up-password", failure.ToString());
        Assert.All(_asked, head => Assert.StartsWith("CONNECT onefile.example.invalid:443", head));
        Assert.Contains(_asked, head => head.Contains($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("staff:made-up-password"))}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_credential_the_proxy_is_asked_once_and_named()
    {
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync("https://onefile.example.invalid", new WebProxy(Address)));
        Assert.Same(FailureKinds.ProxyRefused, failure.Kind);
        Assert.DoesNotContain("Proxy-Authorization", Assert.Single(_asked), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_loopback_address_never_goes_through_a_proxy()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync($"http://127.0.0.1:{port}", new WebProxy(Address)));
        Assert.Same(FailureKinds.HostUnreachable, failure.Kind);
        Assert.Empty(_asked);
    }

    private static async Task SendAsync(string address, WebProxy proxy)
    {
        using var pipeline = new RestPipeline(new RestPipelineOptions { Address = new Uri(address), Proxy = proxy, Attempts = 1 }, TestSystem.Table);
        await pipeline.SendAsync(new RestRequest(HttpMethod.Get, "/Customer"), RunContext.Silent);
    }

    private async Task RefuseAllAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = RefuseAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task RefuseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    var head = new StringBuilder(line);
                    while (await reader.ReadLineAsync() is { Length: > 0 } next)
                        head.Append('\n').Append(next);
                    _asked.Enqueue(head.ToString());
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"college\"\r\nContent-Length: 0\r\n\r\n"));
                }
            }
            catch (IOException)
            {
                // The client has heard enough.
            }
        }
    }
}
