using System;
using System.Collections.Generic;
using System.Net.Http;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>One call, before the pipeline adds address, credentials, pacing and retry.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path under the system's base address, with its query, each part escaped.</param>
/// <param name="Json">The body, or null for none.</param>
public sealed record RestRequest(HttpMethod Method, string Path, string? Json = null)
{
    /// <summary>False for a call that must not be made twice when its answer was lost (a create). Updates that name the whole value are repeatable.</summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>
    /// True where a 2xx with a body must be JSON: half JSON or a page of HTML is then a lost answer, which the pipeline asks for again.
    /// <see cref="JsonResponse.SendForJsonAsync"/> sets it.
    /// </summary>
    public bool ExpectsJson { get; init; }

    /// <summary>
    /// Recognises, besides what the system's own table knows, a 2xx that is no answer to this very call; null for a proper answer. Such a call is made again
    /// like one that was answered 500.
    /// </summary>
    public Func<string, SuccessBodyError?> ErrorInSuccessBody { get; init; } = static _ => null;

    /// <summary>Statuses outside 2xx that are an answer and no failure, for example 404 for "is it gone?".</summary>
    public IReadOnlyCollection<int> AcceptedStatusCodes { get; init; } = [];

    /// <summary>Further headers, for example If-Match. Credentials are added by the pipeline and never stand here.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets that the body carries, so that they are blacked out should the system repeat them in a message.</summary>
    public IReadOnlyCollection<Secret> Secrets { get; init; } = [];

    /// <summary>Method and path, never the body: this text may reach a log.</summary>
    public override string ToString() => $"{Method} /{Readable.Line(Path.TrimStart('/'))}";
}
