using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>A request as it would have gone over the wire.</summary>
internal sealed record SentRequest(string Method, Uri Address, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Path => Address.AbsolutePath;

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Stands in for the network: answers calls in the order of its script, and after the script's end by its rule.</summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<SentRequest, HttpResponseMessage>> _script = new();
    private readonly ConcurrentQueue<SentRequest> _requests = new();

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public IReadOnlyList<string> Calls => [.. _requests.Select(request => request.ToString())];

    /// <summary>Answers what the script does not.</summary>
    public Func<SentRequest, HttpResponseMessage> Otherwise { get; set; } =
        static request => throw new InvalidOperationException($"No answer is scripted for {request}.");

    /// <summary>Held back until the test lets it go.</summary>
    public Func<SentRequest, CancellationToken, Task>? Before { get; set; }

    public ScriptedServer Then(Func<SentRequest, HttpResponseMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public ScriptedServer Then(int status, string body = "", params (string Name, string Value)[] headers) => Then(_ => Answer(status, body, headers));

    public ScriptedServer ThenThrow(Func<Exception> failure) => Then(_ => throw failure());

    public static HttpResponseMessage Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }

    /// <summary>A server that keeps its caller waiting. It gives up in the same step as its caller, so that the test's clock cannot run ahead.</summary>
    public static Task Never(CancellationToken cancellation)
    {
        var never = new TaskCompletionSource();
        cancellation.Register(() => never.TrySetCanceled(cancellation));
        return never.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var sent = new SentRequest(
            request.Method.Method,
            request.RequestUri!,
            body,
            request.Headers.ToDictionary(header => header.Key, header => string.Concat(header.Value), StringComparer.OrdinalIgnoreCase)
        );
        _requests.Enqueue(sent);
        if (Before is not null)
            await Before(sent, cancellationToken).ConfigureAwait(false);

        return _script.TryDequeue(out Func<SentRequest, HttpResponseMessage>? answer) ? answer(sent) : Otherwise(sent);
    }
}
