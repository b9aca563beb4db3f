using System;
using System.Net;
using System.Security;
using PicsOnefile.Errors;

namespace PicsOnefile.Sessions;

/// <summary>The secrets of a connection; turned into text only while a request is built.</summary>
/// <param name="CustomerToken">Onefile's customer token.</param>
/// <param name="ApiUser">PICSWeb's API user with its password, or null where PICSWeb's API is not used. It has full administrator rights.</param>
public sealed record ConnectionSecrets(SecureString CustomerToken, NetworkCredential? ApiUser)
{
    /// <summary>The environment variable of the customer token.</summary>
    public const string TokenVariable = "PICSONEFILE_CUSTOMER_TOKEN";

    /// <summary>The environment variable of the API user's name.</summary>
    public const string UserVariable = "PICSONEFILE_API_USER";

    /// <summary>The environment variable of the API user's password.</summary>
    public const string PasswordVariable = "PICSONEFILE_API_PASSWORD";

    /// <summary>
    /// Completes the secrets. Given ones come first, then those that Windows keeps for the profile, then the environment variables (for containers and
    /// pipelines).
    /// </summary>
    /// <param name="token">The customer token given, or null.</param>
    /// <param name="user">The API user given, or null.</param>
    /// <param name="needsApiUser">Whether a PICSWeb address is used.</param>
    /// <param name="kept">Returns the kept secrets; called only where something is missing.</param>
    /// <returns>The secrets.</returns>
    /// <exception cref="PicsOnefileException">SecretMissing: the message names the variable that can hold it.</exception>
    public static ConnectionSecrets Complete(SecureString? token, NetworkCredential? user, bool needsApiUser, Func<StoredSecrets?>? kept = null)
    {
        if ((token is null || (needsApiUser && user is null)) && kept?.Invoke() is { } own)
            (token, user) = (token ?? own.CustomerToken, user ?? (needsApiUser ? own.ApiUser : null));
        token ??= Protected(Environment.GetEnvironmentVariable(TokenVariable));
        if (token is null || token.Length == 0)
            throw ErrorKinds.SecretMissing.For("CustomerToken", $"There is no customer token: give -CustomerToken, or set {TokenVariable}.");
        if (needsApiUser && user is null && Environment.GetEnvironmentVariable(UserVariable) is { Length: > 0 } name)
            user = new NetworkCredential(
                name,
                Protected(Environment.GetEnvironmentVariable(PasswordVariable))
                    ?? throw ErrorKinds.SecretMissing.For("ApiUser", $"{UserVariable} is set and {PasswordVariable} is not.")
            );
        if (needsApiUser && user is null)
            throw ErrorKinds.SecretMissing.For("ApiUser", $"There is no API user for PICSWeb: give -ApiUser, or set {UserVariable} and {PasswordVariable}.");
        return new ConnectionSecrets(token, user);
    }

    private static SecureString? Protected(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var secret = new SecureString();
        foreach (var c in text!.Trim())
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }
}
