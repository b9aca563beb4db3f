namespace PicsOnefile.Http;

/// <summary>The response to a request.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Body">The body as text, empty for none.</param>
/// <param name="ETag">The ETag header, or null.</param>
public sealed record RestResponse(int Status, string Body, string? ETag)
{
    /// <summary>
    /// The description of a web page under an accepted status outside 2xx, as the main clause of a sentence; otherwise null. The origin of such a page is
    /// not known: it may mean a missing route and proves nothing about a record.
    /// </summary>
    public string? Page { get; init; }

    /// <summary>Returns status and length, never the body: this text may reach a log.</summary>
    public override string ToString() => $"{Status}, {Body.Length} characters";
}
