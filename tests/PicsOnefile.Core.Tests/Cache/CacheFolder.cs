using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>A folder of its own for one test, the caches opened in it, and what an administrator could do to the file with other tools.</summary>
internal sealed class CacheFolder : IDisposable
{
    private readonly List<SqliteMappingCache> _open = [];

    public CacheFolder() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "mapping-cache-" + Guid.NewGuid().ToString("N"));

    public string File => Path.Combine(Folder, "centre.db");

    public ManualClock Clock { get; init; } = new();

    public SqliteMappingCache Open(SqliteSettings? settings = null)
    {
        var cache = SqliteMappingCache.Open(File, Clock, settings ?? new SqliteSettings());
        _open.Add(cache);
        return cache;
    }

    /// <summary>Opens the cache, does something with it and closes it again.</summary>
    public void Once(Action<SqliteMappingCache> work, SqliteSettings? settings = null)
    {
        using var cache = SqliteMappingCache.Open(File, Clock, settings ?? new SqliteSettings());
        work(cache);
    }

    /// <summary>What another program does to the file.</summary>
    public void Tamper(string sql) => Ask<object>(sql);

    public T? Ask<T>(string sql, string? file = null)
    {
        using var connection = new SqliteConnection($"Data Source={file ?? File};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection.ExecuteScalar<T>(sql);
    }

    /// <summary>The ID of the error that the work ends with; nothing else may come out of it.</summary>
    public static string FailureOf(Action work)
    {
        var failure = Assert.Throws<PicsOnefileException>(work);
        return failure.Kind.Id;
    }

    public string FailureOfOpening(SqliteSettings? settings = null) => FailureOf(() => Once(_ => { }, settings));

    public static Change Intent(string runId, string changeId, string key = "0012") =>
        new()
        {
            RunId = runId,
            ChangeId = changeId,
            Environment = OnefileEnvironment.Practice,
            Kind = "Officer",
            Key = key,
            Field = "AdditionalId",
            NewValue = "4711",
            State = ChangeState.Intended,
        };

    /// <summary>A run of changes, each with its intent and its outcome.</summary>
    public static IReadOnlyList<Change> Write(SqliteMappingCache cache, int changes)
    {
        var run = cache.Journal.BeginRun("Set-OfficerLink");
        return Enumerable
            .Range(1, changes)
            .SelectMany(number => new[] { Intent(run, $"{run}/{number}"), Intent(run, $"{run}/{number}") with { State = ChangeState.Done } })
            .SelectMany(row => cache.Journal.Append([row]))
            .ToArray();
    }

    public void Dispose()
    {
        foreach (var cache in _open)
            cache.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
