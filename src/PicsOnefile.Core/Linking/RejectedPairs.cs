using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Matching;

namespace PicsOnefile.Linking;

/// <summary>Who rejected a pair, and when.</summary>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
public sealed record RejectionOrigin(string Actor, DateTimeOffset At);

/// <summary>
/// The pairs that people rejected in a review, and the records for which they found no partner. The other ID is empty then. They are kept in the ledger. A
/// record that somebody has reviewed so does not block the switch for ever, and need not be excluded.
/// </summary>
/// <remarks>
/// Version 0.1.0 kept the pairs alone. It also kept pairs that were not rejected. ConvertFrom-Json gave an Accept as the number 0, which was read as the word
/// "0" for no. Since then each rejection is kept with its actor and time. A rejection without them is of version 0.1.0.
/// </remarks>
public sealed class RejectedPairs
{
    private const char Tab = '\t';

    private readonly Dictionary<string, RejectionOrigin?> _pairs;

    private readonly HashSet<string> _onefileIds;

    private RejectedPairs(IEnumerable<string> lines)
    {
        _pairs = new(StringComparer.Ordinal);
        foreach (var cells in lines.Select(line => line.Split(Tab)).Where(cells => cells.Length > 1))
            _pairs[Text(cells[0], cells[1])] =
                cells.Length > 3 && DateTimeOffset.TryParseExact(cells[2], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                    ? new(cells[3], at)
                    : null;
        _onefileIds = new(_pairs.Keys.Select(pair => pair.Substring(pair.IndexOf(Tab) + 1)).Where(id => id.Length > 0), StringComparer.Ordinal);
    }

    /// <summary>Nothing was rejected.</summary>
    public static RejectedPairs None { get; } = new([]);

    /// <summary>Reads the rejections of one kind in one environment.</summary>
    /// <returns>The rejections so far.</returns>
    public static RejectedPairs Read(ILinkLedger ledger, LinkKind kind, OnefileEnvironment environment) =>
        new((ledger.Fact(FactName(kind, environment)) ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Adds pairs that a person rejected. A pair that is already kept gets the new origin.</summary>
    /// <param name="ledger">Where they are kept.</param>
    /// <param name="environment">The environment that the Onefile IDs belong to.</param>
    /// <param name="pairs">The pairs; one of the two IDs may be null or empty.</param>
    /// <param name="origin">Who rejected them and when; null where that is not known.</param>
    public static void Keep(
        ILinkLedger ledger,
        OnefileEnvironment environment,
        IEnumerable<(LinkKind Kind, string? Ident, string? OnefileId)> pairs,
        RejectionOrigin? origin = null
    ) => Change(ledger, environment, pairs, (known, pair) => known[pair] = origin ?? (known.TryGetValue(pair, out var before) ? before : null));

    /// <summary>Takes pairs back that a person links after all.</summary>
    public static void Forget(ILinkLedger ledger, OnefileEnvironment environment, IEnumerable<(LinkKind Kind, string? Ident, string? OnefileId)> pairs) =>
        Change(ledger, environment, pairs, (known, pair) => known.Remove(pair));

    /// <summary>Lists the rejected pairs of two records.</summary>
    /// <returns>The pairs with both IDs.</returns>
    public IEnumerable<RejectedPair> Both() => Named(_pairs.Keys);

    /// <summary>Lists the pairs of two records without an actor and a time. They are of version 0.1.0.</summary>
    /// <returns>The pairs with both IDs.</returns>
    public IEnumerable<RejectedPair> WithoutOrigin() => Named(_pairs.Where(pair => pair.Value is null).Select(pair => pair.Key));

    /// <summary>Checks whether a person rejected this pair.</summary>
    /// <returns>True for a rejected pair.</returns>
    public bool Has(string? ident, string? onefileId) => _pairs.ContainsKey(Text(ident, onefileId));

    /// <summary>Checks whether a person reviewed this Onefile record and rejected the proposal, or found no partner.</summary>
    /// <returns>True for a reviewed record.</returns>
    public bool ContainsOnefileId(string onefileId) => _onefileIds.Contains(onefileId);

    private static IEnumerable<RejectedPair> Named(IEnumerable<string> pairs) =>
        from pair in pairs
        let tab = pair.IndexOf(Tab)
        where tab > 0 && tab < pair.Length - 1
        select new RejectedPair(pair.Substring(tab + 1), pair.Substring(0, tab));

    private static void Change(
        ILinkLedger ledger,
        OnefileEnvironment environment,
        IEnumerable<(LinkKind Kind, string? Ident, string? OnefileId)> pairs,
        Action<Dictionary<string, RejectionOrigin?>, string> change
    )
    {
        foreach (var kind in pairs.GroupBy(pair => pair.Kind))
        {
            var known = Read(ledger, kind.Key, environment)._pairs;
            var before = Lines(known);
            foreach (var pair in kind)
                change(known, Text(pair.Ident, pair.OnefileId));
            if (Lines(known) is var after && after != before)
                ledger.SetFact(FactName(kind.Key, environment), after);
        }
    }

    private static string Lines(Dictionary<string, RejectionOrigin?> pairs) =>
        string.Join(
            "\n",
            pairs
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair =>
                    pair.Value is { } origin ? $"{pair.Key}{Tab}{origin.At.ToString("O", CultureInfo.InvariantCulture)}{Tab}{origin.Actor}" : pair.Key
                )
        );

    private static string Text(string? ident, string? onefileId) => $"{ident}{Tab}{onefileId}";

    private static string FactName(LinkKind kind, OnefileEnvironment environment) => $"Rejected {kind} of {environment}";
}
