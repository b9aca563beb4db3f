using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>Tells apart why there was no answer. .NET, .NET Framework and Mono wrap the reason in different exceptions.</summary>
internal static class TransportError
{
    private static readonly Regex RefusedTunnel = new(@"\bproxy\b.*'(\d{3})'", RegexOptions.CultureInvariant);

    private static readonly HashSet<WebExceptionStatus> BeforeSending =
    [
        WebExceptionStatus.ConnectFailure,
        WebExceptionStatus.NameResolutionFailure,
        WebExceptionStatus.ProxyNameResolutionFailure,
    ];

    private static readonly HashSet<WebExceptionStatus> Untrusted = [WebExceptionStatus.TrustFailure, WebExceptionStatus.SecureChannelFailure];

    /// <summary>True where the server's certificate was not accepted, or no secure connection could be agreed.</summary>
    public static bool IsUntrusted(Exception exception) =>
        Find<AuthenticationException>(exception) is not null || (Find<WebException>(exception) is { } web && Untrusted.Contains(web.Status));

    /// <summary>
    /// The status with which a proxy refused to open a tunnel to the host, or null: it is none of that. 407: it wants a name and a password, or others than it
    /// was given.
    /// </summary>
    // .NET gives the status in its message alone; .NET Framework in the answer, which it hands out in no other case.
    public static int? TunnelRefusal(Exception exception)
    {
        if (Find<WebException>(exception)?.Response is HttpWebResponse { StatusCode: >= HttpStatusCode.Ambiguous } answer)
            return (int)answer.StatusCode;
        return exception is HttpRequestException && RefusedTunnel.Match(exception.Message) is { Success: true } told
            ? int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>True where no connection was made, so that nothing can have been sent.</summary>
    // .NET puts the socket's error directly under its own while connecting, and under an IOException later on.
    public static bool IsConnectError(Exception exception) =>
        (exception is HttpRequestException && exception.InnerException is SocketException)
        || (Find<WebException>(exception) is { } web && BeforeSending.Contains(web.Status));

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
