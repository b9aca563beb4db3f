using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PicsOnefile.PowerShell.Tests.Shell;

/// <summary>A server in front of the twin that passes everything on and answers single calls itself: what a gateway does in an outage.</summary>
internal sealed class OddFront : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    private OddFront(WebApplication application) => _application = application;

    /// <summary>The calls that are answered here: a part of method and path; null for none.</summary>
    public string? Route { get; set; }

    /// <summary>True where the path has to end with the route: the list alone, not its records.</summary>
    public bool Ends { get; set; }

    /// <summary>The answer: a body, or 204 where it is empty.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The status of the answer; 0 for one of success.</summary>
    public int Status { get; set; }

    public static async Task<OddFront> BeforeAsync(TwinShell twin)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var front = new OddFront(application);
        var behind = new Uri(twin.Server.OnefileAddress.ToString());
        application.Run(context => front.ServeAsync(context, behind));
        await application.StartAsync();
        var own = new Uri(application.Urls.First());
        foreach (var (name, address) in new[] { ("onefile", twin.Server.OnefileAddress), ("picsWeb", twin.Server.PicsWebAddress) })
            twin.Shell.Set(name, new UriBuilder(address.ToString()) { Port = own.Port }.Uri);
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task ServeAsync(HttpContext context, Uri behind)
    {
        var request = context.Request;
        string call = $"{request.Method} {request.Path}";
        if (Route is { } route && (Ends ? call.EndsWith(route, StringComparison.OrdinalIgnoreCase) : call.Contains(route, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.StatusCode =
                Status > 0 ? Status
                : Answer.Length == 0 ? 204
                : 200;
            if (Answer.Length > 0)
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(Answer);
            }

            return;
        }

        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(behind, request.Path + request.QueryString))
        {
            Content = new StreamContent(request.Body),
        };
        foreach (var header in request.Headers.Where(header => header.Key is not "Host" and not "Transfer-Encoding"))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
                forwarded.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        }

        using var answer = await _client.SendAsync(forwarded, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Transfer-Encoding"))
            context.Response.Headers[header.Key] = header.Value.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
