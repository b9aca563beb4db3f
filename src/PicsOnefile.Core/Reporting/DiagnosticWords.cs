using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.Runs;

namespace PicsOnefile.Reporting;

/// <summary>The words that are the module's own, so that a diagnostic may have them. A customer's texts are described without quoting them.</summary>
public static class DiagnosticWords
{
    // Words of the journal and the worklist besides the names of the model.
    private static readonly string[] Others =
    [
        "NewQualification",
        "Integration",
        "Reading",
        "Records",
        "CustomerToken",
        "waiting",
        "keyed",
        "in",
        "Seen",
        "Withdrawn",
    ];

    private static readonly HashSet<string> Own = new(
        typeof(Officer).Assembly.GetExportedTypes().SelectMany(Names).Concat(RecordTables.All.Select(table => table.Name)).Concat(Others),
        StringComparer.Ordinal
    );

    // The module's errors, the shell's about a parameter (ParameterArgumentValidationError), and unforeseen exceptions (System.NullReferenceException).
    private static readonly Regex ErrorId = new(@"\A([A-Za-z][A-Za-z.]{0,99}),PicsOnefile\.PowerShell\.[A-Za-z.]+Command\z", RegexOptions.CultureInvariant);

    /// <summary>Checks whether words, separated by blanks, are all names of the module's own.</summary>
    /// <returns>True where all are.</returns>
    public static bool AreOwn(string words) => words.Split(' ').All(Own.Contains);

    /// <summary>Finds the ID of an error that a cmdlet of this module wrote.</summary>
    /// <param name="fullyQualifiedErrorId">PowerShell's whole ID.</param>
    /// <returns>The ID; null for any other error, whose ID may be any text.</returns>
    public static string? ErrorIdOf(string fullyQualifiedErrorId) =>
        ErrorId.Match(fullyQualifiedErrorId) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Lists the vendors' words that a profile replaces.</summary>
    /// <returns>These words.</returns>
    internal static IEnumerable<string> Renamed(PicsOnefileProfile profile) =>
        Terms.Known.Where(word => profile.Terminology.Keys.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads the API map of a profile.</summary>
    /// <returns>The map; null where it is damaged.</returns>
    internal static ApiMap? MapOf(PicsOnefileProfile profile)
    {
        try
        {
            return profile.ApiMap is null ? ApiMap.Default : ApiMap.Parse(profile.ApiMap, "the API map");
        }
        catch (PicsOnefileException)
        {
            return null;
        }
    }

    /// <summary>Checks whether an entry of an API map equals that of the default map.</summary>
    /// <returns>True for the default entry.</returns>
    internal static bool IsDefault(ApiOperation entry) =>
        ApiMap.Default.Find(entry.Rule.Operation) is { } usual
        && (entry.Method, entry.Path, entry.Paging, entry.Items, entry.Total, entry.Version, entry.ChangedOnly, entry.ClearsByEmptyText)
            == (usual.Method, usual.Path, usual.Paging, usual.Items, usual.Total, usual.Version, usual.ChangedOnly, usual.ClearsByEmptyText)
        && Same(entry.Fields.Select(field => $"{field.Key}={field.Value}"), usual.Fields.Select(field => $"{field.Key}={field.Value}"))
        && Same(entry.Volatile, usual.Volatile)
        && Same(entry.Numbers, usual.Numbers);

    /// <summary>Reads the version of SQLite.</summary>
    /// <returns>The version; the error's type where SQLite cannot be loaded.</returns>
    internal static string SqliteVersion()
    {
        try
        {
            return CacheFile.EngineVersion;
        }
        catch (Exception failure)
            when (failure is TypeInitializationException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            return $"not loaded ({(failure.InnerException ?? failure).GetType().Name})";
        }
    }

    private static IEnumerable<string> Names(Type type) =>
        (type.IsEnum ? Enum.GetNames(type) : type.GetProperties().Select(property => property.Name)).Append(type.Name);

    private static bool Same(IEnumerable<string> one, IEnumerable<string> other) => new HashSet<string>(one, StringComparer.Ordinal).SetEquals(other);
}
