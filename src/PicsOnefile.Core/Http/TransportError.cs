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

/// <summary>Classifies exceptions of the network. .NET, .NET Framework and Mono wrap the reason in different exceptions.</summary>
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

    /// <summary>Whether the server's certificate was rejected, or the TLS handshake failed.</summary>
    public static bool IsUntrusted(Exception exception) =>
        Find<AuthenticationException>(exception) is not null || (Find<WebException>(exception) is { } web && Untrusted.Contains(web.Status));

    /// <summary>Returns the status with which a proxy refused a tunnel, or null for any other error. 407 means missing or wrong credentials.</summary>
    // .NET puts the status into its message only; .NET Framework into the response, in this case only.
    public static int? TunnelRefusal(Exception exception)
    {
        if (Find<WebException>(exception)?.Response is HttpWebResponse { StatusCode: >= HttpStatusCode.Ambiguous } answer)
            return (int)answer.StatusCode;
        return exception is HttpRequestException && RefusedTunnel.Match(exception.Message) is { Success: true } told
            ? int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Whether no connection was made, so that nothing was sent.</summary>
    // While connecting, .NET puts the socket's error directly under its own; later under an IOException.
    public static bool IsConnectError(Exception exception) =>
        (exception is HttpRequestException && exception.InnerException is SocketException)
        || (Find<WebException>(exception) is { } web && BeforeSending.Contains(web.Status));

    /// <summary>Returns the message of the innermost exception, on one line.</summary>
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
