using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;

namespace PicsOnefile.Readiness;

/// <summary>The centres and the link mode of the first reading, or of the last time the integration was switched on.</summary>
/// <param name="LinkBy">The field that tied records together then.</param>
/// <param name="CentreIds">The customer's centres then.</param>
public sealed record CentreBaseline(LinkBy LinkBy, IReadOnlyList<string> CentreIds)
{
    /// <summary>Reads the centres from the ledger.</summary>
    /// <returns>The centres, or null where none were recorded.</returns>
    public static CentreBaseline? Read(ILinkLedger ledger, OnefileEnvironment environment)
    {
        var parts = ledger.Fact(FactName(environment))?.Split('|');
        return parts is { Length: 2 } && Enum.TryParse<LinkBy>(parts[0], out var linkBy)
            ? new(linkBy, parts[1].Split([','], StringSplitOptions.RemoveEmptyEntries))
            : null;
    }

    /// <summary>Remembers the centres from now on.</summary>
    public static void Keep(ILinkLedger ledger, OnefileEnvironment environment, LinkBy linkBy, IEnumerable<Centre> centres) =>
        ledger.SetFact(
            FactName(environment),
            $"{linkBy}|{string.Join(",", centres.Select(centre => centre.CentreId).OrderBy(id => id, StringComparer.Ordinal))}"
        );

    private static string FactName(OnefileEnvironment environment) => $"Centres of {environment}";
}
