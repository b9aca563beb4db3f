using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Linking;

/// <summary>Every link and every record without one, of one kind, with its state.</summary>
public sealed class LinkSnapshot
{
    private readonly ILookup<string, LinkEntry> _byIdent;
    private readonly ILookup<string, LinkEntry> _byOnefileId;
    private readonly Dictionary<string, IOnefileRecord> _onefile;
    private readonly Dictionary<string, IPicsWebRecord> _picsWeb;
    private readonly ILookup<string, string> _idents;
    private readonly ILookup<string, string> _onefileIds;

    private LinkSnapshot(LinkSources sources, IReadOnlyList<LinkEntry> entries)
    {
        Sources = sources;
        var (picsWeb, onefile) = (sources.PicsWeb?.Min(record => record.AsOf), sources.Onefile.Min(record => record.AsOf));
        AsOf = Older(picsWeb, onefile);
        entries = [.. entries.Select(entry => entry with { AsOf = Older(entry.PicsWeb?.AsOf ?? picsWeb, entry.Onefile?.AsOf ?? onefile) })];
        Entries = entries;
        _byIdent = entries.Where(entry => entry.PicsWeb is not null).ToLookup(entry => entry.PicsWeb!.Ident, StringComparer.Ordinal);
        _byOnefileId = entries.Where(entry => entry.OnefileId is not null).ToLookup(entry => entry.OnefileId!, StringComparer.Ordinal);
        _onefile = ById(sources.Onefile, record => record.OnefileId);
        _picsWeb = ById(sources.PicsWeb ?? [], record => record.Ident);
        _idents = RecordId.Index([.. _picsWeb.Keys, .. entries.Select(entry => entry.Ident), .. sources.Exclusions.Select(exclusion => exclusion.Ident)]);
        _onefileIds = RecordId.Index([
            .. _onefile.Keys,
            .. entries.Select(entry => entry.OnefileId),
            .. sources.Exclusions.Select(exclusion => exclusion.OnefileId),
        ]);
    }

    /// <summary>The facts that the snapshot was computed from.</summary>
    public LinkSources Sources { get; }

    /// <summary>When the oldest of the lists was read; null where that is not known.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>PICSWeb's records in their order, then the Onefile records that none of them is tied to.</summary>
    public IReadOnlyList<LinkEntry> Entries { get; }

    /// <summary>Computes the snapshot.</summary>
    /// <returns>The snapshot. Without PICSWeb's records the state of each link is Unknown.</returns>
    public static LinkSnapshot From(LinkSources sources) =>
        new(
            sources,
            sources switch
            {
                { PicsWeb: null } =>
                [
                    .. sources.Onefile.Select(record => new LinkEntry
                    {
                        Kind = sources.Kind,
                        Onefile = record,
                        State = LinkState.Unknown,
                        Detail = "PICSWeb cannot be read.",
                    }),
                ],
                { LinkBy: LinkBy.AdditionalId } => [.. AdditionalIdLinks.Entries(sources)],
                _ => [.. MisValueLinks.Entries(sources)],
            }
        );

    /// <summary>Finds the entries of a PICSWeb record; with MIS Values one for each centre it has an account in.</summary>
    /// <returns>The entries; empty for an unknown Ident.</returns>
    public IEnumerable<LinkEntry> OfIdent(string ident) => _byIdent[ident];

    /// <summary>Finds the entries of a Onefile record; several where two PICSWeb records hold its ID.</summary>
    /// <returns>The entries; empty for an unknown ID.</returns>
    public IEnumerable<LinkEntry> OfOnefileId(string onefileId) => _byOnefileId[onefileId];

    /// <summary>The Onefile record, or null.</summary>
    public IOnefileRecord? Onefile(string onefileId) => _onefile.TryGetValue(onefileId, out var record) ? record : null;

    /// <summary>The PICSWeb record, or null.</summary>
    public IPicsWebRecord? PicsWeb(string ident) => _picsWeb.TryGetValue(ident, out var record) ? record : null;

    /// <summary>Finds links of this environment that were recorded by MIS Value and whose record is not known.</summary>
    /// <returns>The Onefile IDs of these links.</returns>
    internal IEnumerable<string> RecordedWithoutRecord() =>
        Sources
            .Recorded.Where(link =>
                link.Environment == Sources.Environment && link.LinkBy == LinkBy.MisValue && !link.Pending && Onefile(link.OnefileId) is null
            )
            .Select(link => link.OnefileId);

    /// <summary>Replaces both IDs of a request with the spelling of their systems (<see cref="RecordId"/>).</summary>
    /// <returns>The request with these IDs.</returns>
    public LinkRequest Named(LinkRequest request) =>
        request with
        {
            Ident = RecordId.AsKnown(request.Ident, _idents),
            OnefileId = RecordId.AsKnown(request.OnefileId, _onefileIds),
        };

    /// <summary>Proposes a known Ident for one that no record has (<see cref="AutoConversion.Hint"/>).</summary>
    /// <returns>A sentence, or an empty text.</returns>
    internal string HintOfIdent(string? ident) => AutoConversion.Hint(ident, _idents.Select(known => known.Key));

    /// <summary>The same for a Onefile ID.</summary>
    /// <returns>A sentence, or an empty text.</returns>
    internal string HintOfOnefileId(string? onefileId) => AutoConversion.Hint(onefileId, _onefileIds.Select(known => known.Key));

    /// <summary>The same for both IDs of a request, where no record has either.</summary>
    /// <returns>A sentence, or an empty text.</returns>
    internal string Hint(LinkRequest request) => HintOfIdent(request.Ident) is { Length: > 0 } hint ? hint : HintOfOnefileId(request.OnefileId);

    /// <summary>Finds the Idents that a given one may mean, where several differ from it in letter case alone.</summary>
    /// <returns>These Idents; empty where one is meant exactly.</returns>
    internal IReadOnlyList<string> AmbiguousIdents(string? ident) => RecordId.Ambiguous(ident, _idents);

    private static DateTimeOffset? Older(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static Dictionary<string, T> ById<T>(IEnumerable<T> records, Func<T, string> id)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var record in records.Where(record => !found.ContainsKey(id(record))))
            found.Add(id(record), record);
        return found;
    }
}
