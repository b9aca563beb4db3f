using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Tests.Loading;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>A shell with the built module that is connected to nothing: help needs no network.</summary>
public sealed class HelpShell : IDisposable
{
    private static readonly string[] Common = [.. Cmdlet.CommonParameters];

    private readonly StringWriter _screen = new();
    private readonly HostedShell _shell;

    public HelpShell()
    {
        _shell = new HostedShell(BuiltModule.Folder, _screen);
        Commands =
        [
            .. Must("Get-Command -Module PicsOnefile.PowerShell")
                .Select(row => (CmdletInfo)row.BaseObject)
                .OrderBy(command => command.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The exported cmdlets.</summary>
    public IReadOnlyList<CmdletInfo> Commands { get; }

    public CmdletInfo Command(string name) => Commands.Single(command => command.Name == name);

    public IReadOnlyList<PSObject> Must(string script)
    {
        var result = _shell.Run(script);
        Assert.True(result.Ended is null && result.Errors.Count == 0, $"{script}: {result.Ended?.Message} {string.Join("; ", result.Errors)}");
        return result.Output;
    }

    /// <summary>What a line shows.</summary>
    public string Shows(string script)
    {
        int before = _screen.ToString().Length;
        Must($"{script} | Out-Host");
        return _screen.ToString()[before..];
    }

    /// <summary>What the shell knows of a cmdlet's own parameters.</summary>
    public static IReadOnlyList<ParameterFacts> Parameters(CmdletInfo command)
    {
        object fresh = Activator.CreateInstance(command.ImplementingType)!;
        return
        [
            .. command
                .Parameters.Values.Where(parameter => !Common.Contains(parameter.Name))
                .Select(parameter => new ParameterFacts(
                    parameter.Name,
                    parameter.ParameterType.ToString(),
                    Default(parameter, fresh),
                    parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
                    string.Join(", ", parameter.Aliases),
                    string.Join(
                        "; ",
                        parameter
                            .ParameterSets.Select(set =>
                                HelpPage.SetText(
                                    set.Key == ParameterAttribute.AllParameterSets ? "(All)" : set.Key,
                                    set.Value.Position == int.MinValue ? "Named" : $"{set.Value.Position}",
                                    set.Value.IsMandatory,
                                    set.Value.ValueFromPipeline,
                                    set.Value.ValueFromPipelineByPropertyName,
                                    set.Value.ValueFromRemainingArguments
                                )
                            )
                            .Order(StringComparer.Ordinal)
                    ),
                    parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow),
                    string.Join(", ", Accepted(parameter))
                )),
        ];
    }

    public void Dispose()
    {
        _shell.Dispose();
        _screen.Dispose();
    }

    // What the type starts with by itself is no default of ours: the cmdlet looks whether the parameter was given.
    private static string Default(ParameterMetadata parameter, object fresh)
    {
        if (parameter.SwitchParameter)
            return "False";
        object? value = fresh.GetType().GetProperty(parameter.Name)?.GetValue(fresh);
        bool isNone = value is null or Array || (parameter.ParameterType.IsValueType && value.Equals(Activator.CreateInstance(parameter.ParameterType)));
        return isNone ? "" : $"{value}";
    }

    private static IEnumerable<string> Accepted(ParameterMetadata parameter)
    {
        if (parameter.Attributes.OfType<ValidateSetAttribute>().SingleOrDefault() is { } set)
            return set.ValidValues;
        var element = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        element = Nullable.GetUnderlyingType(element) ?? element;
        return element.IsEnum ? Enum.GetNames(element) : [];
    }
}
