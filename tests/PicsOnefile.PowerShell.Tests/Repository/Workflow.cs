using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Loading;
using YamlDotNet.RepresentationModel;

namespace PicsOnefile.PowerShell.Tests.Repository;

/// <summary>A workflow of .github/workflows, as YAML.</summary>
internal sealed class Workflow
{
    private Workflow(string name, string text)
    {
        (Name, Text) = (name, text);
        Root = Yaml(text);
    }

    private static readonly string Folder = Path.Combine(BuiltModule.Root, ".github", "workflows");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode Root { get; }

    /// <summary>What its first lines say.</summary>
    public string Beginning => string.Join(' ', Text.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line[1..].Trim()));

    public IReadOnlyList<WorkflowJob> Jobs => [.. Map(Root, "jobs")!.Children.Select(job => new WorkflowJob(job.Key.ToString(), (YamlMappingNode)job.Value))];

    /// <summary>The secrets that it names.</summary>
    public IReadOnlyList<string> Secrets => [.. Regex.Matches(Text, @"secrets\.([A-Za-z_0-9]+)").Select(match => match.Groups[1].Value).Distinct()];

    public static Workflow Of(string name) => new(name, File.ReadAllText(Path.Combine(Folder, name)));

    public static YamlMappingNode Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static YamlMappingNode? Map(YamlMappingNode node, string key) => Node(node, key) as YamlMappingNode;

    public static YamlNode? Node(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Word(YamlMappingNode node, string key) => (Node(node, key) as YamlScalarNode)?.Value;
}

/// <summary>One job of a workflow.</summary>
internal sealed record WorkflowJob(string Id, YamlMappingNode Node)
{
    public IReadOnlyList<YamlMappingNode> Steps => [.. (Workflow.Node(Node, "steps") as YamlSequenceNode)?.Children.Cast<YamlMappingNode>() ?? []];

    /// <summary>Every action or workflow that it uses.</summary>
    public IEnumerable<string> Uses => Steps.Select(step => Workflow.Word(step, "uses")).Prepend(Workflow.Word(Node, "uses")).OfType<string>();

    /// <summary>Its scripts, with each word of a matrix put in.</summary>
    public IEnumerable<string> Scripts
    {
        get
        {
            var matrix = Workflow.Map(Node, "strategy") is { } strategy ? Workflow.Map(strategy, "matrix") : null;
            var rows = matrix is not null && Workflow.Node(matrix, "include") is YamlSequenceNode include ? include.Cast<YamlMappingNode>().ToList() : [];
            foreach (string script in Steps.Select(step => Workflow.Word(step, "run")).OfType<string>())
            {
                if (rows.Count == 0 || !script.Contains("matrix.", StringComparison.Ordinal))
                    yield return script;
                else
                    foreach (var row in rows)
                        yield return Filled(script, row);
            }
        }
    }

    private static string Filled(string script, YamlMappingNode row) =>
        row.Children.Aggregate(script, (text, word) => text.Replace($"${{{{ matrix.{word.Key} }}}}", $"{word.Value}", StringComparison.Ordinal));

    /// <summary>What it may write: the permissions of its own.</summary>
    public IEnumerable<string> Writes =>
        (Workflow.Map(Node, "permissions")?.Children.AsEnumerable() ?? [])
            .Where(right => right.Value.ToString() == "write")
            .Select(right => right.Key.ToString());
}
