using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness;

/// <summary>A PICSWeb record that a Onefile record without a link plausibly belongs to.</summary>
/// <param name="Record">The PICSWeb record.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Why">What speaks for it, in words.</param>
/// <param name="LinkedWith">The Onefile record that it is linked with already; null where it is free.</param>
internal sealed record Partner(IPicsWebRecord Record, Confidence Confidence, string Why, string? LinkedWith);

/// <summary>
/// Which Onefile records without a link have a partner among PICSWeb's records in use. Where the matching was run, its candidates tell; otherwise what
/// agrees exactly and is unique on both sides: the MIS Value, a person's e-mail address, the name.
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

    private readonly LinkSnapshot _book;
    private readonly RejectedPairs _rejected;
    private readonly ILookup<string, ILinkPair>? _candidates;
    private readonly ILookup<string, LinkEntry> _tied;
    private readonly ILookup<string, string> _waiting;
    private readonly HashSet<string> _excluded;
    private readonly IReadOnlyList<(ILookup<string, IPicsWebRecord> PicsWeb, IReadOnlyDictionary<(string Centre, string Value), int> Onefile)> _counted;

    public PartnerSearch(ReadinessFacts facts, LinkSnapshot snapshot)
    {
        _book = snapshot;
        _rejected = facts.Rejected.TryGetValue(snapshot.Sources.Kind, out var rejected) ? rejected : RejectedPairs.None;
        _candidates = facts
            .Candidates?.Where(candidate => candidate.Kind == snapshot.Sources.Kind && candidate.Confidence > Confidence.None)
            .Cast<ILinkPair>()
            .Where(pair => !string.IsNullOrEmpty(pair.OnefileId) && !string.IsNullOrEmpty(pair.Ident))
            .ToLookup(pair => pair.OnefileId!, StringComparer.Ordinal);
        _tied = snapshot.Entries.Where(entry => entry.Tied && entry.Onefile!.Live != false).ToLookup(entry => entry.PicsWeb!.Ident, StringComparer.Ordinal);
        _waiting = facts.Pending.Where(link => link.Kind == snapshot.Sources.Kind).ToLookup(link => link.Ident, link => link.OnefileId, StringComparer.Ordinal);
        _excluded = new(snapshot.Sources.Exclusions.Select(exclusion => exclusion.Ident).OfType<string>(), StringComparer.Ordinal);
        _counted =
        [
            .. Evidence.Select(kind =>
                (
                    snapshot.Sources.PicsWeb!.Where(record => record.Live != false && kind.PicsWeb(record) is not null)
                        .ToLookup(record => kind.PicsWeb(record)!, StringComparer.Ordinal),
                    Count(snapshot.Sources.Onefile.Where(record => record.Live != false), kind.Onefile)
                )
            ),
        ];
    }

    /// <summary>The best partner that nobody rejected and that is not linked yet, or null.</summary>
    public Partner? FreePartnerOf(IOnefileRecord record) =>
        (_candidates is null ? Plain(record) : Proposed(record))
            .Where(partner => partner.LinkedWith is null && !_rejected.Has(partner.Record.Ident, record.OnefileId))
            .OrderByDescending(partner => partner.Confidence)
            .FirstOrDefault();

    /// <summary>The PICSWeb record whose second account this seems to be: a strong sign points to one that is linked with another account in use.</summary>
    public Partner? SecondAccountOf(IOnefileRecord record) =>
        Plain(record)
            .FirstOrDefault(partner =>
                partner.LinkedWith is not null && partner.Confidence >= Confidence.Probable && !_rejected.Has(partner.Record.Ident, record.OnefileId)
            );

    /// <summary>Whether a person looked at this record and found no partner.</summary>
    public bool WasReviewed(IOnefileRecord record) => _rejected.HasAbout(record.OnefileId);

    private IEnumerable<Partner> Proposed(IOnefileRecord record) =>
        from pair in _candidates![record.OnefileId]
        let partner = _book.PicsWeb(pair.Ident!)
        where partner is not null && IsInPlay(partner)
        let candidate = (LinkCandidate)pair
        select new Partner(partner, candidate.Confidence, candidate.Reasons, LinkedWith(partner, record));

    private IEnumerable<Partner> Plain(IOnefileRecord record)
    {
        for (var kind = 0; kind < Evidence.Count; kind++)
        {
            var (confidence, why, onefile, _) = Evidence[kind];
            if (onefile(record) is not { } value || OnlyOne(_counted[kind].PicsWeb[value]) is not { } partner || !IsInPlay(partner))
                continue;
            // The MIS Value names one record by itself; an address or a name that several accounts share names nobody.
            if (confidence == Confidence.Certain || IsOnlyOne(record, partner, _counted[kind].Onefile, value))
                yield return new Partner(partner, confidence, why, LinkedWith(partner, record));
        }
    }

    // The account that is linked already does not make the address less telling: it belongs to the same person.
    private bool IsOnlyOne(IOnefileRecord record, IPicsWebRecord partner, IReadOnlyDictionary<(string, string), int> counts, string value) =>
        counts.TryGetValue((record.CentreId, value), out var count)
        && count - _tied[partner.Ident].Count(entry => entry.Onefile!.CentreId == record.CentreId) <= 1;

    private bool IsInPlay(IPicsWebRecord record) => record.Live != false && !_excluded.Contains(record.Ident);

    // By MIS Value a person has an account in every centre: being linked in another one does not count. A link on the worklist is decided.
    private string? LinkedWith(IPicsWebRecord partner, IOnefileRecord record) =>
        _waiting[partner.Ident].FirstOrDefault(id => id != record.OnefileId)
        ?? _tied[partner.Ident]
            .FirstOrDefault(entry =>
                entry.OnefileId != record.OnefileId && (_book.Sources.LinkBy == LinkBy.AdditionalId || entry.Onefile!.CentreId == record.CentreId)
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
