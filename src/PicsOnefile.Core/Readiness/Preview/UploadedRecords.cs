using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness.Preview;

/// <summary>
/// PICSWeb's upload of officers or of organisations. With one centre, it uses an existing Onefile record only by the Additional ID. With several, it uses one
/// only by the MIS Value that equals the Ident. Otherwise it makes a new one. PICSWeb decides by the two fields alone, whatever this module knows of a link.
/// That knowledge only shows which of the new records exist already.
/// </summary>
internal sealed class UploadedRecords
{
    private readonly LinkSnapshot _links;
    private readonly LinkWords _words;
    private readonly PartnerSearch _partners;
    private readonly Dictionary<string, IPicsWebRecord> _picsWeb = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<(string Centre, string Value), IOnefileRecord> _bearers;
    private readonly HashSet<string> _unconfirmed;
    private readonly IReadOnlyDictionary<(PreviewKind, string), string> _unread;

    public UploadedRecords(LinkKind kind, PreviewFacts facts)
    {
        _links = new[] { facts.Officers, facts.Organisations }.First(links => links.Sources.Kind == kind);
        _words = LinkWords.For(kind, facts.Terms);
        _partners = new(_links, facts.Candidates, facts.Rejected, []);
        foreach (var record in _links.Sources.PicsWeb ?? [])
            _picsWeb[record.Ident] = _picsWeb.TryGetValue(record.Ident, out var first) ? first : record;
        _bearers = _links
            .Sources.Onefile.Where(record => IsOfKind(record) && !HeldId.IsEmpty(record.MisId))
            .OrderBy(record => record.OnefileId.Length)
            .ThenBy(record => record.OnefileId, StringComparer.Ordinal)
            .ToLookup(record => Bearing(record.CentreId, record.MisId!));
        _unread = facts.Unread;
        _unconfirmed = new(_links.Sources.Unconfirmed, StringComparer.Ordinal);
        Kind = (PreviewKind)Enum.Parse(typeof(PreviewKind), LinkType.For(kind).Onefile.JournalKind);
    }

    public PreviewKind Kind { get; }

    /// <summary>PICSWeb's word for the record.</summary>
    public string Word => _words.PicsWeb.One;

    /// <summary>The records in use.</summary>
    public IEnumerable<IPicsWebRecord> Live => _picsWeb.Values.Where(record => record.Live != false);

    /// <summary>Finds a PICSWeb record, or null. Letter case does not distinguish Idents; leading zeros do.</summary>
    public IPicsWebRecord? Find(string ident) => _picsWeb.TryGetValue(ident, out var record) ? record : null;

    // Where PICSWeb's rule leads the record in a centre.
    private LinkLed Led(IPicsWebRecord record, string centreId)
    {
        if (_links.Sources.LinkBy == LinkBy.MisValue)
            return Bearers(record.Ident, centreId) is { Count: > 0 } bearers ? new(bearers[0].MisId, bearers[0], false) : new(null, null, false);
        var value = HeldId.Read(record.AdditionalId) ?? "";
        if (value.Length is 0 or > 18 || value.Any(c => c is < '0' or > '9'))
            return new(null, null, false);
        return new(value, _links.Onefile(value) ?? _links.Onefile(value.TrimStart('0')), _unconfirmed.Contains(value));
    }

    /// <summary>Finds what stops the enrolment of every learner with this record, or null. PICSWeb checks before it writes anything.</summary>
    public (PreviewFailure Failure, string Reason)? Obstacle(IPicsWebRecord record, string centreId)
    {
        var led = Led(record, centreId);
        var misValue = HeldId.Read(led.Record?.MisId) ?? record.Ident;
        // Vendor help pages describe assessors alone.
        if (Kind == PreviewKind.Assessor && Bearers(misValue, centreId) is { Count: > 1 } bearers)
            return (
                PreviewFailure.MisValueTwice,
                $"{bearers.Count} {_words.Onefile.Many} of the centre carry the MIS Value {misValue} of {_words.PicsWeb} {record.Ident}: "
                    + $"{string.Join(", ", bearers.Select(bearer => bearer.OnefileId))}."
            );
        return led is { Value: not null, Record: null, Unconfirmed: false }
            ? (PreviewFailure.DeadLink, $"The Additional ID {led.Value} of {_words.PicsWeb} {record.Ident} leads to no {_words.Onefile} in Onefile.")
            : null;
    }

