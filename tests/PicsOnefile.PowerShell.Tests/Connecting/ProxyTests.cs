using System;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.PowerShell.Tests.Secrecy;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>A proxy that does not let a call through, and calls that are none of its business.</summary>
public sealed class ProxyTests
{
    private const string Password = "made-up proxy+pass/word==";
    private const string OutThere =
        "Connect-PicsOnefile -Environment Live -OnefileAddress https://onefile.example.invalid/api -CachePath $cache -CustomerToken $token";

    [Fact]
    public async Task A_wrong_password_is_refused_by_the_proxy_and_the_error_says_what_to_do()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        using var proxy = Guarded(twin);
        twin.Shell.Set("account", new PSCredential("staff", TwinShell.Protect("wrong+pass/word==")));
        var error = Refused(twin, $"{OutThere} -Proxy $proxy -ProxyCredential $account").Is("ProxyRefused", ErrorCategory.AuthenticationError);
        Assert.Contains(proxy.Address.Authority, error.ToString());
        Assert.Contains("-ProxyCredential", error.ErrorDetails.RecommendedAction);
        Assert.Empty(proxy.Tunnels);
        Assert.Contains(proxy.Asked, asked => asked.Contains("Proxy-Authorization: Basic ", StringComparison.Ordinal));
        Assert.Empty(
            new LeakSearch([("proxy password", "wrong+pass/word=="), ("token", twin.Twin.Credentials.CustomerToken)]).In(
                "error",
                $"{error} {error.Exception} {twin.Screen}"
            )
        );
    }

    [Fact]
    public async Task Without_a_credential_the_proxy_refuses_and_no_secret_was_sent()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        using var proxy = Guarded(twin);
        var error = Refused(twin, $"{OutThere} -Proxy $proxy").Is("ProxyRefused", ErrorCategory.AuthenticationError);
        Assert.Contains("-ProxyCredential", error.ErrorDetails.RecommendedAction);
        Assert.Empty(new LeakSearch([("token", twin.Twin.Credentials.CustomerToken)]).In("proxy", Assert.Single(proxy.Asked)));
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var closed = ClosedPort();
        var error = Refused(twin, $"{OutThere} -Proxy {closed}").Is("HostUnreachable", ErrorCategory.ConnectionError);
        Assert.Contains($"through the proxy {closed.Authority}", error.ToString());
        Assert.Contains("proxy", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task A_proxy_that_knows_no_way_to_the_host_is_told_with_its_answer()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        using var proxy = new LocalProxy();
        twin.Shell.Set("proxy", proxy.Address);
        var error = Refused(twin, $"{OutThere} -Proxy $proxy").Is("HostUnreachable", ErrorCategory.ConnectionError);
        Assert.Contains("403", error.ToString());
        Assert.Contains(proxy.Address.Authority, error.ToString());
    }

    [Fact]
    public async Task An_address_of_a_proxy_that_carries_a_password_is_refused_and_not_shown()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        using var proxy = Guarded(twin);
        var error = Refused(twin, $"{OutThere} -Proxy http://staff:made-up-word@{proxy.Address.Authority}")
            .Is("AddressNotAllowed", ErrorCategory.SecurityError);
        Assert.Contains("-ProxyCredential", error.ToString());
        Assert.Empty(new LeakSearch([("proxy password", "made-up-word")]).In("error", $"{error} {error.Exception} {error.ErrorDetails}"));
        Assert.Empty(proxy.Asked);
    }

    [Fact]
    public async Task The_loopback_address_is_reached_without_the_proxy()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        using var proxy = Guarded(twin);
        twin.Must($"$null = {twin.ConnectLine} -Proxy $proxy");
        Assert.NotEmpty(twin.Must("Get-OnefileAssessor"));
        Assert.Empty(proxy.Asked);
    }

    private static LocalProxy Guarded(TwinShell twin)
    {
        var proxy = new LocalProxy("staff", Password);
        twin.Shell.Set("proxy", proxy.Address);
        return proxy;
    }

    // One error, no connection, and nobody was asked.
    private static ErrorRecord Refused(TwinShell twin, string line)
    {
        var error = twin.Fails(line);
        Assert.Empty(twin.Must("Get-PicsOnefileConnection"));
        Assert.Equal(0, twin.Twin.Calls.Total);
        return error;
    }

    // A port that was free a moment ago and that nobody listens on.
    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
