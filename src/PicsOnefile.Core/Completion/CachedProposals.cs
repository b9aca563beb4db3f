using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Cache;
using PicsOnefile.Files;

namespace PicsOnefile.Completion;

/// <summary>
/// Proposals from a cache file. It is read through a connection of its own that cannot write. No session is needed, and a busy one is not waited for. A file
/// that cannot be read has no proposals.
/// </summary>
internal static class CachedProposals
{
    /// <summary>The largest number of proposals: more than a person looks through.</summary>
    public const int Most = 100;

    // A person is waiting for the completion, so the busy time-out is short.
    private const string ReadOnlySettings = "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 250";

    // The value, its name, its difference from others, their table; the column of the centre where there is one.
    private static readonly Dictionary<ProposalKind, Source> Sources = new()
    {
        [ProposalKind.Centre] = new("centre_id", "name", "''", "centre"),
        [ProposalKind.Assessor] = new(
            "assessor_id",
            "trim(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))",
            "coalesce(centre_name, '')",
            "assessor",
            "centre_id"
        ),
        [ProposalKind.Placement] = new("placement_id", "name", "coalesce(centre_name, '')", "placement", "centre_id"),
        [ProposalKind.LearningAim] = new("code", "title", "''", "learning_aim", "centre_id") { Repeats = true },
        [ProposalKind.Standard] = new(
            "standard_code",
            "title",
            "''",
            "(SELECT standard_code, title, centre_id FROM learning_aim UNION ALL SELECT standard_code, title, NULL FROM qualification)"
        )
        {
            Repeats = true,
        },
        [ProposalKind.Officer] = new("officer_ident", "trim(coalesce(first_name, '') || ' ' || coalesce(surname, ''))", "coalesce(status, '')", "officer"),
        [ProposalKind.Organisation] = new("organisation_ident", "name", "coalesce(postcode, '')", "organisation"),
        [ProposalKind.Qualification] = new("qualification_id", "title", "coalesce(vq_reference, '')", "qualification"),
        [ProposalKind.VqReference] = new("vq_reference", "title", "coalesce(level, '')", "qualification") { Repeats = true },
        [ProposalKind.Learner] = new("learner_ident", "trim(coalesce(first_name, '') || ' ' || coalesce(surname, ''))", "coalesce(status, '')", "learner"),
        [ProposalKind.Run] = new("run_id", "command", "actor", "run") { Order = "run_id DESC" },
        [ProposalKind.WorklistItem] = new("item_id", "trim(kind || ' ' || coalesce(name, ''))", "field", "worklist"),
    };

    static CachedProposals() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Finds the matches by name; runs with the newest first.</summary>
    /// <param name="path">The cache file.</param>
    /// <param name="kind">The kind of record.</param>
    /// <param name="typed">What has been typed so far.</param>
    /// <param name="centreId">Only records of this centre; null for all. Ignored where records have no centre.</param>
    /// <param name="compared">Called each time a record is compared with the typed text; for measuring.</param>
    /// <returns>The matches; empty for a missing or unreadable file.</returns>
    public static IReadOnlyList<Proposal> For(string path, ProposalKind kind, string typed, string? centreId = null, Action? compared = null)
    {
        try
        {
            path = RegularFile.Target(path);
            if (
                !new[] { path, path + "-wal", path + "-shm", path + "-journal" }.All(file => !File.Exists(file) || RegularFile.Exists(file))
                || !File.Exists(path)
            )
                return [];
            // Reading alone would put a left journal back, or take it away beside an empty file.
            if (new FileInfo(path).Length == 0 || HotJournal.Exists(path))
                return [];
            var hadLog = File.Exists(path + "-wal");
            using var connection = new SqliteConnection(CacheFile.ConnectionString(path));
            connection.Open();
            // Pressing Tab changes no file, whatever log lies beside it.
            NativeSqlite.KeepLog(connection, hadLog);
            if (!NativeSqlite.TryLockAlone(connection))
                connection.Execute("PRAGMA locking_mode = NORMAL");
            connection.Execute(ReadOnlySettings);
            if (connection.ExecuteScalar<long>("PRAGMA application_id") != SqliteSchema.ApplicationId)
                return [];
            var beginning = new TypedPrefix(typed);
            connection.CreateFunction("fits", (string? id, string? name) =>
            {
                compared?.Invoke();
                return beginning.Matches(id, name);
            });
            var source = Sources[kind];
            return connection.Query<Proposal>(source.Select(beginning.IsEmpty, centreId is not null), new { centreId, most = Most }).AsList();
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException or System.Data.DataException)
        {
            return [];
        }
    }

    private sealed record Source(string Value, string Name, string Place, string From, string? Centre = null)
    {
        public string Order { get; init; } = "Name COLLATE NOCASE, Value COLLATE NOCASE";

        /// <summary>Whether one value is in several rows: the lists of several centres, several components of a standard.</summary>
        public bool Repeats { get; init; }

        public string Select(bool everything, bool ofCentre)
        {
            var where = new[]
            {
                $"{Value} <> ''",
                ofCentre && Centre is not null ? $"{Centre} = @centreId" : null,
                everything ? null : $"fits({Value}, {Name})",
            };
            var name = Repeats ? $"min({Name})" : Name;
            return $"SELECT {Value} AS Value, {name} AS Name, {Place} AS Place FROM {From} WHERE {string.Join(" AND ", where.Where(part => part is not null))}"
                + $"{(Repeats ? $" GROUP BY {Value}" : "")} ORDER BY {Order} LIMIT @most";
        }
    }
}
