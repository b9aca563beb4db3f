using System;
using System.Collections.Generic;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>An error in the body of a response with a success status.</summary>
/// <param name="Kind">The kind of error, should the retries not help.</param>
/// <param name="What">A description of the body, as the end of a sentence; it never quotes the body.</param>
public sealed record SuccessBodyError(ErrorKind Kind, string What)
{
    /// <summary>Whether the error is probably final (no such service). It is retried as often as an unreachable address.</summary>
    public bool MayBeFinal { get; init; }
}

/// <summary>Maps the status codes of one system to errors; <see cref="Everywhere"/> holds those common to all systems.</summary>
/// <param name="Name">The system's name in messages.</param>
/// <param name="Statuses">The system's own status codes, for example 403, 404, 409.</param>
/// <param name="Refused">Any other status from 400 to 499.</param>
/// <param name="Explain">Reads the system's own message from the body of an error, or returns null; the pipeline shortens and redacts it.</param>
public sealed record SystemErrors(string Name, IReadOnlyDictionary<int, ErrorKind> Statuses, ErrorKind Refused, Func<string, string?> Explain)
{
    private const int Unauthorized = 401;

    private const int Forbidden = 403;

    // RFC 6585: the network requires a sign-in.
    private const int NetworkSignIn = 511;

    /// <summary>
    /// Recognises an error in the body of a 2xx; returns null for a valid response. Such a call is retried like a 500. By default every 2xx is valid.
    /// </summary>
    public Func<string, SuccessBodyError?> ErrorInSuccessBody { get; init; } = static _ => null;

    /// <summary>The status codes that mean the same in every system.</summary>
    public static IReadOnlyDictionary<int, ErrorKind> Everywhere { get; } =
        new Dictionary<int, ErrorKind>
        {
            [301] = ErrorKinds.RedirectRefused,
            [302] = ErrorKinds.RedirectRefused,
            [303] = ErrorKinds.RedirectRefused,
            [307] = ErrorKinds.RedirectRefused,
            [308] = ErrorKinds.RedirectRefused,
            [407] = ErrorKinds.ProxyRefused,
            [408] = ErrorKinds.TimedOut,
            [429] = ErrorKinds.TooManyCalls,
            [504] = ErrorKinds.TimedOut,
        };

    /// <summary>Maps a status to an error.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="isPage">Whether the body is a web page: then neither the account's rights nor the sent values are the cause.</param>
    /// <returns>The kind of error.</returns>
    public ErrorKind For(int status, bool isPage) =>
        isPage && IsOnTheWay(status) ? ErrorKinds.BlockedOnTheWay
        : status == NetworkSignIn ? ErrorKinds.BlockedOnTheWay
        : Statuses.TryGetValue(status, out var own) ? own
        : Everywhere.TryGetValue(status, out var common) ? common
        : status >= 500 ? ErrorKinds.ServerError
        : status >= 400 ? Refused
        : ErrorKinds.AnswerUnreadable;

    // Status codes that the system's own web server sends with a page of its own keep their meaning: 401, 404, 409 and the like.
    private bool IsOnTheWay(int status) =>
        status == Forbidden || (status is >= 400 and < 500 && status != Unauthorized && !Statuses.ContainsKey(status) && !Everywhere.ContainsKey(status));
}
