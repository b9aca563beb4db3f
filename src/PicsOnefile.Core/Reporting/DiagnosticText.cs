using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using PicsOnefile.Cache;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.Readiness;

namespace PicsOnefile.Reporting;

/// <summary>
/// The text that goes with an issue. It has what a maintainer needs, and nothing that identifies the customer. Each line is made of numbers, times, yes and no,
/// and the module's own words (<see cref="DiagnosticWords"/>). A text of the customer's is never copied into it, so nothing has to be redacted.
/// </summary>
public static class DiagnosticText
{
    private const string Beginning = """
        Diagnostic of PicsOnefile.PowerShell, made for an issue of the project.
        It holds versions, settings and counts, and no names, addresses, IDs or secrets. Read it before you send it.

        """;

    private static readonly IReadOnlyList<(string Title, Func<DiagnosticSources, IEnumerable<Line>> Lines)> Sections =
    [
        ("Versions", Versions),
        ("Connection", Connection),
        ("PICSWeb's operations", Operations),
        ("Settings", Settings),
        ("Mapping cache", Cache),
        ("Rows of the cache's tables", sources => Counts(sources.Cache?.Tables, _ => true)),
        ("Runs by cmdlet", sources => Counts(sources.Cache?.Runs, sources.Cmdlets.Contains)),
        ("Rows of the journal by kind, field and state", sources => Counts(sources.Cache?.Changes, DiagnosticWords.AreOwn)),
        ("Items of the worklist", sources => Counts(sources.Cache?.Worklist, DiagnosticWords.AreOwn)),
        ("Not read for this text, by error ID", sources => ById(sources.NotRead.Select(failure => failure.Kind.Id))),
        ("Errors of this session by ID", sources => ById(sources.ErrorIds)),
        ("Findings by rule", Findings),
    ];

    /// <summary>Makes the text.</summary>
    /// <param name="sources">The sources of the diagnostic.</param>
    /// <returns>Lines that end with a line feed.</returns>
    public static string From(DiagnosticSources sources)
    {
        var text = new StringBuilder(Beginning);
        foreach (var (title, lines) in Sections)
        {
            text.Append('\n').Append(title).Append('\n');
            var any = false;
            foreach (var line in lines(sources))
            {
                text.Append("  ").Append(line.Name.PadRight(44)).Append(' ').Append(line.Value).Append('\n');
                any = true;
            }
            if (!any)
                text.Append("  none\n");
        }
        return text.ToString();
    }

    private static IEnumerable<Line> Versions(DiagnosticSources sources) =>
        [
            new("Made", Time(sources.MadeAt)),
            new("Module", sources.ModuleVersion.ToString(3)),
            new("PowerShell", $"{sources.ShellVersion} ({sources.ShellEdition}, {sources.LanguageMode})"),
            new(".NET", RuntimeInformation.FrameworkDescription),
            // The system's own description may hold the name of a kernel that a firm built for itself.
            new("Operating system", $"{Family} {Environment.OSVersion.Version} on {RuntimeInformation.OSArchitecture}"),
            new("Process", RuntimeInformation.ProcessArchitecture.ToString()),
            new("Culture", Name(CultureInfo.CurrentCulture)),
            new("Culture of texts", Name(CultureInfo.CurrentUICulture)),
            new("Calendar", CultureInfo.CurrentCulture.Calendar.GetType().Name),
            new("SQLite", DiagnosticWords.SqliteVersion()),
        ];

    private static string Family =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Windows"
        : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "macOS"
        : RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? "Linux"
        : "another Unix";

    private static string Name(CultureInfo culture) => culture.Name.Length > 0 ? culture.Name : "invariant";

    private static IEnumerable<Line> Connection(DiagnosticSources sources) =>
        sources.Connection is not { } connection
            ? [new("Open", "no, or not checked")]
            :
            [
                new("Open", "yes"),
                new("Environment", connection.Environment.ToString()),
                new("PICSWeb by", connection.PicsWebBy),
                new("Link by", connection.LinkBy.ToString()),
                new("Centres", Number(connection.Centres)),
                new("Calls left of this minute", $"{Number(connection.CallsLeft)} of {Number(connection.CallLimit)}"),
            ];

    // Names the map's entries that are the customer's own, and those that the map marks as missing. The content of an entry is not shown: a path may name the
    // tenant.
    private static IEnumerable<Line> Operations(DiagnosticSources sources)
    {
        if (sources.Profile is not { } profile)
            yield break;
        if (DiagnosticWords.MapOf(profile) is not { } map)
        {
            yield return new("API map", "own, and cannot be read");
            yield break;
        }
        foreach (var rule in OperationRules.All)
        {
            var entry =
                map.Find(rule.Operation) is not { } own ? "not in the map"
                : DiagnosticWords.IsDefault(own) ? "as in the default map"
                : "own entry";
            yield return new(rule.Name, sources.Operations?.TryGetValue(rule.Operation, out var state) == true ? $"{state}, {entry}" : entry);
        }
    }

