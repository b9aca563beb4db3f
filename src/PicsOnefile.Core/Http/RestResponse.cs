namespace PicsOnefile.Http;

/// <summary>The answer to a call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as text, empty for none.</param>
/// <param name="ETag">The ETag header, or null.</param>
public sealed record RestResponse(int Status, string Body, string? ETag)
{
    /// <summary>Status and length, never the body: this text may reach a log.</summary>
    public override string ToString() => $"{Status}, {Body.Length} characters";
}
