using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Linking;

/// <summary>The exclusions of one kind, found by either end of a pair.</summary>
internal sealed class StandingExclusions(IReadOnlyCollection<LinkExclusion> exclusions)
{
    private readonly ILookup<string, LinkExclusion> _byIdent = exclusions.Where(exclusion => exclusion.Ident is not null).ToLookup(exclusion => exclusion.Ident!, StringComparer.Ordinal);
    private readonly ILookup<string, LinkExclusion> _byOnefileId = exclusions.Where(exclusion => exclusion.OnefileId is not null).ToLookup(exclusion => exclusion.OnefileId!, StringComparer.Ordinal);

    /// <summary>The exclusion that stands against a pair, or against the one end that is given; null for none.</summary>
    public LinkExclusion? Of(string? ident, string? onefileId) =>
        (ident is null ? null : _byIdent[ident].FirstOrDefault()) ?? (onefileId is null ? null : _byOnefileId[onefileId].FirstOrDefault());
}
