using System;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>Whether a failed attempt may be retried.</summary>
internal enum RetryMode
{
    /// <summary>Another attempt would end the same way.</summary>
    Never,

    /// <summary>The server may have processed the request: only an idempotent call is retried.</summary>
    WhereIdempotent,

    /// <summary>The server has not processed the request.</summary>
    Always,
}

/// <summary>The outcome of one attempt: a response, or an error and whether to retry.</summary>
internal sealed record CallOutcome
{
    /// <summary>The response, or null for an error.</summary>
    public RestResponse? Response { get; init; }

    /// <summary>The kind of error, or null for a response.</summary>
    public ErrorKind? Error { get; init; }

    /// <summary>The HTTP status code, or null where none was received.</summary>
    public int? Status { get; init; }

    /// <summary>The error as the main clause of a sentence: "Onefile answered 503 to GET /User/5".</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the call may be retried.</summary>
    public RetryMode Retry { get; init; }

    /// <summary>The delay that the server asks for before the next attempt; null leaves it to the back-off.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether no connection was made at all.</summary>
    public bool IsUnreached { get; init; }

    /// <summary>Whether the body is a web page. The API sends none, so its origin is not known.</summary>
    public bool IsPage { get; init; }

    /// <summary>Whether the response may come from another service, so that few retries are enough.</summary>
    public bool MayBeFinal { get; init; }

    /// <summary>The underlying exception, or null.</summary>
    public Exception? Cause { get; init; }

    public static CallOutcome Success(RestResponse answer) => new() { Response = answer, Status = answer.Status };
}
