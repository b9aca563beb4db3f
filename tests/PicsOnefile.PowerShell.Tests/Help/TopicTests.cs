using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Loading;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>The about topics: Get-Help finds them, they lead to each other, and the table of the API map is the map.</summary>
public sealed class TopicTests(HelpShell shell) : IClassFixture<HelpShell>
{
    private static readonly string[] Wanted =
    [
        "",
        "_Authentication",
        "_Cache",
        "_DesktopMigration",
        "_Errors",
        "_Files",
        "_Matching",
        "_PicsWebApiMap",
        "_Readiness",
        "_ScheduledTasks",
        "_Windows",
    ];

    public static TheoryData<string> Topics => [.. Wanted.Select(topic => $"about_PicsOnefile{topic}")];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_shows_the_topic(string topic)
    {
        var lines = File.ReadAllLines(BuiltModule.PathOf($"en-US/{topic}.help.txt"));
        Assert.Contains(lines[4].Trim(), shell.Shows($"Get-Help {topic}"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void What_to_see_next_is_there(string topic)
    {
        var named = File.ReadAllLines(BuiltModule.PathOf($"en-US/{topic}.help.txt"))
            .SkipWhile(line => line != "SEE ALSO")
            .Skip(1)
            .Select(line => line.Trim())
            .ToList();
        var known = shell
            .Commands.Select(command => command.Name)
            .Concat(Wanted.Select(other => $"about_PicsOnefile{other}"))
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(known.Contains(name) && name != topic, name));
    }

    [Fact]
    public void Every_error_ID_is_in_the_topic_of_errors_with_what_to_do()
    {
        var rows = Regex.Matches(
            File.ReadAllText(Path.Combine(BuiltModule.Root, "src", "PicsOnefile.Core", "Errors", "ErrorKinds.cs")),
            @"ErrorKind (?<id>\w+) = Row\(\s*\w+,\s*(?<action>""([^""\\]|\\.)*""(\s*\+ ""([^""\\]|\\.)*"")*)(,\s*""(?<id>\w+)"")?\s*\)"
        );
        Assert.True(rows.Count > 80, $"{rows.Count}");
        var topic = File.ReadAllLines(BuiltModule.PathOf("en-US/about_PicsOnefile_Errors.help.txt"));
        string words = string.Join(' ', topic.Select(line => line.Trim()));
        Assert.All(rows, row => Assert.Contains(topic, line => line == $"    {row.Groups["id"].Value}"));
        Assert.All(rows, row => Assert.Contains(Joined(row.Groups["action"].Value), words, StringComparison.Ordinal));
        // And none that there is no more.
        var known = rows.Select(row => row.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(topic.Where(line => Regex.IsMatch(line, "^    [A-Z][A-Za-z]+$") && !line.StartsWith("    about", StringComparison.Ordinal)), line =>
            Assert.Contains(line.Trim(), known)
        );
    }

    // A long text stands in several literals.
    private static string Joined(string literals) =>
        Regex.Replace(literals, @"""\s*\+ """, "").Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal);

    [Fact]
    public void The_table_of_the_API_map_is_the_default_map()
    {
        var map = JsonNode.Parse(File.ReadAllText(Path.Combine(BuiltModule.Root, "src", "PicsOnefile.Core", "PicsWeb", "Api", "default.map.json")))!.AsObject();
        var table = Table(File.ReadAllLines(BuiltModule.PathOf("en-US/about_PicsOnefile_PicsWebApiMap.help.txt")));
        Assert.Equal(map.Where(entry => entry.Key != "operations").Select(entry => $"{entry.Key}: {Text(entry.Value!)}"), table[""]);
        Assert.Equal(map["operations"]!.AsObject().Select(operation => operation.Key), table.Keys.Where(name => name.Length > 0));
        Assert.All(map["operations"]!.AsObject(), operation =>
            Assert.Equal(Said(operation.Value!.AsObject()).Order(StringComparer.Ordinal), table[operation.Key].Order(StringComparer.Ordinal))
        );
    }

    private static IEnumerable<string> Said(JsonObject entry) =>
        entry
            .Where(property => property.Key is not ("method" or "path"))
            .Select(property => $"{property.Key}: {Text(property.Value!)}")
            .Prepend($"{entry["method"]} {entry["path"]}");

    // A field whose name is the same on both sides is written once; paging is written as name and value.
    private static string Text(JsonNode value) =>
        value switch
        {
            JsonArray list => string.Join(", ", list),
            JsonObject paging when paging.ContainsKey("records") => string.Join(", ", paging.Select(entry => $"{entry.Key} {entry.Value}")),
            JsonObject fields => string.Join(", ", fields.Select(field => field.Key == $"{field.Value}" ? field.Key : $"{field.Key}={field.Value}")),
            _ => $"{value}",
        };

    // An operation stands four blanks in, what it says eight; a line further in goes on.
    private static Dictionary<string, List<string>> Table(IEnumerable<string> lines)
    {
        var table = new Dictionary<string, List<string>> { [""] = [] };
        string at = "";
        foreach (
            string line in lines
                .SkipWhile(line => line != "  THE DEFAULT MAP")
                .SkipWhile(line => !line.StartsWith("    prefix", StringComparison.Ordinal))
                .TakeWhile(line => line != "SEE ALSO")
                .Where(line => line.Length > 0)
        )
        {
            string text = line.Trim();
            int indent = line.Length - line.TrimStart().Length;
            if (indent == 4 && text.Contains(' ', StringComparison.Ordinal))
                table[""].Add(string.Join(": ", text.Split(' ', 2).Select(part => part.Trim())));
            else if (indent == 4)
                table[at = text] = [];
            else if (indent == 8)
                table[at].Add(text);
            else
                table[at][^1] += $" {text}";
        }
        return table;
    }
}
