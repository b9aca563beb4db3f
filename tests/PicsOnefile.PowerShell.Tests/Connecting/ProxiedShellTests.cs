using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Processes;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>Work through a proxy over https, from connecting to a link, with the proxy as the witness: named at the prompt, or set for the computer.</summary>
public sealed class ProxiedShellTests
{
    public static TheoryData<string> Shells => [.. ShellProcess.Shells];

    [LinuxTheory]
    [MemberData(nameof(Shells))]
    public async Task With_Proxy_and_ProxyCredential_everything_goes_through_the_proxy_and_no_secret_shows_there(string shell)
    {
        await using var college = await ProxiedTwin.StartAsync();
        Worked(college, await college.WorkAsync(shell, "-Proxy $proxy -ProxyCredential $account"));
        ThroughTheProxy(college);
        Assert.All(college.Leaks(withHeader: true), leak => Assert.Equal("proxy password", leak.Secret));
        Assert.NotEmpty(college.Leaks(withHeader: true));
    }

    [LinuxFact]
    public async Task A_profile_remembers_the_proxy_and_the_account_is_given_anew()
    {
        await using var college = await ProxiedTwin.StartAsync();
        var told = await college.WorkAsync(
            "engine",
            "-Proxy $proxy -ProxyCredential $account -SaveAs Proxied",
            then: """
            Disconnect-PicsOnefile
            $null = Connect-PicsOnefile Proxied -ProxyCredential $account
            (Get-PicsOnefileProfile Proxied).Proxy.TrimEnd('/')
            """
        );
        Assert.Equal($"http://{college.Proxy.Address.Authority}", told[0]);
        Worked(college, [.. told.Skip(1)]);
        ThroughTheProxy(college);
    }

    [LinuxTheory]
    [InlineData("HTTPS_PROXY")]
    [InlineData("ALL_PROXY")]
    public async Task The_system_s_proxy_is_used_without_a_word(string variable)
    {
        await using var college = await ProxiedTwin.StartAsync(open: true);
        Worked(college, await college.WorkAsync("engine", "", new Dictionary<string, string?> { [variable] = college.Proxy.Address.ToString() }));
        ThroughTheProxy(college);
    }

    [LinuxFact]
    public async Task The_system_s_proxy_takes_the_account_from_its_address()
    {
        await using var college = await ProxiedTwin.StartAsync();
        Worked(college, await college.WorkAsync("engine", "", new Dictionary<string, string?> { ["HTTPS_PROXY"] = college.AddressWithAccount }));
        ThroughTheProxy(college);
    }

    [LinuxFact]
    public async Task The_system_s_proxy_is_given_the_ProxyCredential()
    {
        await using var college = await ProxiedTwin.StartAsync();
        Worked(
            college,
            await college.WorkAsync(
                "engine",
                "-ProxyCredential $account",
                new Dictionary<string, string?> { ["HTTPS_PROXY"] = college.Proxy.Address.ToString() }
            )
        );
        ThroughTheProxy(college);
    }

    [LinuxFact]
    public async Task The_system_s_proxy_that_refuses_is_named_and_its_password_is_not()
    {
        await using var college = await ProxiedTwin.StartAsync();
        var told = await college.FailAsync(
            "engine",
            "",
            new Dictionary<string, string?> { ["HTTPS_PROXY"] = $"http://staff:another-password@{college.Proxy.Address.Authority}" }
        );
        Assert.StartsWith("failed ProxyRefused", told[0]);
        Assert.Contains(college.Proxy.Address.Authority, told[1]);
        Assert.Contains("-ProxyCredential", told[2]);
        Assert.DoesNotContain(told, line => line.Contains("another-password", StringComparison.Ordinal));
        Assert.Empty(college.Proxy.Tunnels);
    }

    [OwnAddressTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_that_NO_PROXY_names_is_reached_without_the_system_s_proxy(bool named)
    {
        await using var college = await ProxiedTwin.StartAsync(open: true);
        var environment = new Dictionary<string, string?>
        {
            ["HTTPS_PROXY"] = college.Proxy.Address.ToString(),
            ["NO_PROXY"] = named ? ProxiedTwin.OwnAddress : "elsewhere.example.invalid",
        };
        Worked(college, await college.WorkAsync("engine", "", environment, direct: true));
        if (named)
            Assert.Empty(college.Proxy.Asked);
        else
            ThroughTheProxy(college);
    }

    [LinuxFact]
    public async Task The_proxy_that_is_named_goes_before_the_system_s()
    {
        await using var college = await ProxiedTwin.StartAsync();
        using var other = new Core.Tests.Http.LocalProxy();
        Worked(
            college,
            await college.WorkAsync(
                "engine",
                "-Proxy $proxy -ProxyCredential $account",
                new Dictionary<string, string?> { ["HTTPS_PROXY"] = other.Address.ToString() }
            )
        );
        ThroughTheProxy(college);
        Assert.Empty(other.Asked);
    }

    [LinuxFact]
    public async Task An_authority_that_the_process_does_not_trust_is_refused_through_the_proxy_as_well()
    {
        await using var college = await ProxiedTwin.StartAsync(open: true);
        var told = await college.FailAsync("engine", "-Proxy $proxy", new Dictionary<string, string?> { ["SSL_CERT_FILE"] = null });
        Assert.StartsWith("failed CertificateInvalid", told[0]);
        Assert.NotEmpty(college.Proxy.Tunnels);
        Assert.Equal(0, college.Twin.Twin.Calls.Total);
    }

    private static void Worked(ProxiedTwin college, IReadOnlyList<string> told)
    {
        Assert.Equal([$"read {college.Twin.Twin.World.Assessors.Count()}", "link Linked"], told);
        Assert.True(college.Front.Connections > 0);
    }

    // The twin has the calls, and each connection to it was a tunnel.
    private static void ThroughTheProxy(ProxiedTwin college)
    {
        Assert.Equal(college.Front.Connections, college.Proxy.Tunnels.Count);
        Assert.All(college.Proxy.Asked, head => Assert.StartsWith("CONNECT ", head));
        Assert.True(college.Proxy.Carried.Length > 0);
        Assert.Empty(college.Leaks());
    }
}
