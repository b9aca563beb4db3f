using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>A request that came to <see cref="OnefileOverHttp"/>: method, path and headers.</summary>
internal sealed record OnefileRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// Just enough of a Onefile on the loopback address to open a session: a session, a customer, and centres. A listener of sockets: on Windows one of HTTP
/// needs an administrator.
/// </summary>
internal sealed class OnefileOverHttp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IReadOnlyList<string> _centres;

    public OnefileOverHttp(params string[] centres)
    {
        _centres = centres;
        _listener.Start();
        _ = Task.Factory.StartNew(Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Answers in place of the usual ones: a status and a text for a request such as "GET /Customer".</summary>
    public Func<OnefileRequest, (int Status, string Body)?> Instead { get; set; } = _ => null;

    public void Dispose() => _listener.Dispose();

    private void Serve()
    {
        try
        {
            while (true)
                _ = AnswerAsync(_listener.AcceptTcpClient());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        using (connection)
        {
            using var reader = new StreamReader(connection.GetStream(), Encoding.Latin1);
            if (await ReadAsync(reader) is not { } request)
                return;
            var call = $"{request.Method} {request.Path}";
            Calls.Enqueue(call);
            var (status, body) = Instead(request) ?? Usual(call);
            var bytes = Encoding.UTF8.GetBytes(body);
            var length = status == 204 ? "" : FormattableString.Invariant($"Content-Length: {bytes.Length}\r\n");
            var head = FormattableString.Invariant($"HTTP/1.1 {status} Told\r\nContent-Type: application/json\r\n{length}Connection: close\r\n\r\n");
            await connection.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. bytes]);
        }
    }

    // Null where the caller hung up. The body is read to its end: a connection that is closed before has its answer lost.
    private static async Task<OnefileRequest?> ReadAsync(StreamReader reader)
    {
        if ((await reader.ReadLineAsync())?.Split(' ') is not [var method, var path, ..])
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        var body = new char[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        if (body.Length > 0)
            await reader.ReadBlockAsync(body);
        return new(method, path.Split('?')[0], headers);
    }

    private (int, string) Usual(string call) =>
        call switch
        {
            "POST /Authentication" => (200, "\"session\""),
            "GET /Customer" => (200, """{"ID": 9, "Name": "Made-up Training"}"""),
            _ when call.StartsWith("POST /Organisation/Search/1/", StringComparison.Ordinal) => (
                200,
                $"[{string.Join(",", _centres.Select(id => $$"""{"ID": {{id}}, "Name": "Centre {{id}}"}"""))}]"
            ),
            _ when call.Contains("/Search/", StringComparison.Ordinal) => (204, ""),
            _ => (404, ""),
        };
}
