using System;
using System.Collections.Generic;
using System.Linq;
using Dapper;

namespace PicsOnefile.Cache;

/// <summary>The sightings in the cache file, apart for each customer and environment that the file has served.</summary>
internal sealed class SqliteSightings(SqliteDatabase database, Func<string> world) : ISightings
{
    public DateTimeOffset? GetStart(string kind) =>
        database.Read(connection =>
            connection.QuerySingleOrDefault<string>("SELECT began FROM watch WHERE world = @world AND kind = @kind", new { world = world(), kind }) is { } began
                ? UtcText.Parse(began)
                : (DateTimeOffset?)null
        );

    public IReadOnlyList<Sighting> Read(string kind) =>
        database.Read(connection =>
            connection
                .Query<Row>(
                    """
                    SELECT id AS Id, first_seen AS FirstSeen, live AS Live, live_since AS LiveSince, state AS State,
                      state_before AS StateBefore, state_since AS StateSince, partner AS Partner
                    FROM sighting WHERE world = @world AND kind = @kind ORDER BY id
                    """,
                    new { world = world(), kind }
                )
                .Select(row => row.ToSighting())
                .ToList()
        );

    public void Save(string kind, IReadOnlyCollection<Sighting> sightings, DateTimeOffset now) =>
        database.Write(
            connection =>
            {
                connection.Execute(
                    "INSERT OR IGNORE INTO watch (world, kind, began) VALUES (@world, @kind, @now)",
                    new
                    {
                        world = world(),
                        kind,
                        now = UtcText.Format(now),
                    }
                );
                connection.Execute(
                    """
                    INSERT OR REPLACE INTO sighting (world, kind, id, first_seen, live, live_since, state, state_before, state_since, partner)
                    VALUES (@World, @Kind, @Id, @FirstSeen, @Live, @LiveSince, @State, @StateBefore, @StateSince, @Partner)
                    """,
                    sightings.Select(sighting => new
                    {
                        World = world(),
                        Kind = kind,
                        sighting.Id,
                        FirstSeen = Text(sighting.FirstSeen),
                        sighting.Live,
                        LiveSince = Text(sighting.LiveSince),
                        State = sighting.State?.ToString(),
                        StateBefore = sighting.StateBefore?.ToString(),
                        StateSince = Text(sighting.StateSince),
                        sighting.Partner,
                    })
                );
            },
            durable: true
        );

    private static string? Text(DateTimeOffset? time) => time is { } known ? UtcText.Format(known) : null;

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string? FirstSeen { get; init; }

        public bool? Live { get; init; }

        public string? LiveSince { get; init; }

        public string? State { get; init; }

        public string? StateBefore { get; init; }

        public string? StateSince { get; init; }

        public string Partner { get; init; } = "";

        public Sighting ToSighting() =>
            new(Id)
            {
                FirstSeen = Time(FirstSeen),
                Live = Live,
                LiveSince = Time(LiveSince),
                State = Named(State),
                StateBefore = Named(StateBefore),
                StateSince = Time(StateSince),
                Partner = Partner,
            };

        private static DateTimeOffset? Time(string? text) => text is null ? null : UtcText.Parse(text);

        private static LinkState? Named(string? name) => Enum.TryParse<LinkState>(name, out var state) ? state : null;
    }
}
