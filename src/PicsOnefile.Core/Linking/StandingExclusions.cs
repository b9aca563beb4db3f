using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;

namespace PicsOnefile.Linking;

/// <summary>The exclusions of one kind, found by either end of a pair.</summary>
public sealed class StandingExclusions(IReadOnlyCollection<LinkExclusion> exclusions)
{
    private readonly ILookup<string, LinkExclusion> _byIdent = exclusions
        .Where(exclusion => exclusion.Ident is not null)
        .ToLookup(exclusion => exclusion.Ident!, StringComparer.Ordinal);
    private readonly ILookup<string, LinkExclusion> _byOnefileId = exclusions
        .Where(exclusion => exclusion.OnefileId is not null)
        .ToLookup(exclusion => exclusion.OnefileId!, StringComparer.Ordinal);

    /// <summary>Reads the exclusions of one kind in one environment.</summary>
    /// <returns>The exclusions in force.</returns>
    public static IReadOnlyList<LinkExclusion> Read(ILinkLedger ledger, LinkKind kind, OnefileEnvironment environment) =>
        [.. ledger.Exclusions(environment).Where(exclusion => exclusion.Kind == LinkType.For(kind).Exclusion)];

    /// <summary>Finds the exclusion that a person means by these IDs (<see cref="RecordId"/>).</summary>
    /// <returns>The exclusion as it is kept; null where none is meant, or several may be.</returns>
    public static LinkExclusion? Named(ILinkLedger ledger, OnefileEnvironment environment, ExclusionKind kind, string? ident, string? onefileId)
    {
        var (wantedIdent, wantedId) = (RecordId.Normalise(ident) ?? "", RecordId.Normalise(onefileId) ?? "");
        var alike = ledger
            .Exclusions(environment)
            .Where(exclusion =>
                exclusion.Kind == kind
                && RecordId.Comparer.Equals(exclusion.Ident ?? "", wantedIdent)
                && RecordId.Comparer.Equals(exclusion.OnefileId ?? "", wantedId)
            )
            .ToList();
        return alike.FirstOrDefault(exclusion => (exclusion.Ident ?? "") == wantedIdent && (exclusion.OnefileId ?? "") == wantedId)
            ?? (alike.Count == 1 ? alike[0] : null);
    }

    /// <summary>Finds the exclusion against a pair, or against the one end that is given.</summary>
    /// <returns>The exclusion, or null.</returns>
    public LinkExclusion? Find(string? ident, string? onefileId) =>
        (ident is null ? null : _byIdent[ident].FirstOrDefault()) ?? (onefileId is null ? null : _byOnefileId[onefileId].FirstOrDefault());
}
