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
/// What people said no to in a review: pairs that are not the same, and records for which they found no partner (one ID is empty then). Kept in the
/// ledger, so that a record which somebody has looked at does not block the switch for ever, without having to be excluded.
/// </summary>
/// <remarks>
/// Version 0.1.0 kept the pairs alone, and kept pairs that nobody had rejected: an Accept that came back from ConvertFrom-Json as the number 0 was read as the
/// word "0", which means no. Since then each rejection is kept with who said it and when; one without is of that time.
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

    /// <summary>What was rejected so far, of one kind in one environment.</summary>
    public static RejectedPairs Read(ILinkLedger ledger, LinkKind kind, OnefileEnvironment environment) =>
        new((ledger.Fact(FactName(kind, environment)) ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Adds pairs that a person rejected; a pair that is there already gets the new origin.</summary>
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

    /// <summary>The rejected pairs of which both records are named.</summary>
    public IEnumerable<RejectedPair> Both() => Named(_pairs.Keys);

    /// <summary>Those of them of which nobody knows who rejected them, and when: they are of the time of 0.1.0.</summary>
    public IEnumerable<RejectedPair> WithoutOrigin() => Named(_pairs.Where(pair => pair.Value is null).Select(pair => pair.Key));

    /// <summary>Whether a person rejected this very pair.</summary>
    public bool Has(string? ident, string? onefileId) => _pairs.ContainsKey(Text(ident, onefileId));

    /// <summary>Whether a person looked at this Onefile record and rejected what was proposed, or found nobody.</summary>
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
