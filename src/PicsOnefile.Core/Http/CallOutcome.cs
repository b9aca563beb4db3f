using System;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>Whether a failed attempt may be followed by another.</summary>
internal enum RetryMode
{
    Never,

    /// <summary>The server may have done what was asked: only where doing it twice does no harm.</summary>
    WhereIdempotent,

    /// <summary>The server surely did nothing.</summary>
    Always,
}

/// <summary>How one attempt ended: with an answer, or with a failure and what may be done about it.</summary>
internal sealed record CallOutcome
{
    public RestResponse? Response { get; init; }

    public ErrorKind? Error { get; init; }

    public int? Status { get; init; }

    /// <summary>The failure as the main clause of a sentence: "Onefile answered 503 to GET /User/5".</summary>
    public string Description { get; init; } = "";

    public RetryMode Retry { get; init; }

    /// <summary>How long to wait before the next attempt where somebody else decides it; null leaves it to the back-off.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>True where no connection was made at all.</summary>
    public bool IsUnreached { get; init; }

    /// <summary>True where a web page was answered, which the service's API does not write: who answered it is not known.</summary>
    public bool IsPage { get; init; }

    /// <summary>True where something answered that may not be the service at all.</summary>
    public bool MayBeFinal { get; init; }

    public Exception? Cause { get; init; }

    public static CallOutcome Success(RestResponse answer) => new() { Response = answer, Status = answer.Status };
}
