using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness;

/// <summary>A PICSWeb record that a Onefile record without a link plausibly belongs to.</summary>
/// <param name="Record">The PICSWeb record.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Why">What speaks for it, in words.</param>
/// <param name="LinkedWith">The Onefile record that it is linked with already; null where it is free.</param>
internal sealed record Partner(IPicsWebRecord Record, Confidence Confidence, string Why, string? LinkedWith);

/// <summary>
/// Finds the partner of a record without a link, from either side. It is decided here alone. Where the matching was run, its candidates decide. Otherwise an
/// exact agreement decides that is unique on both sides: the MIS Value, a person's e-mail address, the name.
/// </summary>
internal sealed class PartnerSearch
{
    private static readonly IReadOnlyList<(
        Confidence Confidence,
        string Why,
        Func<IOnefileRecord, string?> Onefile,
        Func<IPicsWebRecord, string?> PicsWeb
    )> Evidence =
    [
        (Confidence.Certain, "the MIS Value is its Ident", record => Code(record.MisId), record => Code(record.Ident)),
        (
            Confidence.Probable,
            "both have the same e-mail address",
            record => Address((record as Assessor)?.Email),
            record => Address((record as Officer)?.Email)
        ),
        (Confidence.Possible, "both have the same name", record => Name(record.DisplayName), record => Name(record.DisplayName)),
    ];

    private readonly LinkSnapshot _snapshot;
    private readonly RejectedPairs _rejected;
    private readonly IReadOnlyList<LinkCandidate>? _candidates;
    private readonly Lazy<ILookup<string, LinkCandidate>> _byOnefileId;
    private readonly Lazy<ILookup<string, LinkCandidate>> _byIdent;
    private readonly ILookup<string, LinkEntry> _tied;
    private readonly ILookup<string, string> _waiting;
    private readonly HashSet<string> _excluded;
    private readonly Lazy<
        IReadOnlyList<(ILookup<string, IPicsWebRecord> PicsWeb, IReadOnlyDictionary<(string Centre, string Value), int> Onefile)>
    > _counted;

    /// <summary>Searches the records of a snapshot.</summary>
    /// <param name="snapshot">The links of one kind.</param>
    /// <param name="candidates">The proposals of the matching, of any kind; null where it was not run.</param>
    /// <param name="rejected">The pairs that people rejected, by kind.</param>
    /// <param name="waiting">Links on the worklist, of any kind.</param>
    public PartnerSearch(
        LinkSnapshot snapshot,
        IReadOnlyCollection<LinkCandidate>? candidates,
        IReadOnlyDictionary<LinkKind, RejectedPairs> rejected,
        IReadOnlyCollection<RecordedLink> waiting
    )
    {
        var kind = snapshot.Sources.Kind;
        _snapshot = snapshot;
        _rejected = rejected.TryGetValue(kind, out var pairs) ? pairs : RejectedPairs.None;
        _candidates = candidates is null ? null : [.. candidates.Where(candidate => candidate.Kind == kind && IsPair(candidate))];
        _byOnefileId = new(() => _candidates!.ToLookup(candidate => ((ILinkPair)candidate).OnefileId!, StringComparer.Ordinal));
        _byIdent = new(() => (_candidates ?? []).ToLookup(candidate => ((ILinkPair)candidate).Ident!, StringComparer.OrdinalIgnoreCase));
        _tied = snapshot.Entries.Where(entry => entry.Tied && entry.Onefile!.Live != false).ToLookup(entry => entry.PicsWeb!.Ident, StringComparer.Ordinal);
        _waiting = waiting.Where(link => link.Kind == kind).ToLookup(link => link.Ident, link => link.OnefileId, StringComparer.Ordinal);
        _excluded = new(snapshot.Sources.Exclusions.Select(exclusion => exclusion.Ident).OfType<string>(), StringComparer.Ordinal);
        _counted = new(() =>
            [
                .. Evidence.Select(sign =>
                    (
                        snapshot
                            .Sources.PicsWeb!.Where(record => record.Live != false && sign.PicsWeb(record) is not null)
                            .ToLookup(record => sign.PicsWeb(record)!, StringComparer.Ordinal),
                        (IReadOnlyDictionary<(string, string), int>)
                            Count(snapshot.Sources.Onefile.Where(record => record.Live != false), sign.Onefile)
                    )
                ),
            ]
        );
    }

    /// <summary>Searches the records of the readiness rules.</summary>
    /// <returns>The search.</returns>
    public static PartnerSearch Among(ReadinessFacts facts, LinkSnapshot snapshot) => new(snapshot, facts.Candidates, facts.Rejected, facts.Pending);

