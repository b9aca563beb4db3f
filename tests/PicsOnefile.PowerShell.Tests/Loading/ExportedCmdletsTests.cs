using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>What the module offers: the manifest, the assembly and these tests agree.</summary>
public sealed class ExportedCmdletsTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private static readonly string[] Changing = ["Set", "Remove", "Save", "Clear", "Update", "Export", "Enable", "Disable", "Invoke"];

    private readonly TwinShell twin = connected.Shell;

    private static List<string> Named =>
        [
            .. Regex
                .Matches(File.ReadAllText(Path.Combine(BuiltModule.Root, "module", "PicsOnefile.PowerShell.psd1")), "'([A-Z][a-z]+-[A-Za-z]+)'")
                .Select(match => match.Groups[1].Value),
        ];

    [Fact]
    public void Exactly_the_named_cmdlets_are_exported()
    {
        Assert.NotEmpty(Named);
        Assert.Equal(Named.Order(), Commands().Select(command => command.Name).Order());
        Assert.All(Commands(), command => Assert.Equal(CommandTypes.Cmdlet, command.CommandType));
    }

    [Fact]
    public void Every_cmdlet_of_the_assembly_is_named()
    {
        var types = Commands()
            .OfType<CmdletInfo>()
            .First()
            .ImplementingType.Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null && !type.IsAbstract);
        Assert.Equal(
            Named.Order(),
            types.Select(type => type.GetCustomAttribute<CmdletAttribute>()!).Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}").Order()
        );
    }

    [Fact]
    public void Every_cmdlet_is_typed_in_a_Pester_file_that_uses_it_and_shows_an_error()
    {
        string Text(string name) => File.ReadAllText(Path.Combine(BuiltModule.Root, "tests", "Pester", name + ".Tests.ps1"));
        Assert.All(Named, name => Assert.Matches($@"\b{name}\b", Text(name).Replace($"Describe '{name}'", "", StringComparison.Ordinal)));
        Assert.Equal(["Get-PicsOnefileConnection"], Named.Where(name => !Regex.IsMatch(Text(name), "FullyQualifiedErrorId|Assert-Error")));
    }

    [Fact]
    public void Everything_that_changes_something_can_be_tried_first()
    {
        var changing = Commands().Where(command => Changing.Contains(command.Name.Split('-')[0]));
        Assert.Empty(
            changing.Where(command => !command.Parameters.ContainsKey("WhatIf") || !command.Parameters.ContainsKey("Confirm")).Select(command => command.Name)
        );
        Assert.DoesNotContain(Commands().Where(command => command.Name.StartsWith("Get-", StringComparison.Ordinal)), command =>
            command.Parameters.ContainsKey("WhatIf")
        );
    }

    [Fact]
    public void Every_cmdlet_that_talks_to_a_system_takes_a_connection()
    {
        string[] without =
        [
            "Connect-PicsOnefile",
            "Get-PicsOnefileConnection",
            "Save-PicsOnefileProfile",
            "Get-PicsOnefileProfile",
            "Remove-PicsOnefileProfile",
            "Start-PicsOnefileSandbox",
            "Stop-PicsOnefileSandbox",
        ];
        Assert.Equal(
            Named.Except(without).Order(),
            Commands().Where(command => command.Parameters.ContainsKey("Connection")).Select(command => command.Name).Order()
        );
    }

    [Fact]
    public void What_a_cmdlet_writes_is_of_the_type_it_says()
    {
        foreach (var command in Commands().Where(command => command.Name.StartsWith("Get-", StringComparison.Ordinal)))
        {
            var said = command.OutputType.Select(type => type.Name).ToList();
            Assert.NotEmpty(said);
            Assert.All(twin.Must(command.Name).Select(row => row.BaseObject.GetType().FullName), type => Assert.Contains(type, said));
        }
    }

    [Fact]
    public void No_parameter_takes_a_secret_as_text()
    {
        var secrets = Commands()
            .SelectMany(command => command.Parameters.Values)
            .Where(parameter => Regex.IsMatch(parameter.Name, "Token$|Password|^ApiUser$|Credential$"));
        Assert.NotEmpty(secrets);
        Assert.DoesNotContain(secrets, parameter => parameter.ParameterType == typeof(string));
    }

    private IReadOnlyList<CommandInfo> Commands() => [.. twin.Must("Get-Command -Module PicsOnefile.PowerShell").Select(row => (CommandInfo)row.BaseObject)];
}
