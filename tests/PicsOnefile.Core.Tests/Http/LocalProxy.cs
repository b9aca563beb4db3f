using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>
/// A proxy on the loopback address that keeps everything it sees. It lets a tunnel through to the hosts that it leads somewhere, and where it wants a name and
/// a password, to those who give them. It uses nothing of the module: the tests of the shell have it too.
/// </summary>
internal sealed class LocalProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<string> _tunnels = new();
    private readonly ConcurrentDictionary<string, int> _ports = new(StringComparer.OrdinalIgnoreCase);
    private readonly MemoryStream _carried = new();
    private readonly string? _account;

    /// <summary>A proxy for everybody.</summary>
    public LocalProxy()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>A proxy for those who give this name and password.</summary>
    public LocalProxy(string name, string password)
        : this() => _account = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))}";

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Everything that was asked in the clear: each request's first line and headers.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>The hosts and ports that tunnels were let through to.</summary>
    public IReadOnlyList<string> Tunnels => [.. _tunnels];

    /// <summary>Every byte that went through the tunnels, both ways.</summary>
    public byte[] Carried
    {
        get
        {
            lock (_carried)
                return _carried.ToArray();
        }
    }

    /// <summary>Lets tunnels to a host and port (<c>onefile.example:443</c>) through to a port of this computer.</summary>
    public void Lead(string host, int port) => _ports[host] = port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await HeadAsync(stream) is { Length: > 0 } head)
                {
                    _asked.Enqueue(head);
                    var words = head.Split('\n')[0].Split(' ');
                    if (_account is not null && !head.Split('\n').Contains($"Proxy-Authorization: {_account}", StringComparer.OrdinalIgnoreCase))
                    {
                        await SayAsync(stream, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"college\"");
                    }
                    else if (words[0] != "CONNECT" || !_ports.TryGetValue(words[1], out int port))
                    {
                        await SayAsync(stream, "403 Forbidden");
                    }
                    else
                    {
                        _tunnels.Enqueue(words[1]);
                        await TunnelAsync(stream, port);
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
                // One of the two has heard enough.
            }
        }
    }

    // Byte by byte: whatever follows the empty line belongs to the tunnel.
    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
            if (head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n")
                return head.ToString().TrimEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
        }

        return "";
    }

    private static async Task SayAsync(NetworkStream stream, string status) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));

    private async Task TunnelAsync(NetworkStream client, int port)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, port);
        await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());
        await Task.WhenAny(CarryAsync(client, server.GetStream()), CarryAsync(server.GetStream(), client));
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[16 * 1024];
        for (int read = await from.ReadAsync(bytes); read > 0; read = await from.ReadAsync(bytes))
        {
            lock (_carried)
                _carried.Write(bytes, 0, read);
            await to.WriteAsync(bytes.AsMemory(0, read));
        }
    }
}
