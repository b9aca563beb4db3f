using System;

namespace PicsOnefile.PowerShell.Tests.Secrecy;

/// <summary>
/// The environment variables of the secrets belong to the whole process: tests that set them, and tests that need them unset, take turns in this collection.
/// </summary>
internal static class SecretsOfTheProcess
{
    public const string Name = "Secrets in the environment";

    public static void Set(string? token, string? user, string? password)
    {
        Environment.SetEnvironmentVariable("PICSONEFILE_CUSTOMER_TOKEN", token);
        Environment.SetEnvironmentVariable("PICSONEFILE_API_USER", user);
        Environment.SetEnvironmentVariable("PICSONEFILE_API_PASSWORD", password);
    }
}
