using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>
/// Stands before a twin and speaks https for it, with a certificate of an authority that is made here. Who trusts that authority (SSL_CERT_FILE) can connect;
/// the module has no switch to do without.
/// </summary>
internal sealed class TlsFront : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Any, 0);
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _certificate;
    private readonly int _twin;
    private int _connections;

    /// <summary>Begins to listen.</summary>
    /// <param name="twin">The twin's port.</param>
    /// <param name="hosts">The names and addresses in the certificate.</param>
    public TlsFront(int twin, params string[] hosts)
    {
        _twin = twin;
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Made-up authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        authority.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authority.PublicKey, false));
        _authority = authority.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Made-up server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (string host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var issued = request.Create(_authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), [1, 2, 3, 4]);
        _certificate = issued.CopyWithPrivateKey(key);

        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The authority's certificate, for SSL_CERT_FILE.</summary>
    public string Authority => _authority.ExportCertificatePem();

    /// <summary>How many connections were agreed with TLS.</summary>
    public int Connections => _connections;

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            using (var twin = new TcpClient())
            {
                await using var inside = new SslStream(client.GetStream());
                await inside.AuthenticateAsServerAsync(_certificate);
                Interlocked.Increment(ref _connections);
                await twin.ConnectAsync(IPAddress.Loopback, _twin);
                await Task.WhenAny(inside.CopyToAsync(twin.GetStream()), twin.GetStream().CopyToAsync(inside));
            }
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            // One of the two has heard enough.
        }
    }
}
