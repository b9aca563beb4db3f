using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Matching;

namespace PicsOnefile.Linking;

/// <summary>
/// What people said no to in a review: pairs that are not the same, and records for which they found no partner (one ID is empty then). Kept in the
/// ledger, so that a record which somebody has looked at does not block the switch for ever, without having to be excluded.
/// </summary>
public sealed class RejectedPairs
{
    private readonly HashSet<string> _pairs;

    private readonly HashSet<string> _onefileIds;

    private RejectedPairs(IEnumerable<string> pairs)
    {
        _pairs = new(pairs, StringComparer.Ordinal);
        _onefileIds = new(_pairs.Select(pair => pair.Substring(pair.IndexOf('\t') + 1)).Where(id => id.Length > 0), StringComparer.Ordinal);
    }

    /// <summary>Nothing was rejected.</summary>
    public static RejectedPairs None { get; } = new([]);

    /// <summary>What was rejected so far, of one kind in one environment.</summary>
    public static RejectedPairs Read(ILinkLedger ledger, LinkKind kind, OnefileEnvironment environment) =>
        new((ledger.Fact(FactName(kind, environment)) ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Adds pairs that a person rejected; a pair that is there already stays.</summary>
    /// <param name="ledger">Where they are kept.</param>
    /// <param name="environment">The environment that the Onefile IDs belong to.</param>
    /// <param name="pairs">The pairs; one of the two IDs may be null or empty.</param>
    public static void Keep(ILinkLedger ledger, OnefileEnvironment environment, IEnumerable<(LinkKind Kind, string? Ident, string? OnefileId)> pairs) =>
        Change(ledger, environment, pairs, (known, more) => known.UnionWith(more));

    /// <summary>Takes pairs back that a person links after all.</summary>
    public static void Forget(ILinkLedger ledger, OnefileEnvironment environment, IEnumerable<(LinkKind Kind, string? Ident, string? OnefileId)> pairs) =>
        Change(ledger, environment, pairs, (known, gone) => known.ExceptWith(gone));

    /// <summary>The rejected pairs of which both records are named.</summary>
    public IEnumerable<RejectedPair> Both() =>
        from pair in _pairs
        let tab = pair.IndexOf('\t')
        where tab > 0 && tab < pair.Length - 1
        select new RejectedPair(pair.Substring(tab + 1), pair.Substring(0, tab));

    /// <summary>Whether a person rejected this very pair.</summary>
    public bool Has(string? ident, string? onefileId) => _pairs.Contains(Text(ident, onefileId));

    /// <summary>Whether a person looked at this Onefile record and rejected what was proposed, or found nobody.</summary>
    public bool HasAbout(string onefileId) => _onefileIds.Contains(onefileId);

    private static void Change(
        ILinkLedger ledger, OnefileEnvironment environment, IEnumerable<(LinkKind Kind, string? Ident, string? OnefileId)> pairs, Action<HashSet<string>, IEnumerable<string>> change)
    {
        foreach (var kind in pairs.GroupBy(pair => pair.Kind))
        {
            var known = Read(ledger, kind.Key, environment)._pairs;
            var before = known.Count;
            change(known, kind.Select(pair => Text(pair.Ident, pair.OnefileId)));
            if (known.Count != before)
                ledger.SetFact(FactName(kind.Key, environment), string.Join("\n", known.OrderBy(pair => pair, StringComparer.Ordinal)));
        }
    }

    private static string Text(string? ident, string? onefileId) => $"{ident}\t{onefileId}";

    private static string FactName(LinkKind kind, OnefileEnvironment environment) => $"Rejected {kind} of {environment}";
}