    // Archived ones count.
    private IReadOnlyList<IOnefileRecord> Bearers(string misValue, string centreId) => [.. _bearers[Bearing(centreId, misValue)]];

    /// <summary>What an upload does with the record in a centre; nothing that stops an enrolment is looked at here.</summary>
    public PreviewItem Upload(IPicsWebRecord record, string centreId)
    {
        var item = new PreviewItem
        {
            Kind = Kind,
            Ident = record.Ident,
            Name = record.DisplayName,
            CentreId = centreId,
        };
        var led = Led(record, centreId);
        if (led.Record is { } used)
            return NotRead(item, used.OnefileId) ?? item with { Action = PreviewAction.Use, ExistingId = used.OnefileId, Reason = Used(used) };
        if (led.Unconfirmed)
            return item with
            {
                Action = PreviewAction.Unknown,
                Reason = $"The Additional ID {led.Value} is in none of Onefile's lists, and whether it is gone was not checked.",
            };
        var partner = _partners.AccountOf(record, centreId);
        if (partner is not null && NotRead(item, partner.Value.OnefileId) is { } notRead)
            return notRead;
        // A withheld list is no proof that a record is new.
        if (partner is null && !_links.Sources.OnefileIsAvailable(centreId))
            return item with { Action = PreviewAction.Unknown, Reason = $"{NoLink(record)} {UnavailableSentence(centreId)}" };
        return item with
        {
            Action = partner is null ? PreviewAction.Create : PreviewAction.Duplicate,
            ExistingId = partner?.OnefileId,
            Reason = $"{NoLink(record)} "
                + (partner is null ? $"No {_words.Onefile} is recognised as the same." : $"It exists as {partner.Value.OnefileId}: {partner.Value.Why}."),
        };
    }

    // Null where the details of the record were read, or rows show whether it is in use.
    private PreviewItem? NotRead(PreviewItem item, string onefileId) =>
        _unread.TryGetValue((Kind, onefileId), out var reason)
            ? item with
            {
                Action = PreviewAction.Unknown,
                ExistingId = onefileId,
                Reason = $"Whether {_words.Onefile} {onefileId} is in use could not be checked. {reason}",
            }
            : null;

    /// <summary>Whether the record has a link or a recognised partner in the centre.</summary>
    public bool IsKnownIn(IPicsWebRecord record, string centreId) =>
        Led(record, centreId).Value is not null || _partners.AccountOf(record, centreId) is not null;

    private string UnavailableSentence(string centreId) => $"{_links.Sources.Unavailable.First(list => list.Scope == centreId).Sentence}.";

    private string NoLink(IPicsWebRecord record)
    {
        if (_links.Sources.LinkBy == LinkBy.MisValue)
            return $"No {_words.Onefile} of the centre carries the MIS Value {record.Ident}.";
        return HeldId.IsEmpty(record.AdditionalId)
            ? "The Additional ID is empty."
            : $"The Additional ID '{record.AdditionalId}' is not a Onefile ID and is overwritten.";
    }

    private string Used(IOnefileRecord used)
    {
        if (!IsOfKind(used))
            return $"The linked account has another role than {_words.Onefile} ({used.DisplayName}).";
        return used.Live == false ? $"The link leads to {used.DisplayName}, which is archived or inactive." : $"Linked with {used.DisplayName}.";
    }

    // A number in the Additional ID may be the ID of any user. Only assessors and trainee assessors have a MIS Value that counts. The rows of a list have their
    // role from the search.
    private static bool IsOfKind(IOnefileRecord record) => record is not Assessor { Role: not (0 or 4 or 5) };

    private static (string, string) Bearing(string centreId, string misValue) => (centreId, misValue.Trim().ToUpperInvariant());

    /// <summary>The target of a link. It is its value, or null for none; the record, live or not; and whether its absence is still unconfirmed.</summary>
    private sealed record LinkLed(string? Value, IOnefileRecord? Record, bool Unconfirmed);
}
