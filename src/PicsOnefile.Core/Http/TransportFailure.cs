using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using PicsOnefile.Failures;

namespace PicsOnefile.Http;

/// <summary>Tells apart why there was no answer. .NET, .NET Framework and Mono wrap the reason in different exceptions.</summary>
internal static class TransportFailure
{
    private static readonly HashSet<WebExceptionStatus> BeforeSending =
    [
        WebExceptionStatus.ConnectFailure,
        WebExceptionStatus.NameResolutionFailure,
        WebExceptionStatus.ProxyNameResolutionFailure,
    ];

    private static readonly HashSet<WebExceptionStatus> Untrusted =
    [
        WebExceptionStatus.TrustFailure,
        WebExceptionStatus.SecureChannelFailure,
    ];

    /// <summary>True where the server's certificate was not accepted, or no secure connection could be agreed.</summary>
    public static bool IsUntrusted(Exception exception) =>
        Find<AuthenticationException>(exception) is not null ||
        (Find<WebException>(exception) is { } web && Untrusted.Contains(web.Status));

    /// <summary>True where a proxy wants a name and a password, or others than it was given.</summary>
    // .NET gives the status of a refused tunnel in its message alone, .NET Framework in the answer.
    public static bool IsProxyRefusal(Exception exception) =>
        (exception is HttpRequestException && exception.Message.IndexOf("'407'", StringComparison.Ordinal) >= 0) ||
        (Find<WebException>(exception)?.Response is HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired });

    /// <summary>True where no connection was made, so that nothing can have been sent.</summary>
    // .NET puts the socket's error directly under its own while connecting, and under an IOException later on.
    public static bool IsBeforeSending(Exception exception) =>
        (exception is HttpRequestException && exception.InnerException is SocketException) ||
        (Find<WebException>(exception) is { } web && BeforeSending.Contains(web.Status));

    /// <summary>The reason in the words of the innermost exception, on one line.</summary>
    public static string Reason(Exception exception) => Readable.Line(exception.GetBaseException().Message).TrimEnd('.', ' ');

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
