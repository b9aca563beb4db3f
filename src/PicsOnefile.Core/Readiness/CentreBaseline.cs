using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;

namespace PicsOnefile.Readiness;

/// <summary>The centres as they were first seen, or as they were when the integration was last switched on, with the link mode chosen for them.</summary>
/// <param name="LinkBy">What tied records together then.</param>
/// <param name="CentreIds">The customer's centres then.</param>
public sealed record CentreBaseline(LinkBy LinkBy, IReadOnlyList<string> CentreIds)
{
    /// <summary>The centres as the ledger remembers them, or null.</summary>
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
