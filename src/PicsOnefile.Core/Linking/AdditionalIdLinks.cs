using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Linking;

/// <summary>Links of customers with one centre: the PICSWeb record's Additional ID holds the Onefile ID.</summary>
internal static class AdditionalIdLinks
{
    public static IEnumerable<LinkEntry> Entries(LinkSources sources)
    {
        var onefile = sources
            .Onefile.GroupBy(record => record.OnefileId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var carriers = sources.PicsWeb!.Where(record => record.Live != false).ToLookup(Value, StringComparer.Ordinal);
        var here = sources
            .Recorded.Where(link => link.Environment == sources.Environment && link.LinkBy == LinkBy.AdditionalId)
            .ToLookup(link => link.Ident, StringComparer.Ordinal);
        var elsewhere = sources.Recorded.Where(link => link.Environment != sources.Environment).ToLookup(link => (link.Ident, link.OnefileId));
        var exclusions = new StandingExclusions(sources.Exclusions);
        var unconfirmed = new HashSet<string>(sources.Unconfirmed, StringComparer.Ordinal);
        var keyedIn = new HashSet<string>(sources.KeyedIn, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);

        foreach (var record in sources.PicsWeb!)
        {
            var value = Value(record);
            onefile.TryGetValue(value, out var other);
            var recorded = here[record.Ident].OrderByDescending(link => link.Since).FirstOrDefault();
            var tied = value.Length > 0 && (other is not null || LooksLikeOnefileId(value) || recorded?.OnefileId == value);
            var waits = recorded is { Pending: true } && value != recorded.OnefileId && ChangeOutcome.SameValue(value, Before(sources, record.Ident));
            var promised = waits && onefile.TryGetValue(recorded!.OnefileId, out var target) ? target : null;
            if ((promised ?? other) is { } partner)
                taken.Add(partner.OnefileId);
            yield return LinkStates.Entry(
                sources.Kind,
                new LinkFacts
                {
                    PicsWeb = record,
                    Onefile = other,
                    Value = value,
                    Hidden = HeldId.Hidden(value) is { } hidden && (onefile.ContainsKey(hidden) || LooksLikeOnefileId(hidden)) ? hidden : null,
                    Tied = tied,
                    Unconfirmed = unconfirmed.Contains(value),
                    Carriers = carriers[value].Count(),
                    Recorded = recorded,
                    Waits = waits,
                    KeyedIn = keyedIn.Contains(record.Ident),
                    Promised = promised,
                    Drift =
                        recorded is null || waits || value == recorded.OnefileId
                            ? null
                            : $"It was recorded as {(recorded.OnefileId.Length > 0 ? recorded.OnefileId : "not linked")} and is "
                                + $"{(tied ? value : "not linked")} now.",
                    OtherEnvironment =
                        recorded?.OnefileId == value
                            ? null
                            : elsewhere[(record.Ident, value)].Select(link => (OnefileEnvironment?)link.Environment).FirstOrDefault(),
                    Exclusion = exclusions.Find(record.Ident, tied ? value : null),
                }
            );
        }
        foreach (var record in sources.Onefile.Where(record => !taken.Contains(record.OnefileId)))
            yield return LinkStates.Entry(sources.Kind, new LinkFacts { Onefile = record, Exclusion = exclusions.Find(null, record.OnefileId) });
    }

    // Onefile's IDs are whole numbers in every published response. Any other text in the field belongs to another system.
    private static bool LooksLikeOnefileId(string value) => value.Length <= 18 && value.All(c => c is >= '0' and <= '9');

    private static string Value(IPicsWebRecord record) => HeldId.Read(record.AdditionalId) ?? "";

    private static string? Before(LinkSources sources, string ident) => sources.BeforePending.TryGetValue(ident, out var value) ? value : null;
}
