using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>Notes the differences between a reading and the last one: records that came or went, and links in another state.</summary>
internal sealed class LinkChangeDetector(Workspace workspace)
{
    /// <summary>Names PICSWeb's side of a kind in the sightings.</summary>
    /// <returns>The key under which sightings are kept.</returns>
    public static string PicsWebSide(LinkKind kind) => LinkType.For(kind).PicsWeb.JournalKind;

    /// <summary>Names Onefile's side of a kind in the sightings.</summary>
    /// <returns>The key under which sightings are kept.</returns>
    public static string OnefileSide(LinkKind kind) => LinkType.For(kind).Onefile.JournalKind;

    /// <summary>Notes a snapshot. Without PICSWeb's list nothing is known of links, and nothing is noted.</summary>
    public async Task NoteAsync(LinkSnapshot snapshot, RunContext run)
    {
        if (snapshot.Sources.PicsWeb is not { } picsWeb)
            return;
        var kind = snapshot.Sources.Kind;
        var picsWebSightings = picsWeb.Select(record => CreateSighting(record.Ident, record.Live, snapshot.OfIdent(record.Ident), entry => entry.OnefileId));
        Note(PicsWebSide(kind), [.. picsWebSightings], _ => false);

        var onefile = snapshot
            .Sources.Onefile.Select(record =>
                CreateSighting(record.OnefileId, record.Live, snapshot.OfOnefileId(record.OnefileId), entry => entry.PicsWeb?.Ident)
            )
            .ToList();
        var listed = new HashSet<string>(onefile.Select(record => record.Id), StringComparer.Ordinal);
        // A list alone is no proof that a record is gone.
        var missing = workspace
            .Cache.Sightings.Read(OnefileSide(kind))
            .Where(known => known.Live != false && !listed.Contains(known.Id))
            .Select(known => known.Id)
            .Take(OnefileLookUps.MostAtOnce)
            .ToList();
        var answers = await workspace.OnefileLookUps.LookUpAsync(kind, missing, Freshness.WhenOld, run).ConfigureAwait(false);
        onefile.AddRange(answers.Found.Select(record => new Sighting(record.OnefileId) { Live = record.Live != false }));
        var gone = new HashSet<string>(missing.Except(answers.Unconfirmed, StringComparer.Ordinal), StringComparer.Ordinal);
        Note(OnefileSide(kind), onefile, id => !gone.Contains(id));
    }

    private void Note(string side, IReadOnlyList<Sighting> seen, Func<string, bool> mayBeThere)
    {
        var now = workspace.Clock.GetUtcNow();
        var began = workspace.Cache.Sightings.GetStart(side) is not null;
        var known = workspace.Cache.Sightings.Read(side).ToDictionary(sighting => sighting.Id, StringComparer.Ordinal);
        var present = seen.GroupBy(sighting => sighting.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var news = present
            .Values.Select(sighting =>
                known.TryGetValue(sighting.Id, out var before) ? Compared(before, sighting, now) : sighting with { FirstSeen = began ? now : null }
            )
            .Concat(
                known
                    .Values.Where(before => before.Live != false && !present.ContainsKey(before.Id) && !mayBeThere(before.Id))
                    .Select(before => before with { Live = false, LiveSince = now })
            )
            .Where(sighting => !known.TryGetValue(sighting.Id, out var before) || before != sighting)
            .ToList();
        if (news.Count > 0 || !began)
            workspace.Cache.Sightings.Save(side, news, now);
    }

    private static Sighting Compared(Sighting before, Sighting seen, DateTimeOffset now)
    {
        var after = before with { Live = seen.Live, LiveSince = before.Live is null || before.Live == seen.Live ? before.LiveSince : now };
        if (seen.State is null)
            return after;
        var moved = before.State is not null && (before.State != seen.State || before.Partner != seen.Partner);
        return after with
        {
            State = seen.State,
            Partner = seen.Partner,
            StateBefore = moved ? before.State : before.StateBefore,
            StateSince = moved ? now : before.StateSince,
        };
    }

    // Of several entries (an account in each centre) the first of the table of states counts. Unknown is no finding about a link.
    private static Sighting CreateSighting(string id, bool? live, IEnumerable<LinkEntry> entries, Func<LinkEntry, string?> partner)
    {
        var all = entries.ToList();
        var known = all.Where(entry => entry.State != LinkState.Unknown).ToList();
        return new Sighting(id)
        {
            Live = live != false,
            State = known.Count == 0 || known.Count < all.Count ? null : known.Min(entry => entry.State),
            Partner = string.Join(",", all.Select(partner).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(other => other, StringComparer.Ordinal)),
        };
    }
}
