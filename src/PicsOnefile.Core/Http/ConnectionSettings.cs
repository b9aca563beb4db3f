using System;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Runtime.InteropServices;

namespace PicsOnefile.Http;

/// <summary>Creates the HTTP handler: no redirects, no cookies, strict certificates, TLS 1.2 on Windows PowerShell.</summary>
internal static class ConnectionSettings
{
    // .NET Framework allows two connections to a host, which would starve every bulk run.
    private const int SpareConnections = 4;

    private static readonly bool DotNetFramework = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
    private static readonly bool Mono = RuntimeInformation.FrameworkDescription.StartsWith("Mono", StringComparison.Ordinal);

    public static HttpClientHandler Handler(BaseAddress address, RestPipelineOptions options)
    {
        if (DotNetFramework || Mono)
            PrepareServicePoint(address.Uri, options.ConcurrentCalls + SpareConnections);

        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // BodyReader decompresses: decompression in the handler cannot be cancelled safely.
            AutomaticDecompression = DecompressionMethods.None,
            // A proxy for the loopback address would be sent what plain http is only allowed to carry inside this computer.
            UseProxy = !address.IsLoopback,
        };
        if (options.Proxy is not null && !address.IsLoopback)
            handler.Proxy = options.Proxy;
        else if (options.SystemProxyCredential is not null && !address.IsLoopback)
            handler.DefaultProxyCredentials = options.SystemProxyCredential;

        // Scripts like to switch the check off for the whole process there; the handler's own callback goes before the process's.
        if (DotNetFramework)
            handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;

        return handler;
    }

    private static void PrepareServicePoint(Uri address, int connections)
    {
        // Zero is "whatever Windows allows": adding to it would take everything else away.
        if (ServicePointManager.SecurityProtocol != 0)
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;

        var host = ServicePointManager.FindServicePoint(address);
        host.ConnectionLimit = Math.Max(host.ConnectionLimit, connections);
    }
}
