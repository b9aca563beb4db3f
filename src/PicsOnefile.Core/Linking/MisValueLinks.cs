using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Linking;

/// <summary>Links of customers with several centres: the Onefile record's MIS Value equals the PICSWeb Ident, in every centre.</summary>
internal static class MisValueLinks
{
    public static IEnumerable<LinkEntry> Entries(LinkSources sources)
    {
        var picsWeb = sources
            .PicsWeb!.GroupBy(record => record.Ident, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        // Archived accounts count: two of one centre with one MIS Value make the creation of learners fail even so.
        var carriers = sources.Onefile.Where(record => Value(record).Length > 0).ToLookup(record => (record.CentreId, Value(record)));
        var here = sources
            .Recorded.Where(link => link.Environment == sources.Environment && link.LinkBy == LinkBy.MisValue)
            .OrderByDescending(link => link.Since)
            .ToList();
        var byAccount = here.ToLookup(link => link.OnefileId, StringComparer.Ordinal);
        var byIdent = here.ToLookup(link => (link.CentreId, link.Ident));
        var exclusions = new StandingExclusions(sources.Exclusions);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var record in sources.Onefile)
        {
            var value = Value(record);
            picsWeb.TryGetValue(value, out var other);
            if (other is not null)
                seen.Add(other.Ident);
            // An Ident that moved from one account of the centre to another is seen at both of them.
            var recorded = byAccount[record.OnefileId].FirstOrDefault() ?? byIdent[(record.CentreId, value)].FirstOrDefault();
            yield return LinkStates.Entry(
                sources.Kind,
                new LinkFacts
                {
                    PicsWeb = other,
                    Onefile = record,
                    Value = value,
                    Hidden = HeldId.Hidden(value) is { } hidden && picsWeb.ContainsKey(hidden) ? hidden : null,
                    Tied = other is not null,
                    Carriers = carriers[(record.CentreId, value)].Count(),
                    Recorded = recorded,
                    Drift = recorded is null ? null : Drift(record, other, recorded),
                    Exclusion = exclusions.Find(other?.Ident, record.OnefileId),
                }
            );
        }
        foreach (var lost in Lost(sources, here, carriers, picsWeb, exclusions))
        {
            seen.Add(lost.PicsWeb!.Ident);
            yield return LinkStates.Entry(sources.Kind, lost);
        }
        foreach (var record in sources.PicsWeb!.Where(record => !seen.Contains(record.Ident)))
            yield return LinkStates.Entry(sources.Kind, new LinkFacts { PicsWeb = record, Exclusion = exclusions.Find(record.Ident, null) });
    }

    // A linked account that no list shows any more. By now the Ident may have another account in the centre.
    private static IEnumerable<LinkFacts> Lost(
        LinkSources sources,
        IEnumerable<RecordedLink> here,
        ILookup<(string, string), IOnefileRecord> carriers,
        Dictionary<string, IPicsWebRecord> picsWeb,
        StandingExclusions exclusions
    )
    {
        var listed = new HashSet<string>(sources.Onefile.Select(record => record.OnefileId), StringComparer.Ordinal);
        var unconfirmed = new HashSet<string>(sources.Unconfirmed, StringComparer.Ordinal);
        return here.Where(link =>
                !link.Pending && !listed.Contains(link.OnefileId) && picsWeb.ContainsKey(link.Ident) && !carriers[(link.CentreId, link.Ident)].Any()
            )
            .Select(link => new LinkFacts
            {
                PicsWeb = picsWeb[link.Ident],
                Value = link.OnefileId,
                Tied = true,
                Unconfirmed = unconfirmed.Contains(link.OnefileId),
                Recorded = link,
                Exclusion = exclusions.Find(link.Ident, link.OnefileId),
            });
    }

    private static string? Drift(IOnefileRecord record, IPicsWebRecord? other, RecordedLink recorded)
    {
        if (recorded.OnefileId != record.OnefileId)
            return $"{recorded.Ident} was recorded with {recorded.OnefileId} and is with {record.OnefileId} now.";
        return recorded.Ident == other?.Ident
            ? null
            : $"It was recorded with {recorded.Ident} and is {(other is null ? "not linked" : $"with {other.Ident}")} now.";
    }

    private static string Value(IOnefileRecord record) => HeldId.Read(record.MisId) ?? "";
}
