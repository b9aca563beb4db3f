using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Loading;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>A parameter as a page or the shell describes it, one text for each thing that has to agree.</summary>
public sealed record ParameterFacts(string Name, string Type, string Default, bool Wildcards, string Aliases, string Sets, bool Hidden, string Accepted);

/// <summary>One example of a page.</summary>
public sealed record HelpExample(string Title, string Code, string Remarks);

/// <summary>A page of module/docs, read by a reader of the tests' own: only so does it show when PlatyPS and the page mean different things.</summary>
public sealed class HelpPage
{
    private static readonly string[] Order = ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private readonly Dictionary<string, string> _sections;

    private HelpPage(string name, string text)
    {
        Name = name;
        Text = text;
        // A sharp at the start of a line inside a fence is a comment of the example and no heading.
        var parts = Regex.Split(text, @"^## (?=[A-Z ]+$)", RegexOptions.Multiline);
        Front = parts[0];
        _sections = parts.Skip(1).ToDictionary(part => part.Split('\n')[0].Trim(), part => part[part.IndexOf('\n', StringComparison.Ordinal)..].Trim());
        Headings = [.. parts.Skip(1).Select(part => part.Split('\n')[0].Trim())];
    }

    public static string Folder { get; } = Path.Combine(BuiltModule.Root, "module", "docs");

    /// <summary>The cmdlets that have a page.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. Directory.GetFiles(Folder, "*-*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>The headings that every page has, in their order.</summary>
    public static IReadOnlyList<string> WantedHeadings => Order;

    public string Name { get; }

    public string Text { get; }

    /// <summary>The front matter and the title.</summary>
    public string Front { get; }

    public IReadOnlyList<string> Headings { get; }

    public string Synopsis => _sections["SYNOPSIS"];

    public string Description => _sections["DESCRIPTION"];

    public string Syntax => _sections["SYNTAX"];

    public IReadOnlyList<HelpExample> Examples =>
        [
            .. Entries("EXAMPLES")
                .Select(entry => (entry.Heading, Match: Regex.Match(entry.Text, @"\A```powershell\n(.*?)\n```\n\n(.+)\z", RegexOptions.Singleline)))
                .Select(entry => new HelpExample(entry.Heading, entry.Match.Groups[1].Value, entry.Match.Groups[2].Value)),
        ];

    public IReadOnlyList<(string Name, string Text)> Outputs => Entries("OUTPUTS");

    public IReadOnlyList<(string Name, string Text)> Inputs => Entries("INPUTS");

    public IReadOnlyList<string> Links =>
        [.. Regex.Matches(_sections["RELATED LINKS"], @"^- \[([^\]]+)\]\(([^)]+)\)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

    /// <summary>Where the links lead, relative to the page.</summary>
    public IReadOnlyList<string> Targets =>
        [.. Regex.Matches(_sections["RELATED LINKS"], @"^- \[([^\]]+)\]\(([^)]+)\)$", RegexOptions.Multiline).Select(match => match.Groups[2].Value)];

    /// <summary>What the page says of each parameter in words.</summary>
    public IReadOnlyDictionary<string, string> Meanings =>
        ParameterEntries.ToDictionary(entry => entry.Heading[1..], entry => entry.Text.Split("```yaml")[0].Trim());

    public IReadOnlyList<ParameterFacts> Parameters => [.. ParameterEntries.Select(Facts)];

    private IEnumerable<(string Heading, string Text)> ParameterEntries => Entries("PARAMETERS").Where(entry => entry.Heading.StartsWith('-'));

    public static HelpPage Of(string name) => new(name, File.ReadAllText(Path.Combine(Folder, name + ".md")).Replace("\r", "", StringComparison.Ordinal));

    private List<(string Heading, string Text)> Entries(string section) =>
        [
            .. Regex
                .Split("\n" + _sections[section], @"^### ", RegexOptions.Multiline)
                .Skip(1)
                .Select(part => (part.Split('\n')[0].Trim(), part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim())),
        ];

    private static ParameterFacts Facts((string Heading, string Text) entry)
    {
        string yaml = Regex.Match(entry.Text, @"```yaml\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
        string One(string key) => Unquoted(Regex.Match(yaml, $"^{key}: (.*)$", RegexOptions.Multiline).Groups[1].Value);
        string Many(string key) =>
            string.Join(
                ", ",
                Regex
                    .Match(yaml, $@"^{key}:\n((?:- .*\n?)+)", RegexOptions.Multiline)
                    .Groups[1]
                    .Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => Unquoted(line[2..]))
            );
        var sets = Regex
            .Matches(
                yaml,
                @"^- Name: (.*)\n  Position: (.*)\n  IsRequired: (.*)\n  ValueFromPipeline: (.*)\n"
                    + @"  ValueFromPipelineByPropertyName: (.*)\n  ValueFromRemainingArguments: (.*)$",
                RegexOptions.Multiline
            )
            .Select(set =>
                SetText(
                    set.Groups[1].Value,
                    set.Groups[2].Value,
                    set.Groups[3].Value == "true",
                    set.Groups[4].Value == "true",
                    set.Groups[5].Value == "true",
                    set.Groups[6].Value == "true"
                )
            );
        return new ParameterFacts(
            entry.Heading[1..],
            One("Type"),
            One("DefaultValue"),
            One("SupportsWildcards") == "true",
            Many("Aliases"),
            string.Join("; ", sets.Order(StringComparer.Ordinal)),
            One("DontShow") == "true",
            Many("AcceptedValues")
        );
    }

    /// <summary>A parameter's place in a set, in words that page and shell have in common.</summary>
    public static string SetText(string name, string position, bool isRequired, bool byValue, bool byName, bool remaining) =>
        $"{name} at {position}{(isRequired ? ", required" : "")}{(byValue ? ", by value" : "")}{(byName ? ", by name" : "")}{(remaining ? ", remaining" : "")}";

    private static string Unquoted(string text) =>
        text switch
        {
            ['\'', .. var inner, '\''] => inner.Replace("''", "'", StringComparison.Ordinal),
            ['"', .. var inner, '"'] => Regex.Unescape(inner),
            _ => text,
        };
}
