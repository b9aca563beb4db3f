using System;
using System.Collections.Generic;
using System.Net.Http;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>One request, before the pipeline adds address, credentials, rate limit and retry.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path under the system's base address, with its query, each part escaped.</param>
/// <param name="Json">The body, or null for none.</param>
public sealed record RestRequest(HttpMethod Method, string Path, string? Json = null)
{
    /// <summary>Whether the call may be sent again after its response was lost. A create is not idempotent; an update that names the whole value is.</summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>
    /// Whether the body of a 2xx must be JSON. Truncated JSON or a page of HTML is then a lost response, and the pipeline retries.
    /// <see cref="JsonResponse.SendForJsonAsync"/> sets it.
    /// </summary>
    public bool ExpectsJson { get; init; }

    /// <summary>
    /// Recognises an error in the body of a 2xx that is specific to this call; returns null for a valid response. Such a call is retried like a 500.
    /// </summary>
    public Func<string, SuccessBodyError?> ErrorInSuccessBody { get; init; } = static _ => null;

    /// <summary>The status codes outside 2xx that are no error for this call, for example 404 where the record may be gone.</summary>
    public IReadOnlyCollection<int> AcceptedStatusCodes { get; init; } = [];

    /// <summary>Further headers, for example If-Match. The pipeline adds the credentials.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The secrets in the body; they are redacted where the system repeats them in a message.</summary>
    public IReadOnlyCollection<Secret> Secrets { get; init; } = [];

    /// <summary>Returns method and path, never the body: this text may reach a log.</summary>
    public override string ToString() => $"{Method} /{Readable.Line(Path.TrimStart('/'))}";
}
