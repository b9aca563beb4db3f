using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>Whose file it is, whether it is whole, and bringing it up to the module's version.</summary>
internal static class SqliteSchema
{
    /// <summary>"POFC" in the file's header (sqlite.org/pragma.html#pragma_application_id): a database of another program is never written to.</summary>
    public const int ApplicationId = 0x504F4643;

    /// <summary>Looks without writing anything.</summary>
    /// <returns>The module's own triggers, indexes and views that are gone.</returns>
    /// <exception cref="Errors.PicsOnefileException">CacheForeign, CacheNewer or CacheDamaged.</exception>
    public static IReadOnlyList<string> Inspect(SqliteConnection connection, string path, SqliteSettings settings)
    {
        // One state of the file: another process may bring it up to date in the meantime, and the new triggers and indexes would look like somebody else's.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var version = Version(connection);
        var application = connection.ExecuteScalar<long>("PRAGMA application_id");
        if (application != ApplicationId && (application != 0 || version != 0 || connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") != 0))
            throw SqliteErrors.Foreign(path);
        var latest = Latest(settings.Migrations);
        if (version > latest)
            throw SqliteErrors.Newer(path, version, latest);
        if (version == 0)
            return [];

        var length = new FileInfo(path).Length;
        if (length % connection.ExecuteScalar<long>("PRAGMA page_size") != 0 && !HasLog(path))
            throw SqliteErrors.Damaged(path, "its last page is cut off");
        var checks =
            length <= settings.WholeCheckLimit
                ? ["PRAGMA quick_check(1)"]
                : PersistentTables.All.Where(table => HasTable(connection, table.Name)).Select(table => $"PRAGMA quick_check({table.Name})");
        foreach (var check in checks)
        {
            var answer = connection.QueryFirst<string>(check);
            if (answer != "ok")
                throw SqliteErrors.Damaged(path, answer);
        }

        return SchemaObjects.FindMissing(connection, path, version, settings.Migrations);
    }

    /// <summary>Runs the steps that the file lacks in one transaction; before that an existing file is copied.</summary>
    public static void Migrate(SqliteConnection connection, string path, IReadOnlyList<Migration> migrations, TimeProvider clock)
    {
        var latest = Latest(migrations);
        if (Version(connection) == latest)
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have done it while this one waited for the lock.
        var from = Version(connection);
        if (from > latest)
            throw SqliteErrors.Newer(path, from, latest);
        if (from > 0 && from < latest)
            BackUp(path, from, clock);
        foreach (var step in migrations.Where(step => step.Version > from).OrderBy(step => step.Version))
            connection.Execute(step.Sql);
        // Pragmas take no parameters. Both numbers are part of the header and so of the transaction.
        connection.Execute(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {latest}"));
        transaction.Commit();
    }

    // A file of an older version lacks the newer tables until it is brought up to date.
    private static bool HasTable(SqliteConnection connection, string name) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = @name)", new { name });

    // After a power failure a file may end within a page that the log still has whole.
    internal static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    internal static int Latest(IReadOnlyList<Migration> migrations) => migrations.Max(step => step.Version);

    private static long Version(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA user_version");

    // Called while the write lock is held, through a connection of its own: the copy is exactly what the migration starts from.
    private static void BackUp(string path, long version, TimeProvider clock)
    {
        var stem = string.Format(CultureInfo.InvariantCulture, "{0}.v{1}-{2:yyyyMMdd'T'HHmmssfff'Z'}", path, version, clock.GetUtcNow().UtcDateTime);
        var name = stem;
        for (var number = 2; File.Exists(name + ".bak") || File.Exists(name + ".partial"); number++)
            name = $"{stem}-{number}";

        var partial = name + ".partial";
        OwnerOnly.CreateFile(partial);
        try
        {
            using (var reader = new SqliteConnection(CacheFile.ConnectionString(path)))
            {
                reader.Open();
                reader.Execute("VACUUM INTO @partial", new { partial });
            }

            // VACUUM INTO leaves it to the caller to see the copy onto the disk.
            using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
                copy.Flush(flushToDisk: true);
            File.Move(partial, name + ".bak");
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
