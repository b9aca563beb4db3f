using System.Collections.Generic;
using System.Linq;
using Dapper;

namespace PicsOnefile.Cache;

/// <summary>What people decided and what was linked. Every write is on the disk when it comes back: it cannot be read anew from anywhere.</summary>
internal sealed class SqliteLinkLedger(SqliteDatabase database) : ILinkLedger
{
    private const string SameExclusion = "environment = @Environment AND kind = @Kind AND ident = @Ident AND onefile_id = @OnefileId";

    public IReadOnlyList<RecordedLink> Links(LinkKind kind) =>
        database.Read(connection =>
            connection
                .Query<RecordedLink>(
                    """
                    SELECT kind AS Kind, ident AS Ident, onefile_id AS OnefileId, centre_id AS CentreId, environment AS Environment,
                      link_by AS LinkBy, since AS Since,
                           linked_by AS LinkedBy, pending AS Pending
                    FROM link WHERE kind = @kind ORDER BY ident, centre_id, environment
                    """,
                    new { kind = kind.ToString() }
                )
                .AsList()
        );

    public void Record(IReadOnlyCollection<RecordedLink> links) =>
        database.Write(
            connection =>
                connection.Execute(
                    """
                    INSERT INTO link (kind, ident, centre_id, environment, onefile_id, link_by, since, linked_by, pending)
                    VALUES (@Kind, @Ident, @CentreId, @Environment, @OnefileId, @LinkBy, @Since, @LinkedBy, @Pending)
                    ON CONFLICT (kind, ident, centre_id, environment) DO UPDATE SET
                        onefile_id = excluded.onefile_id, link_by = excluded.link_by, since = excluded.since,
                          linked_by = excluded.linked_by, pending = excluded.pending
                    """,
                    links.Select(link => new
                    {
                        Kind = link.Kind.ToString(),
                        link.Ident,
                        link.CentreId,
                        Environment = link.Environment.ToString(),
                        link.OnefileId,
                        LinkBy = link.LinkBy.ToString(),
                        Since = UtcText.Format(link.Since),
                        link.LinkedBy,
                        link.Pending,
                    })
                ),
            durable: true
        );

    public void Forget(IReadOnlyCollection<RecordedLink> links) =>
        database.Write(
            connection =>
                connection.Execute(
                    "DELETE FROM link WHERE kind = @Kind AND ident = @Ident AND centre_id = @CentreId AND environment = @Environment",
                    links.Select(link => new
                    {
                        Kind = link.Kind.ToString(),
                        link.Ident,
                        link.CentreId,
                        Environment = link.Environment.ToString(),
                    })
                ),
            durable: true
        );

    public IReadOnlyList<LinkExclusion> Exclusions(OnefileEnvironment environment) =>
        database.Read(connection =>
            connection
                .Query<LinkExclusion>(
                    """
                    SELECT environment AS Environment, kind AS Kind, nullif(ident, '') AS Ident, nullif(onefile_id, '') AS OnefileId,
                      reason AS Reason, actor AS Actor, at AS At
                    FROM exclusion WHERE environment = @environment ORDER BY at, kind, ident, onefile_id
                    """,
                    new { environment = environment.ToString() }
                )
                .AsList()
        );

    public void Exclude(LinkExclusion exclusion) =>
        database.Write(
            connection =>
                connection.Execute(
                    """
                    INSERT INTO exclusion (environment, kind, ident, onefile_id, reason, actor, at)
                      VALUES (@Environment, @Kind, @Ident, @OnefileId, @Reason, @Actor, @At)
                    ON CONFLICT (environment, kind, ident, onefile_id) DO UPDATE SET reason = excluded.reason, actor = excluded.actor, at = excluded.at
                    """,
                    Row(exclusion)
                ),
            durable: true
        );

    public bool Include(LinkExclusion exclusion) =>
        database.Write(connection => connection.Execute($"DELETE FROM exclusion WHERE {SameExclusion}", Row(exclusion)) > 0, durable: true);

    public IReadOnlyList<Attestation> Attestations() =>
        database.Read(connection =>
            connection
                .Query<Attestation>(
                    """
                    SELECT subject AS Subject, value AS Value, actor AS Actor, at AS At
                    FROM attestation WHERE number IN (SELECT max(number) FROM attestation GROUP BY subject) ORDER BY subject
                    """
                )
                .AsList()
        );

    public void Attest(Attestation attestation) =>
        database.Write(
            connection =>
                connection.Execute(
                    "INSERT INTO attestation (subject, value, actor, at) VALUES (@Subject, @Value, @Actor, @At)",
                    new
                    {
                        attestation.Subject,
                        attestation.Value,
                        attestation.Actor,
                        At = UtcText.Format(attestation.At),
                    }
                ),
            durable: true
        );

    public string? Fact(string name) =>
        database.Read(connection => connection.QuerySingleOrDefault<string>("SELECT value FROM fact WHERE name = @name", new { name }));

    public void SetFact(string name, string value) =>
        database.Write(
            connection => connection.Execute("INSERT OR REPLACE INTO fact (name, value) VALUES (@name, @value)", new { name, value }),
            durable: true
        );

    private static object Row(LinkExclusion exclusion) =>
        new
        {
            Environment = exclusion.Environment.ToString(),
            Kind = exclusion.Kind.ToString(),
            Ident = exclusion.Ident ?? "",
            OnefileId = exclusion.OnefileId ?? "",
            exclusion.Reason,
            exclusion.Actor,
            At = UtcText.Format(exclusion.At),
        };
}
