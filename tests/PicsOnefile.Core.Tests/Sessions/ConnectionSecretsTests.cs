using System;
using System.Net;
using System.Security;
using PicsOnefile.Errors;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>The environment is one for the whole process: only this class sets these variables, and its tests run one after the other.</summary>
public sealed class ConnectionSecretsTests : IDisposable
{
    public ConnectionSecretsTests() => Clear();

    public void Dispose() => Clear();

    private static void Clear() => Set(null, null, null);

    private static void Set(string? token, string? user, string? password)
    {
        Environment.SetEnvironmentVariable(ConnectionSecrets.TokenVariable, token);
        Environment.SetEnvironmentVariable(ConnectionSecrets.UserVariable, user);
        Environment.SetEnvironmentVariable(ConnectionSecrets.PasswordVariable, password);
    }

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private static string Text(SecureString secret) => new NetworkCredential("", secret).Password;

    private static string Missing(SecureString? token, NetworkCredential? user)
    {
        var failure = Assert.Throws<PicsOnefileException>(() => ConnectionSecrets.Complete(token, user, needsApiUser: true));
        Assert.Equal("SecretMissing", failure.Kind.Id);
        return failure.Message;
    }

    [Fact]
    public void What_was_given_stands_above_the_environment()
    {
        Set("environment's", "environment's", "environment's");

        var secrets = ConnectionSecrets.Complete(Secure("given"), new NetworkCredential("api", "given"), needsApiUser: true);

        Assert.Equal(("given", "api", "given"), (Text(secrets.CustomerToken), secrets.ApiUser!.UserName, secrets.ApiUser.Password));
    }

    [Fact]
    public void A_container_takes_its_secrets_from_the_environment()
    {
        Set(" made-up-token\n", "api", "made-up-password");

        var secrets = ConnectionSecrets.Complete(null, null, needsApiUser: true);

        Assert.Equal(("made-up-token", "api", "made-up-password"), (Text(secrets.CustomerToken), secrets.ApiUser!.UserName, secrets.ApiUser.Password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_a_token_the_variable_is_named(string? token)
    {
        Set(token, "api", "made-up-password");

        Assert.Contains("PICSONEFILE_CUSTOMER_TOKEN", Missing(null, null), StringComparison.Ordinal);
        Assert.Contains("PICSONEFILE_CUSTOMER_TOKEN", Missing(Secure(""), null), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_API_user_both_variables_are_named()
    {
        var message = Missing(Secure("made-up-token"), null);

        Assert.Contains("PICSONEFILE_API_USER", message, StringComparison.Ordinal);
        Assert.Contains("PICSONEFILE_API_PASSWORD", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_API_user_without_a_password_is_no_API_user()
    {
        Set(null, "api", null);

        Assert.Contains("PICSONEFILE_API_PASSWORD is not", Missing(Secure("made-up-token"), null), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_PICSWeb_address_is_used_no_API_user_is_needed_nor_taken()
    {
        Set(null, "api", null);

        Assert.Null(ConnectionSecrets.Complete(Secure("made-up-token"), null, needsApiUser: false).ApiUser);
    }
}
