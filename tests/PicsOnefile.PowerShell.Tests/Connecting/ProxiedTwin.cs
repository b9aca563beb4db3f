using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Secrecy;
using PicsOnefile.PowerShell.Tests.Shell;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>
/// A twin behind https and a proxy, and shells in processes of their own that trust the certificate: what stands between a college and both vendors.
/// </summary>
internal sealed class ProxiedTwin : IAsyncDisposable
{
    public const string Name = "staff";
    public const string Password = "made-up proxy+pass/word==";
    private const string Onefile = "onefile.example.invalid";
    private const string PicsWeb = "picsweb.example.invalid";

    // Whatever the tests' own process was started with counts in no child.
    private static readonly string[] Settings =
    [
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
        "SSL_CERT_DIR",
    ];

    private ProxiedTwin(TwinShell twin, LocalProxy proxy)
    {
        (Twin, Proxy) = (twin, proxy);
        Front = new TlsFront(twin.Server.Address.Port, [Onefile, PicsWeb, .. OwnAddress is { } own ? [own] : Array.Empty<string>()]);
        // Names that nobody can look up: there is no way to them but through the proxy.
        foreach (string host in new[] { $"{Onefile}:443", $"{PicsWeb}:443", $"{OwnAddress}:{Front.Port}" })
            proxy.Lead(host, Front.Port);
    }

    /// <summary>An address of this computer that is not the loopback address, or null.</summary>
    public static string? OwnAddress { get; } =
        NetworkInterface
            .GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(found => found.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !System.Net.IPAddress.IsLoopback(address))
            ?.ToString();

    public TwinShell Twin { get; }

    public LocalProxy Proxy { get; }

    public TlsFront Front { get; }

    /// <summary>The proxy with the account in its address, as environment variables may have it.</summary>
    public string AddressWithAccount => $"http://{Name}:{Uri.EscapeDataString(Password)}@{Proxy.Address.Authority}";

    public static async Task<ProxiedTwin> StartAsync(bool open = false) =>
        new(await TwinShell.StartAsync(connect: false), open ? new LocalProxy() : new LocalProxy(Name, Password));

    /// <summary>Connects in a process of its own, reads, writes one link, and answers what it told: <c>read N</c>, <c>link STATE</c>.</summary>
    /// <param name="shell">Which of <see cref="ShellProcess.Shells"/>.</param>
    /// <param name="with">More parameters of Connect-PicsOnefile; the proxy stands at $proxy and its account at $account.</param>
    /// <param name="environment">Environment variables of the process.</param>
    /// <param name="direct">True for this computer's own address instead of the names behind the proxy.</param>
    /// <param name="then">What to run once it is connected, before it reads.</param>
    public Task<IReadOnlyList<string>> WorkAsync(
        string shell,
        string with,
        IReadOnlyDictionary<string, string?>? environment = null,
        bool direct = false,
        string then = ""
    )
    {
        var pair = Twin.FreeOfficers()[0];
        return RunAsync(
            shell,
            with,
            environment,
            direct,
            $$"""
            {{then}}
            "read $(@(Get-OnefileAssessor -IncludeArchived).Count)"
            "link $((Set-OfficerLink {{pair.Ident}} {{pair.OnefileId}} -PassThru -Confirm:$false).State)"
            """
        );
    }

    /// <summary>Tries to connect in a process of its own, and answers the ID of the error, its message and what it recommends.</summary>
    public Task<IReadOnlyList<string>> FailAsync(string shell, string with, IReadOnlyDictionary<string, string?>? environment = null) =>
        RunAsync(shell, with, environment, direct: false, "");

    /// <summary>The secrets that the proxy saw.</summary>
    /// <param name="withHeader">True to look into the header as well in which the proxy is given its own password.</param>
    public IEnumerable<Leak> Leaks(bool withHeader = false)
    {
        var credentials = Twin.Twin.Credentials;
        (string Name, string Text)[] secrets = [("token", credentials.CustomerToken), ("API password", credentials.ApiPassword), ("proxy password", Password)];
        string asked = string.Join(
            '\n',
            Proxy
                .Asked.SelectMany(head => head.Split('\n'))
                .Where(line => withHeader || !line.StartsWith("Proxy-Authorization:", StringComparison.OrdinalIgnoreCase))
        );
        // In the tunnel everything is noise, in which half a secret could stand by chance; a whole one cannot.
        byte[] carried = Proxy.Carried;
        return new LeakSearch(secrets)
            .In("in the clear", asked)
            .Concat(
                secrets
                    .Where(secret => carried.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret.Text)) >= 0)
                    .Select(secret => new Leak(secret.Name, "plain", "in the tunnel"))
            );
    }

    public async ValueTask DisposeAsync()
    {
        Proxy.Dispose();
        Front.Dispose();
        await Twin.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> RunAsync(string shell, string with, IReadOnlyDictionary<string, string?>? environment, bool direct, string script)
    {
        string Address(string host, Uri twin) => $"https://{(direct ? $"{OwnAddress}:{Front.Port}" : host)}{twin.AbsolutePath}";
        var variables = Settings.ToDictionary(name => name, string? (_) => null);
        variables["SSL_CERT_FILE"] = Twin.Save("authority.pem", Front.Authority);
        variables["MADE_UP_PROXY_PASSWORD"] = Password;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            variables[name] = value;
        return await ShellProcess.MustAsync(
            shell,
            Twin,
            $$"""
            Import-Module $module
            $proxy = '{{Proxy.Address}}'
            $secret = [Security.SecureString]::new()
            foreach ($letter in $env:MADE_UP_PROXY_PASSWORD.ToCharArray()) { $secret.AppendChar($letter) }
            $account = [pscredential]::new('{{Name}}', $secret)
            try {
                $null = Connect-PicsOnefile -Environment $environment -OnefileAddress {{Address(
                Onefile,
                Twin.Server.OnefileAddress
            )}} -PicsWebAddress {{Address(PicsWeb, Twin.Server.PicsWebAddress)}} -CachePath ([IO.Path]::Combine($folder, 'cache.db')) {{with}}
            }
            catch {
                "failed $($_.FullyQualifiedErrorId)"
                "$_"
                "$($_.ErrorDetails.RecommendedAction)"
                return
            }
            {{script}}
            """,
            environment: variables
        );
    }
}
