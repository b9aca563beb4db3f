using System;
using System.Collections.Generic;
using System.Net.Http;
using PicsOnefile.Errors;

namespace PicsOnefile.Http;

/// <summary>
/// How a system makes sessions and wants to be shown them. The pipeline keeps the session, renews it once for all callers and repeats the call.
/// </summary>
public interface ISessionSource
{
    /// <summary>The authentication call without its secret, so that it can be named in messages.</summary>
    RestRequest AuthenticationCall { get; }

    /// <summary>How long a session is used before it is renewed unasked.</summary>
    TimeSpan RenewAfter { get; }

    /// <summary>The statuses that may mean "the session has ended": the session is renewed once and the call repeated.</summary>
    IReadOnlyCollection<int> RenewOn { get; }

    /// <summary>Secrets that must never appear in a message.</summary>
    IReadOnlyCollection<Secret> Secrets { get; }

    /// <summary>Puts token or password into the authentication call, as header or body; called for each attempt.</summary>
    void AddSecret(HttpRequestMessage message);

    /// <summary>Takes the session out of the answer to the authentication call.</summary>
    /// <exception cref="PicsOnefileException">The answer holds none.</exception>
    string ReadSession(RestResponse answer);

    /// <summary>Shows the session with a call.</summary>
    void AddSession(HttpRequestMessage message, string session);

    /// <summary>What a status means when the authentication call is answered with it, or null where it means what it always means.</summary>
    ErrorKind? RefusedBy(int status);
}
