using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Loading;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>The examples for build pipelines: the YAML can be read, and every step of PowerShell can be run as it stands.</summary>
public sealed class PipelineExampleTests(HelpShell shell) : IClassFixture<HelpShell>
{
    private static readonly string[] Secrets = ["PICSONEFILE_CUSTOMER_TOKEN", "PICSONEFILE_API_USER", "PICSONEFILE_API_PASSWORD"];

    private readonly CommandLines lines = new(shell.Commands);

    public static TheoryData<string> Files => [.. BuiltModule.Listed.Where(file => file.EndsWith(".yml", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_step_of_PowerShell_binds_to_parameters_that_there_are(string file)
    {
        var scripts = Scripts(file);
        Assert.True(scripts.Count >= 3);
        Assert.Empty(scripts.SelectMany(lines.Faults));
        Assert.Contains(scripts, script => lines.Called(script).Contains("Connect-PicsOnefile"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_audit_is_called_with_its_parameters_and_its_exit_code_is_passed_on(string file)
    {
        var script = Assert.Single(Scripts(file), script => script.Contains("Nightly-Audit.ps1", StringComparison.Ordinal));
        var audit = Parser
            .ParseFile(BuiltModule.PathOf("examples/Nightly-Audit.ps1"), out _, out _)
            .ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath)
            .ToList();
        var call = Parser
            .ParseInput(script, out _, out _)
            .FindAll(node => node is CommandAst { InvocationOperator: TokenKind.Ampersand }, true)
            .Cast<CommandAst>()
            .Single();
        var given = call.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).ToList();
        Assert.Equal(["ProfileName", "Folder"], given);
        Assert.All(given, name => Assert.Contains(name, audit));
        Assert.Contains("exit $LASTEXITCODE", script, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_module_s_version_is_pinned_and_the_secrets_come_from_the_store(string file)
    {
        string version = XDocument.Load(Path.Combine(BuiltModule.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Contains(Scripts(file), script =>
            script.Contains($"Install-PSResource -Name PicsOnefile.PowerShell -Version '[{version}]'", StringComparison.Ordinal)
        );
        Assert.Contains(Scripts(file), script => script.Contains($"PicsOnefile.PowerShell/{version}/examples", StringComparison.Ordinal));
        var values = Pairs(file).Where(pair => Secrets.Contains(pair.Key)).ToList();
        Assert.Equal(Secrets.Order(StringComparer.Ordinal), values.Select(pair => pair.Key).Distinct().Order(StringComparer.Ordinal));
        Assert.All(values, pair => Assert.Matches(@"^\$(\{\{ secrets\.[A-Z_]+ \}\}|\([A-Za-z]+\))$", pair.Value));
    }

    private static List<string> Scripts(string file) => [.. Pairs(file).Where(pair => pair.Key is "run" or "pwsh").Select(pair => pair.Value)];

    private static IEnumerable<(string Key, string Value)> Pairs(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(BuiltModule.PathOf(file))));
        return Assert
            .Single(yaml.Documents)
            .AllNodes.OfType<YamlMappingNode>()
            .SelectMany(node => node.Children)
            .Where(pair => pair.Value is YamlScalarNode)
            .Select(pair => (((YamlScalarNode)pair.Key).Value!, ((YamlScalarNode)pair.Value).Value!));
    }
}