    private static IEnumerable<Line> Settings(DiagnosticSources sources) =>
        sources.Profile is not { } profile
            ? []
            :
            [
                new("Saved under a name", Yes(profile.ProfileName != PicsOnefileProfile.AdHoc)),
                new("Environment", profile.Environment.ToString()),
                new("Onefile's address", profile.OnefileAddress is null ? "the environment's" : "own"),
                new("PICSWeb's address", Given(profile.PicsWebAddress)),
                new("API map", profile.ApiMap is null ? "default" : "own"),
                new("Exported lists", Listed(Lists(profile))),
                new("Own headings (column map)", Number(profile.ColumnMap.Count)),
                new("Link by", profile.LinkBy?.ToString() ?? "not decided"),
                new("One centre alone", Yes(profile.CentreId is not null)),
                new("Calls a minute", Number(profile.CallLimit)),
                new("Cache age", profile.CacheAge.ToString("c", CultureInfo.InvariantCulture)),
                new("A list is withheld beyond", $"{Number(profile.ShrinkPercent)} % and {Number(profile.ShrinkRecords)} records"),
                new("Expected wrong links", $"at most {profile.MaximumExpectedWrong.ToString(CultureInfo.InvariantCulture)} a run"),
                new("Cache file", profile.CachePath is null ? "in the application data" : "own path"),
                new("Proxy", profile.Proxy is null ? "the system's" : "own"),
                new("Customer token in a vault", Yes(profile.CustomerTokenSecret is not null)),
                new("API user in a vault", Yes(profile.ApiUserSecret is not null)),
                new("Vault", profile.Vault is null ? "default" : "own"),
                new("Own words for", Listed(DiagnosticWords.Renamed(profile))),
                new("Lowered rules", Listed(Rules.Where(id => profile.RuleSeverity.Keys.Contains(id, StringComparer.OrdinalIgnoreCase)))),
            ];

    private static IEnumerable<string> Rules => ReadinessRules.All.Select(rule => rule.Id);

    private static IEnumerable<string> Lists(PicsOnefileProfile profile) =>
        new[]
        {
            (Name: "officers", Path: profile.OfficerPath),
            (Name: "organisations", Path: profile.OrganisationPath),
            (Name: "qualifications", Path: profile.QualificationPath),
            (Name: "learners", Path: profile.LearnerPath),
        }
            .Where(list => list.Path is not null)
            .Select(list => list.Name);

    private static IEnumerable<Line> Cache(DiagnosticSources sources) =>
        sources.Cache is not { } cache
            ? []
            :
            [
                new("Schema", $"{Number(cache.SchemaVersion)} (the module's is {Number(cache.NewestVersion)})"),
                new("Journal mode", cache.JournalMode),
                new("Guards that are gone", Listed(cache.Missing)),
                new("Journal", cache.FirstBroken is { } row ? $"row {Number(row)} is not as it was written" : "whole"),
                new("Rows of the journal with an error", Number(cache.RowsWithError)),
                new("Intents without an outcome", Number(cache.OpenIntents)),
                .. cache
                    .Readings.Where(reading => DiagnosticWords.AreOwn(reading.List))
                    .Select(reading => new Line($"Read last: {reading.List}", Time(reading.ReadAt))),
            ];

    private static IEnumerable<Line> ById(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal)
            .OrderByDescending(id => id.Count())
            .ThenBy(id => id.Key, StringComparer.Ordinal)
            .Select(id => new Line(id.Key, Number(id.Count())));

    private static IEnumerable<Line> Findings(DiagnosticSources sources) =>
        sources.Findings is null
            ? [new("Asked", "no")]
            : sources
                .Findings.GroupBy(finding => finding.RuleId, StringComparer.Ordinal)
                .Where(rule => Rules.Contains(rule.Key, StringComparer.Ordinal))
                .OrderBy(rule => rule.Key, StringComparer.Ordinal)
                .Select(rule => new Line(
                    rule.Key,
                    string.Join(
                        ", ",
                        rule.GroupBy(finding => finding.Severity).OrderByDescending(one => one.Key).Select(one => $"{Number(one.Count())} {one.Key}")
                    )
                ));

    // A word that is not the module's own was written by somebody else, and may be anything.
    private static IEnumerable<Line> Counts(IReadOnlyList<CacheCount>? counts, Func<string, bool> isOwn)
    {
        foreach (var count in (counts ?? []).Where(count => isOwn(count.What)))
            yield return new(count.What, Number(count.Count));
        if ((counts ?? []).Where(count => !isOwn(count.What)).Sum(count => count.Count) is > 0 and var others)
            yield return new("(not the module's words)", Number(others));
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } list ? list : "none";

    private static string Given(string? value) => value is null ? "none" : "given";

    private static string Yes(bool value) => value ? "yes" : "no";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private sealed record Line(string Name, string Value);
}
