namespace PicsOnefile.Http;

/// <summary>The answer to a call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as text, empty for none.</param>
/// <param name="ETag">The ETag header, or null.</param>
public sealed record RestResponse(int Status, string Body, string? ETag)
{
    /// <summary>
    /// What is to be said where a web page came under a status outside 2xx, as the main clause of a sentence; null where none did. Who answered it is not
    /// known: it may tell that there is no such route, and says nothing of a record.
    /// </summary>
    public string? Page { get; init; }

    /// <summary>Status and length, never the body: this text may reach a log.</summary>
    public override string ToString() => $"{Status}, {Body.Length} characters";
}