    /// <summary>Finds the account or placement of a centre that is recognised as an unlinked PICSWeb record.</summary>
    /// <remarks>A link that waits on the worklist is decided. An archived account is no partner: people want a new one beside it.</remarks>
    /// <param name="record">The PICSWeb record.</param>
    /// <param name="centreId">The centre. By Additional ID there is one, so the centre of a candidate makes no difference.</param>
    /// <returns>The ID with the evidence in words, or null.</returns>
    public (string OnefileId, string Why)? AccountOf(IPicsWebRecord record, string centreId)
    {
        var waiting = _snapshot
            .OfIdent(record.Ident)
            .FirstOrDefault(entry => entry.State == LinkState.Pending && entry.Onefile is not null && IsInCentre(entry.Onefile.CentreId));
        if (waiting is not null)
            return (waiting.OnefileId!, "the link waits on the worklist");
        var best = _byIdent
            .Value[record.Ident]
            .Where(candidate =>
                IsInCentre(candidate.CentreId)
                && !_rejected.Has(record.Ident, ((ILinkPair)candidate).OnefileId)
                && _snapshot.Onefile(((ILinkPair)candidate).OnefileId!)?.Live != false
            )
            .OrderByDescending(candidate => candidate.Confidence)
            .ThenByDescending(candidate => candidate.Score)
            .FirstOrDefault();
        return best is null ? null : (((ILinkPair)best).OnefileId!, $"{best.Confidence}, {best.Reasons}");

        bool IsInCentre(string? centre) => _snapshot.Sources.LinkBy == LinkBy.AdditionalId || centre == centreId;
    }

    /// <summary>The best partner that is neither rejected nor linked yet, or null.</summary>
    public Partner? FreePartnerOf(IOnefileRecord record) =>
        (_candidates is null ? Plain(record) : Proposed(record))
            .Where(partner => partner.LinkedWith is null && !_rejected.Has(partner.Record.Ident, record.OnefileId))
            .OrderByDescending(partner => partner.Confidence)
            .FirstOrDefault();

    /// <summary>
    /// The PICSWeb record whose second account this seems to be. Strong evidence points to a record that is linked with another account in use.
    /// </summary>
    public Partner? SecondAccountOf(IOnefileRecord record) =>
        Plain(record)
            .FirstOrDefault(partner =>
                partner.LinkedWith is not null && partner.Confidence >= Confidence.Probable && !_rejected.Has(partner.Record.Ident, record.OnefileId)
            );

    /// <summary>Whether a person looked at this record and found no partner.</summary>
    public bool WasReviewed(IOnefileRecord record) => _rejected.ContainsOnefileId(record.OnefileId);

    private IEnumerable<Partner> Proposed(IOnefileRecord record) =>
        from candidate in _byOnefileId.Value[record.OnefileId]
        let partner = _snapshot.PicsWeb(((ILinkPair)candidate).Ident!)
        where partner is not null && IsInPlay(partner)
        select new Partner(partner, candidate.Confidence, candidate.Reasons, LinkedWith(partner, record));

    private IEnumerable<Partner> Plain(IOnefileRecord record)
    {
        for (var kind = 0; kind < Evidence.Count; kind++)
        {
            var (confidence, why, onefile, _) = Evidence[kind];
            if (onefile(record) is not { } value || OnlyOne(_counted.Value[kind].PicsWeb[value]) is not { } partner || !IsInPlay(partner))
                continue;
            // The MIS Value names one record by itself. An address or a name that several accounts share names none.
            if (confidence == Confidence.Certain || IsOnlyOne(record, partner, _counted.Value[kind].Onefile, value))
                yield return new Partner(partner, confidence, why, LinkedWith(partner, record));
        }
    }

    // The account that is linked already does not make the address less telling: it belongs to the same person.
    private bool IsOnlyOne(IOnefileRecord record, IPicsWebRecord partner, IReadOnlyDictionary<(string, string), int> counts, string value) =>
        counts.TryGetValue((record.CentreId, value), out var count)
        && count - _tied[partner.Ident].Count(entry => entry.Onefile!.CentreId == record.CentreId) <= 1;

    private static bool IsPair(LinkCandidate candidate) =>
        candidate.Confidence > Confidence.None && (ILinkPair)candidate is { Ident.Length: > 0, OnefileId.Length: > 0 };

    private bool IsInPlay(IPicsWebRecord record) => record.Live != false && !_excluded.Contains(record.Ident);

    // By MIS Value a person has an account in every centre: being linked in another one does not count. A link on the worklist is decided.
    private string? LinkedWith(IPicsWebRecord partner, IOnefileRecord record) =>
        _waiting[partner.Ident].FirstOrDefault(id => id != record.OnefileId)
        ?? _tied[partner.Ident]
            .FirstOrDefault(entry =>
                entry.OnefileId != record.OnefileId && (_snapshot.Sources.LinkBy == LinkBy.AdditionalId || entry.Onefile!.CentreId == record.CentreId)
            )
            ?.OnefileId;

    private static IPicsWebRecord? OnlyOne(IEnumerable<IPicsWebRecord> records) => records.Take(2).ToList() is { Count: 1 } found ? found[0] : null;

    private static Dictionary<(string, string), int> Count(IEnumerable<IOnefileRecord> records, Func<IOnefileRecord, string?> value) =>
        records
            .Where(record => value(record) is not null)
            .GroupBy(record => (record.CentreId, value(record)!))
            .ToDictionary(group => group.Key, group => group.Count());

    // Codes that differ only in letter case, blanks or leading zeros were meant to be one.
    private static string? Code(string? text) => text?.Replace(" ", "").TrimStart('0').ToUpperInvariant() is { Length: > 0 } code ? code : null;

    private static string? Address(string? text) => text?.Trim().ToUpperInvariant() is { Length: > 0 } address && address.Contains('@') ? address : null;

    private static string? Name(string? text)
    {
        var words = (text ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words).ToUpperInvariant();
    }
}
