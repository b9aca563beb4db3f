using System;
using System.Collections.Generic;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>A fault that came with a status of success.</summary>
/// <param name="Kind">What kind of failure it is, should it stay.</param>
/// <param name="What">What the body is, as the end of a sentence; nothing of the body's own words.</param>
public sealed record SuccessBodyError(ErrorKind Kind, string What)
{
    /// <summary>True where the fault may well be the last word (no such service at all): it is tried as often as an address where nobody answers.</summary>
    public bool MayBeFinal { get; init; }
}

/// <summary>What the statuses of one system mean; those that mean the same everywhere stand in <see cref="Everywhere"/>.</summary>
/// <param name="Name">The system's name in messages.</param>
/// <param name="Statuses">Its own meanings, for example 403, 404, 409.</param>
/// <param name="Refused">Any other status from 400 to 499.</param>
/// <param name="Explain">Reads the system's own words out of the body of a refusal, or answers null; the pipeline shortens them and blacks out secrets.</param>
public sealed record SystemErrors(string Name, IReadOnlyDictionary<int, ErrorKind> Statuses, ErrorKind Refused, Func<string, string?> Explain)
{
    private const int Unauthorized = 401;

    private const int Forbidden = 403;

    // RFC 6585: a network wants its user to sign in before it lets anything through.
    private const int NetworkSignIn = 511;

    /// <summary>
    /// Recognises a 2xx whose body is a fault of the server in disguise; null for a proper answer. Such a call is made again like one that was answered
    /// 500. By default every 2xx is a proper answer.
    /// </summary>
    public Func<string, SuccessBodyError?> ErrorInSuccessBody { get; init; } = static _ => null;

    /// <summary>Statuses that mean the same in every system.</summary>
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

    /// <summary>The kind of failure that a status is.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isPage">Whether a web page came with it: then neither the account's rights nor the values that were sent are to blame.</param>
    public ErrorKind For(int status, bool isPage) =>
        isPage && IsOnTheWay(status) ? ErrorKinds.BlockedOnTheWay
        : status == NetworkSignIn ? ErrorKinds.BlockedOnTheWay
        : Statuses.TryGetValue(status, out ErrorKind? own) ? own
        : Everywhere.TryGetValue(status, out ErrorKind? common) ? common
        : status >= 500 ? ErrorKinds.ServerError
        : status >= 400 ? Refused
        : ErrorKinds.AnswerUnreadable;

    // What the web server of the system itself says with a page of its own (not signed in, no such route or record, somebody else was first) keeps its meaning.
    private bool IsOnTheWay(int status) =>
        status == Forbidden || (status is >= 400 and < 500 && status != Unauthorized && !Statuses.ContainsKey(status) && !Everywhere.ContainsKey(status));
}
