using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Help;
using PicsOnefile.PowerShell.Tests.Loading;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace PicsOnefile.PowerShell.Tests.Repository;

/// <summary>What somebody meets who comes with a fault, a question or a change.</summary>
public sealed class IssueFormTests
{
    private static readonly string Folder = Path.Combine(BuiltModule.Root, ".github");

    private static readonly string[] Kinds = ["markdown", "textarea", "input", "dropdown", "checkboxes"];

    private static readonly string[] Keys = ["name", "description", "title"];

    private static readonly string[] Warned = ["public", "real people", "customer token", "names"];

    private static readonly string[] Needed = ["typed", "happened", "expected", "diagnostic"];

    public static TheoryData<string> Forms => [.. Files("ISSUE_TEMPLATE", "*.yml").Where(name => name != "config.yml")];

    public static TheoryData<string> Pages => [.. Files("", "*.md")];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_one_that_GitHub_shows(string name)
    {
        var form = Form(name);
        Assert.All(Keys, key => Assert.False(string.IsNullOrWhiteSpace(Workflow.Word(form, key)), key));
        var body = Body(form);
        Assert.All(body, item => Assert.Contains(Workflow.Word(item, "type"), Kinds));
        var fields = body.Where(item => Workflow.Word(item, "type") != "markdown").ToList();
        Assert.All(fields, item => Assert.Matches("^[a-z]+$", Workflow.Word(item, "id") ?? ""));
        Assert.Equal(fields.Count, fields.Select(item => Workflow.Word(item, "id")).Distinct().Count());
        // The options of a list are texts: a bare Yes or No would be a truth value.
        Assert.All(fields.Where(item => Workflow.Word(item, "type") == "dropdown"), item =>
            Assert.All((YamlSequenceNode)Workflow.Node(Workflow.Map(item, "attributes")!, "options")!, option =>
                Assert.False(option is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "Yes" or "No" or "On" or "Off" })
            )
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_warns_first_of_real_data_asks_for_the_diagnostic_and_ends_with_a_promise(string name)
    {
        var body = Body(Form(name));
        string warning = Workflow.Word(Workflow.Map(body[0], "attributes")!, "value")!;
        Assert.All(Warned, word => Assert.Contains(word, warning, StringComparison.Ordinal));
        Assert.Contains("New-PicsOnefileDiagnostic -Path", File.ReadAllText(Path.Combine(Folder, "ISSUE_TEMPLATE", name)), StringComparison.Ordinal);
        Assert.Equal("checkboxes", Workflow.Word(body[^1], "type"));
        Assert.Contains("required: true", File.ReadAllText(Path.Combine(Folder, "ISSUE_TEMPLATE", name)).TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_needs_what_was_typed_what_happened_and_the_diagnostic()
    {
        var required = Body(Form("fault.yml"))
            .Where(item => Workflow.Map(item, "validations") is { } validations && Workflow.Word(validations, "required") == "true")
            .Select(item => Workflow.Word(item, "id")!);
        Assert.Superset(Needed.ToHashSet(), required.ToHashSet());
    }

    [Fact]
    public void A_weakness_is_reported_in_private_and_nobody_is_named()
    {
        var config = Workflow.Yaml(File.ReadAllText(Path.Combine(Folder, "ISSUE_TEMPLATE", "config.yml")));
        Assert.Equal("false", Workflow.Word(config, "blank_issues_enabled"));
        string[] files = [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)];
        Assert.All(files, file => Assert.DoesNotMatch(@"[A-Za-z0-9._%-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}", File.ReadAllText(file)));
        string[] hosts = ["docs.github.com", "www.powershellgallery.com"];
        var named = files.SelectMany(file => Regex.Matches(File.ReadAllText(file), @"https?://([^/\s]+)")).Select(match => match.Groups[1].Value);
        Assert.All(named, host => Assert.Contains(host, hosts));
        Assert.Contains("Report a vulnerability", File.ReadAllText(Path.Combine(Folder, "SECURITY.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_names_is_there(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, name));
        var targets = Regex.Matches(text, @"\]\(([^)#:]+)\)").Select(match => match.Groups[1].Value);
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(Folder, target)), $"{name} leads to {target}."));
        string[] roots = ["src/", "tests/", "module/", ".github/", ".ci/"];
        var paths = Regex
            .Matches(text, @"(?<=[`\s(])[A-Za-z.]+(/[A-Za-z0-9._-]+)+")
            .Select(match => match.Value.TrimEnd('.'))
            .Where(path => roots.Any(root => path.StartsWith(root, StringComparison.Ordinal)));
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(BuiltModule.Root, path)), $"{name} names {path}."));
        var cmdlets = Regex.Matches(text, @"\b(Get|Set|New|Test|Clear|Undo|Enable|Export|Connect)-[A-Z][A-Za-z]+\b").Select(match => match.Value);
        Assert.All(cmdlets.Except(["Get-Help"]), cmdlet => Assert.Contains(cmdlet, HelpPage.Names));
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(Folder, folder), pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static YamlMappingNode Form(string name) => Workflow.Yaml(File.ReadAllText(Path.Combine(Folder, "ISSUE_TEMPLATE", name)));

    private static YamlMappingNode[] Body(YamlMappingNode form) => [.. ((YamlSequenceNode)Workflow.Node(form, "body")!).Cast<YamlMappingNode>()];
}
