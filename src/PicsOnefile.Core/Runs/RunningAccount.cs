using System;

namespace PicsOnefile.Runs;

/// <summary>The account that runs the module: the journal, exclusions and attestations say by it who did what.</summary>
public static class RunningAccount
{
    /// <summary>DOMAIN\user, or the user alone for an account of this computer.</summary>
    // For a local account without a domain, .NET returns the computer's name.
    public static string Name { get; } =
        Environment.UserDomainName is { Length: > 0 } domain && !domain.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)
            ? $@"{domain}\{Environment.UserName}"
            : Environment.UserName;
}
