using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>Starters, leavers and changes: links and records that differ between two readings since a given time.</summary>
public sealed class LinksSince(Workspace workspace)
{
    /// <summary>
    /// Finds the entries with something new since a time. The Detail begins with the change. Records that have gone come last, without their names.
    /// </summary>
    /// <param name="snapshot">Every link.</param>
    /// <param name="since">The time.</param>
    /// <param name="run">The run.</param>
    /// <returns>The changed entries.</returns>
    public IReadOnlyList<LinkEntry> Find(LinkSnapshot snapshot, DateTimeOffset since, RunContext run)
    {
        var kind = snapshot.Sources.Kind;
        var (picsWeb, onefile) = (
            Side.Read(workspace.Cache.Sightings, LinkChangeDetector.PicsWebSide(kind), "PICSWeb"),
            Side.Read(workspace.Cache.Sightings, LinkChangeDetector.OnefileSide(kind), "Onefile")
        );
        var began = new[] { picsWeb.Began, onefile.Began }.Max();
        if (began is null || began > since)
            run.Log.Warning(
                $"These records are watched since {(began is null ? "now" : Time(began.Value))}: what came, went or changed before that is not known."
            );
        return
        [
            .. snapshot
                .Entries.Select(entry => (entry, news: News(entry, picsWeb, onefile, since)))
                .Where(pair => pair.news.Count > 0)
                .Select(pair => pair.entry with { Detail = string.Join(" ", pair.news.Append(pair.entry.Detail).Where(words => words.Length > 0)) }),
            .. picsWeb
                .GoneSince(since)
                .Where(gone => snapshot.PicsWeb(gone.Id) is null)
                .Select(gone => Gone(kind, gone, picsWeb) with { MissingIdent = gone.Id, AsOf = snapshot.AsOf }),
            .. onefile
                .GoneSince(since)
                .Where(gone => snapshot.Onefile(gone.Id) is null && !snapshot.OfOnefileId(gone.Id).Any())
                .Select(gone => Gone(kind, gone, onefile) with { MissingOnefileId = gone.Id, AsOf = snapshot.AsOf }),
        ];
    }

    private static List<string> News(LinkEntry entry, Side picsWeb, Side onefile, DateTimeOffset since)
    {
        var sides = new[]
        {
            (Side: picsWeb, Seen: picsWeb.Find(entry.PicsWeb?.Ident), IsThere: true),
            (Side: onefile, Seen: onefile.Find(entry.OnefileId), IsThere: entry.Onefile is not null),
        };
        var news = sides.Where(side => side.Seen is not null).SelectMany(side => side.Side.News(side.Seen!, side.IsThere, since)).ToList();
        // Both ends of a link have the same change.
        if (sides.Select(side => side.Seen).FirstOrDefault(seen => seen?.StateSince >= since) is { } moved)
            news.Add(
                moved.StateBefore == moved.State
                    ? $"It was {moved.State} with another record until {Time(moved.StateSince!.Value)}."
                    : $"It was {moved.StateBefore} until {Time(moved.StateSince!.Value)}."
            );
        else if (entry.LinkedBy is not null && entry.Since >= since)
            news.Add($"It was linked by {entry.LinkedBy} {Time(entry.Since.Value)}.");
        return news;
    }

    private static LinkEntry Gone(LinkKind kind, Sighting gone, Side side) =>
        new()
        {
            Kind = kind,
            State = gone.Partner.Length > 0 ? LinkState.Broken : LinkState.Unlinked,
            Detail = $"Gone from {side.System} since {Time(gone.LiveSince!.Value)}{(gone.Partner.Length > 0 ? $"; it was linked with {gone.Partner}" : "")}.",
        };

    private static string Time(DateTimeOffset time) => ReadableTime.Minute(time);

    /// <summary>What was seen of one system's records.</summary>
    private sealed record Side(string System, DateTimeOffset? Began, IReadOnlyDictionary<string, Sighting> Sightings)
    {
        public static Side Read(ISightings sightings, string name, string system) =>
            new(system, sightings.GetStart(name), sightings.Read(name).ToDictionary(sighting => sighting.Id, StringComparer.Ordinal));

        public Sighting? Find(string? id) => id is not null && Sightings.TryGetValue(id, out var sighting) ? sighting : null;

        public IEnumerable<Sighting> GoneSince(DateTimeOffset since) =>
            Sightings.Values.Where(sighting => sighting.Live == false && sighting.LiveSince >= since).OrderBy(sighting => sighting.Id, StringComparer.Ordinal);

        public IEnumerable<string> News(Sighting seen, bool isThere, DateTimeOffset since)
        {
            if (seen.FirstSeen >= since)
                yield return $"New in {System} since {Time(seen.FirstSeen.Value)}.";
            if (seen.LiveSince >= since)
                yield return $"{(seen.Live == true ? "Back in use in" : isThere ? "Not in use any more in" : "Gone from")} {System} since "
                    + $"{Time(seen.LiveSince.Value)}.";
        }
    }
}
