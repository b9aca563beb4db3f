using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;

namespace PicsOnefile.Linking;

/// <summary>The exclusions of one kind, found by either end of a pair.</summary>
internal sealed class StandingExclusions(IReadOnlyCollection<LinkExclusion> exclusions)
{
    private readonly ILookup<string, LinkExclusion> _byIdent = exclusions.Where(exclusion => exclusion.Ident is not null).ToLookup(exclusion => exclusion.Ident!, StringComparer.Ordinal);
    private readonly ILookup<string, LinkExclusion> _byOnefileId = exclusions.Where(exclusion => exclusion.OnefileId is not null).ToLookup(exclusion => exclusion.OnefileId!, StringComparer.Ordinal);

    /// <summary>Those of one kind in one environment.</summary>
    public static IReadOnlyList<LinkExclusion> Read(ILinkLedger ledger, LinkKind kind, OnefileEnvironment environment) =>
        [.. ledger.Exclusions(environment).Where(exclusion => exclusion.Kind == KindOf(kind))];

    /// <summary>What an exclusion of one end of a link is about.</summary>
    public static ExclusionKind KindOf(LinkKind kind) => kind == LinkKind.Officer ? ExclusionKind.Officer : ExclusionKind.Organisation;

    /// <summary>The exclusion that stands against a pair, or against the one end that is given; null for none.</summary>
    public LinkExclusion? Of(string? ident, string? onefileId) =>
        (ident is null ? null : _byIdent[ident].FirstOrDefault()) ?? (onefileId is null ? null : _byOnefileId[onefileId].FirstOrDefault());
}
