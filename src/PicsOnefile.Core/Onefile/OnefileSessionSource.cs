using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Onefile;

/// <summary>Creates sessions from the customer token: <c>POST /Authentication</c> with the header X-CustomerToken; later calls carry X-TokenID.</summary>
public sealed class OnefileSessionSource : ISessionSource, IDisposable
{
    private readonly Secret _customerToken;

    /// <summary>Copies the token.</summary>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.CustomerTokenRefused"/>: the text cannot be a token, so that it is not sent at
    /// all.</exception>
    public OnefileSessionSource(SecureString customerToken)
    {
        using var given = new Secret(customerToken);
        var token = given.Reveal().Trim();
        if (token.Length == 0 || !token.All(character => character is > ' ' and <= '~'))
            throw ErrorKinds.CustomerTokenRefused.For(
                "CustomerToken",
                "The customer token is empty or holds characters that no token has, for example a line break."
            );

        _customerToken = Secret.FromText(token);
    }

    /// <inheritdoc/>
    public RestRequest AuthenticationCall { get; } = new(HttpMethod.Post, "Authentication");

    /// <summary>23 hours: a session expires 24 hours after its creation.</summary>
    public TimeSpan RenewAfter { get; } = TimeSpan.FromHours(23);

    /// <summary>401 and 403: Onefile's status for an expired session is not known.</summary>
    public IReadOnlyCollection<int> RenewOn { get; } = [401, 403];

    /// <inheritdoc/>
    public IReadOnlyCollection<Secret> Secrets => [_customerToken];

    /// <inheritdoc/>
    public void AddSecret(HttpRequestMessage message) => message.Headers.Add("X-CustomerToken", _customerToken.Reveal());

    /// <summary>Reads the body as raw text or as a JSON string; a page of HTML or a JSON object is no session.</summary>
    public string ReadSession(RestResponse answer)
    {
        var text = answer.Body.Trim();
        var session = JsonResponse.TryRead(text) is JValue { Type: JTokenType.String } quoted ? (string)quoted! : text;
        session = session.Trim('"', '\'', ' ', '\t', '\r', '\n');
        return session.IndexOfAny(['<', '>', '{', '}', '[', ']', '"']) < 0 ? session : "";
    }

    /// <inheritdoc/>
    public void AddSession(HttpRequestMessage message, string session) => message.Headers.Add("X-TokenID", session);

    /// <inheritdoc/>
    public ErrorKind? RefusedBy(int status) =>
        status switch
        {
            400 or 401 or 403 => ErrorKinds.CustomerTokenRefused,
            // The first call of all: a server without this route is not Onefile.
            404 or 405 or 410 or 501 => ErrorKinds.OnefileNotThere,
            _ => null,
        };

    /// <summary>Wipes the token.</summary>
    public void Dispose() => _customerToken.Dispose();
}
