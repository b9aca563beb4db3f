using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>The API user's sign-in: name and password for a bearer token that lasts 24 hours.</summary>
/// <remarks>
/// PICSWeb's help confirms the call, the bearer header and the 24 hours. The form of the response is not published: a bare token,
/// a quoted one and an object with a token are all read.
/// </remarks>
public sealed class PicsWebSession : ISessionSource, IDisposable
{
    private const string App = "/app";

    private readonly IReadOnlyList<string> _prefixes;
    private readonly string _userName;
    private readonly Secret _password;
    private int _prefix;

    /// <summary>Copies the password, as a secret.</summary>
    /// <param name="map">How the tenant's API looks.</param>
    /// <param name="user">The API user. It has full administrator rights: its password is the most dangerous secret here.</param>
    /// <param name="appFirst">The address was given with /app: the API is looked for there first, and at the tenant's root only then.</param>
    public PicsWebSession(ApiMap map, NetworkCredential user, bool appFirst = false)
    {
        Map = map;
        _prefixes = [.. map.Prefixes.OrderBy(prefix => appFirst && !IsInApp(prefix))];
        _userName = user.UserName;
        using var password = user.SecurePassword;
        _password = new Secret(password);
    }

    /// <summary>How the tenant's API looks.</summary>
    public ApiMap Map { get; }

    /// <inheritdoc/>
    public RestRequest AuthenticationCall =>
        new(new HttpMethod(Entry.Method), ApiPath.Full(Entry.Path, Prefix))
        {
            // A web site without the API returns a page, and so does a gateway for a moment: only a retry shows which it is.
            ErrorInSuccessBody = body =>
                JsonResponse.IsPage(body)
                    ? new SuccessBodyError(ErrorKinds.ApiMissing, $"the body is {WebPage.Describe(body)}: there is no API at this address")
                    {
                        MayBeFinal = true,
                    }
                    : PicsWebErrors.ErrorInSuccessBody(body, Map.TokenNames),
        };

    /// <inheritdoc/>
    // An hour before PICSWeb ends it, so that no long run is interrupted in the middle of a write.
    public TimeSpan RenewAfter => TimeSpan.FromHours(23);

    /// <inheritdoc/>
    public IReadOnlyCollection<int> RenewOn { get; } = [401];

    /// <inheritdoc/>
    public IReadOnlyCollection<Secret> Secrets => [_password];

    /// <summary>Where relative paths of the map start at this tenant.</summary>
    internal string Prefix => _prefixes[_prefix];

    private ApiOperation Entry => Map.Find(PicsWebOperation.Authenticate)!;

    /// <inheritdoc/>
    public void AddSecret(HttpRequestMessage message)
    {
        var body = new JObject();
        JsonRecord.Set(body, Entry.Fields["username"], _userName);
        JsonRecord.Set(body, Entry.Fields["password"], _password.Reveal());
        message.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
    }

    /// <inheritdoc/>
    public string ReadSession(RestResponse answer)
    {
        var body = answer.Body.Trim();
        // A web site without the API may return its start page for any address.
        if (body.StartsWith("<", StringComparison.Ordinal))
            throw ToException(ErrorKinds.ApiMissing, $"PICSWeb answered {AuthenticationCall} with a web page: there is no API at this address.");
        var token = FindToken(body).Trim().Trim('"').Trim();
        // A token that does not fit into a header (RFC 6750, b64token) is no token, and must not reach one.
        if (token.Length == 0 || token.Any(character => character is <= ' ' or > '~'))
        {
            var names = string.Join(" or ", Map.TokenNames);
            throw ToException(
                ErrorKinds.AnswerUnreadable,
                $"The answer to {AuthenticationCall} holds no token: neither a bare text nor an object with {names}."
            );
        }

        return token;
    }

    /// <inheritdoc/>
    public void AddSession(HttpRequestMessage message, string session) => message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session);

    /// <inheritdoc/>
    public ErrorKind? RefusedBy(int status) =>
        status switch
        {
            400 or 401 or 403 or 422 => ErrorKinds.ApiUserRefused,
            404 or 405 or 410 or 501 => ErrorKinds.ApiMissing,
            _ => null,
        };

    /// <summary>Wipes the password.</summary>
    public void Dispose() => _password.Dispose();

    /// <summary>
    /// The tenant's root of an address that ends with /app, which is what a browser shows. A map that knows of /app begins there; one that does not was made
    /// for the address as it is.
    /// </summary>
    internal static Uri GetRoot(Uri address, ApiMap map)
    {
        var path = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return path.EndsWith(App, StringComparison.OrdinalIgnoreCase) && map.Prefixes.Any(IsInApp)
            ? new Uri(path.Substring(0, path.Length - App.Length + 1))
            : address;
    }

    /// <summary>Turns to the next place where the API may be; false where there is none left, and the first one is back.</summary>
    internal bool TryNextPrefix()
    {
        _prefix = (_prefix + 1) % _prefixes.Count;
        return _prefix > 0;
    }

    private static bool IsInApp(string prefix) => prefix.StartsWith($"{App}/", StringComparison.OrdinalIgnoreCase);

    private PicsOnefileException ToException(ErrorKind kind, string message) => kind.For(AuthenticationCall.ToString(), message);

    private string FindToken(string body)
    {
        if (JsonResponse.TryRead(body) is not { } json)
            return body;
        if (json is not JObject)
            return json.Type == JTokenType.String ? json.Value<string>()!
                : json is JValue ? body
                : "";
        return Map.TokenNames.Select(name => JsonRecord.Text(json, name)).FirstOrDefault(text => text is not null) ?? "";
    }
}
