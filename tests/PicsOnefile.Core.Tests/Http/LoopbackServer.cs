using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>A real server on the loopback address that answers each connection with the next of its scripted bytes and then closes it.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<byte[]> _answers = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly X509Certificate2? _certificate;

    public LoopbackServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The heads of the requests that came in.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public LoopbackServer Then(string head, byte[]? body = null)
    {
        byte[] bytes = Encoding.ASCII.GetBytes($"HTTP/1.1 {head.ReplaceLineEndings("\r\n")}\r\nConnection: close\r\n\r\n");
        _answers.Enqueue([.. bytes, .. body ?? []]);
        return this;
    }

    public static byte[] Gzip(int zeros)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(new byte[zeros]);

        return packed.ToArray();
    }

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(connection);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        try
        {
            Stream stream = connection.GetStream();
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(_certificate);
                stream = secure;
            }

            await using (stream)
            {
                // A client that did not like the certificate hangs up without a word.
                if (await ReadHeadAsync(stream) is not { Length: > 0 } head)
                    return;

                _requests.Enqueue(head);
                if (_answers.TryDequeue(out byte[]? answer))
                    await stream.WriteAsync(answer);
            }
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The caller hung up: that is what some tests are about.
        }
    }

    private static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
            head.Append((char)one[0]);

        return head.ToString();
    }
}
