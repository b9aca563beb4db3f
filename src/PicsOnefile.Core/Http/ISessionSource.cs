using System;
using System.Collections.Generic;
using System.Net.Http;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>
/// Describes how a system creates sessions and how a call carries one. The pipeline caches the session, renews it once for all callers and retries the call.
/// </summary>
public interface ISessionSource
{
    /// <summary>The authentication call without its secret; messages name it.</summary>
    RestRequest AuthenticationCall { get; }

    /// <summary>The age at which a session is renewed before it expires.</summary>
    TimeSpan RenewAfter { get; }

    /// <summary>The status codes that may mean an expired session: the session is renewed once and the call retried.</summary>
    IReadOnlyCollection<int> RenewOn { get; }

    /// <summary>The secrets to redact from every message.</summary>
    IReadOnlyCollection<Secret> Secrets { get; }

    /// <summary>Adds token or password to the authentication call, as header or body; called for each attempt.</summary>
    /// <param name="message">The authentication call.</param>
    void AddSecret(HttpRequestMessage message);

    /// <summary>Reads the session from the response to the authentication call.</summary>
    /// <param name="answer">The response.</param>
    /// <returns>The session's text; empty where the response holds none.</returns>
    /// <exception cref="PicsOnefileException">The response holds no session.</exception>
    string ReadSession(RestResponse answer);

    /// <summary>Adds the session to a call.</summary>
    /// <param name="message">The call.</param>
    /// <param name="session">The session's text.</param>
    void AddSession(HttpRequestMessage message, string session);

    /// <summary>Maps a status of the authentication call to an error.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <returns>The kind of error, or null where the system's own table applies.</returns>
    ErrorKind? RefusedBy(int status);
}
