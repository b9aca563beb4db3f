using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;

namespace PicsOnefile.Readiness;

/// <summary>
/// The attestations of one environment. Practice and Live are two systems on either side. An attestation for the training systems says nothing of the real
/// ones, even where one ledger keeps both.
/// </summary>
internal static class AttestedHere
{
    /// <summary>Reads the last attestation of each subject.</summary>
    /// <returns>The attestations of the environment.</returns>
    public static IReadOnlyList<Attestation> Read(ILinkLedger ledger, OnefileEnvironment environment)
    {
        var suffix = Suffix(environment);
        return
        [
            .. ledger
                .Attestations()
                .Where(said => said.Subject.EndsWith(suffix, StringComparison.Ordinal))
                .Select(said => said with { Subject = said.Subject.Substring(0, said.Subject.Length - suffix.Length) }),
        ];
    }

    /// <summary>Keeps an attestation.</summary>
    public static void Keep(ILinkLedger ledger, OnefileEnvironment environment, Attestation said) =>
        ledger.Attest(said with { Subject = said.Subject + Suffix(environment) });

    /// <summary>Puts what is said now in the place of what was said before.</summary>
    /// <returns>The last attestation of each subject.</returns>
    public static IReadOnlyList<Attestation> Replace(IReadOnlyList<Attestation> before, IReadOnlyCollection<Attestation> now) =>
        [.. before.Where(said => now.All(later => later.Subject != said.Subject)), .. now];

    private static string Suffix(OnefileEnvironment environment) => $" in {environment}";
}
