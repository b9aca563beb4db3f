using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>Just enough of a Onefile on the loopback address to open a session: a session, a customer, and centres.</summary>
internal sealed class OnefileOverHttp : IDisposable
{
    private readonly HttpListener _listener;
    private readonly IReadOnlyList<string> _centres;

    public OnefileOverHttp(params string[] centres)
    {
        _centres = centres;
        (_listener, Address) = Listen();
        _ = ServeAsync();
    }

    public string Address { get; }

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Answers in place of the usual ones: a status and a text for a request such as "GET /Customer".</summary>
    public Func<HttpListenerRequest, (int Status, string Body)?> Instead { get; set; } = _ => null;

    public void Dispose() => _listener.Close();

    // A port that is free now may be taken in the next moment.
    private static (HttpListener, string) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address } };
            try
            {
                listener.Start();
                return (listener, address.TrimEnd('/'));
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var call = $"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}";
        Calls.Enqueue(call);
        await context.Request.InputStream.CopyToAsync(System.IO.Stream.Null);
        var (status, body) = Instead(context.Request) ?? Usual(call);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
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
