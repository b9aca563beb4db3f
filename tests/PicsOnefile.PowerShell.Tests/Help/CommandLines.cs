using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>Binds command lines to the cmdlets' parameters without running them, by the shell's own parser and metadata.</summary>
internal sealed class CommandLines(IReadOnlyList<CmdletInfo> ours)
{
    // What the examples use of PowerShell itself and of the modules with vaults. The engine of these tests has none of it.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "Export-Clixml",
        "Export-Csv",
        "Format-List",
        "Format-Table",
        "Get-Content",
        "Get-Credential",
        "Get-Date",
        "Get-Help",
        "Get-InstalledPSResource",
        "Group-Object",
        "Import-Clixml",
        "Import-Csv",
        "Import-Module",
        "Install-PSResource",
        "Invoke-Item",
        "Join-Path",
        "Out-GridView",
        "Out-Null",
        "Read-Host",
        "Select-Object",
        "Set-Secret",
        "Set-SecretStoreConfiguration",
        "Sort-Object",
        "Where-Object",
        "Write-Output",
    };

    /// <summary>What is wrong with a script; nothing for one that could be run.</summary>
    public IEnumerable<string> Faults(string script)
    {
        var ast = Parser.ParseInput(script, out _, out var errors);
        return errors.Length > 0 ? errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}") : Commands(ast).SelectMany(Faults);
    }

    /// <summary>The commands of this module that a script calls.</summary>
    public IEnumerable<string> Called(string script) =>
        Commands(Parser.ParseInput(script, out _, out _))
            .Select(command => command.GetCommandName())
            .OfType<string>()
            .Where(name => ours.Any(one => one.Name == name));

    private static IEnumerable<CommandAst> Commands(Ast ast) => ast.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();

    private IEnumerable<string> Faults(CommandAst line)
    {
        string name = line.GetCommandName() ?? "";
        if (ours.SingleOrDefault(one => one.Name == name) is { } command)
            return Bound(command, line).Select(fault => $"{line.Extent.Text}: {fault}");
        return Others.Contains(name) || !Regex.IsMatch(name, "^[A-Za-z]+-[A-Za-z]+$") ? [] : [$"There is no cmdlet {name}."];
    }

    private static IEnumerable<string> Bound(CmdletInfo command, CommandAst line)
    {
        var given = new Dictionary<string, Ast?>(StringComparer.OrdinalIgnoreCase);
        var positional = new List<Ast>();
        var elements = new Queue<CommandElementAst>(line.CommandElements.Skip(1));
        while (elements.TryDequeue(out var element))
        {
            if (element is not CommandParameterAst parameter)
            {
                positional.Add(element);
                continue;
            }
            var known = command.Parameters.Values.SingleOrDefault(one =>
                Same(one.Name, parameter.ParameterName) || one.Aliases.Any(alias => Same(alias, parameter.ParameterName))
            );
            if (known is null)
            {
                yield return $"there is no parameter -{parameter.ParameterName}";
                yield break;
            }
            if (parameter.Argument is null && !known.SwitchParameter && (elements.Count == 0 || elements.Peek() is CommandParameterAst))
                yield return $"-{known.Name} has no value";
            Ast? value = parameter.Argument
                ?? (
                    known.SwitchParameter ? null
                    : elements.TryDequeue(out var next) ? next
                    : null
                );
            if (!given.TryAdd(known.Name, value))
                yield return $"-{known.Name} is given twice";
        }
        bool isPiped = line.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] != line;
        var sets = command.ParameterSets.Where(set => Fits(set, given.Keys, positional.Count, isPiped)).ToList();
        if (sets.Count == 0)
            yield return "no parameter set fits";
        else if (sets.Count > 1 && !sets.Exists(set => set.IsDefault))
            yield return $"the parameter sets {string.Join(", ", sets.Select(set => set.Name))} fit alike";
        if (sets.Count == 0)
            yield break;
        var places = Free(sets.Find(set => set.IsDefault) ?? sets[0], given.Keys);
        foreach (
            var (parameter, value) in given.Select(one => (one.Key, one.Value)).Concat(positional.Select((value, index) => (places[index].Name, (Ast?)value)))
        )
        {
            if (Refused(command.Parameters[parameter], value) is { } why)
                yield return $"-{parameter}: {why}";
        }
    }

    private static bool Fits(CommandParameterSetInfo set, ICollection<string> given, int positional, bool isPiped)
    {
        var free = Free(set, given);
        var bound = given.Concat(free.Take(positional).Select(parameter => parameter.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return given.All(name => set.Parameters.Any(parameter => Same(parameter.Name, name)))
            && positional <= free.Count
            && set.Parameters.Where(parameter => parameter.IsMandatory)
                .All(parameter => bound.Contains(parameter.Name) || (isPiped && (parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName)));
    }

    private static List<CommandParameterInfo> Free(CommandParameterSetInfo set, ICollection<string> given) =>
        [.. set.Parameters.Where(parameter => parameter.Position != int.MinValue && !given.Contains(parameter.Name)).OrderBy(parameter => parameter.Position)];

    // Only what stands there to be read can be looked at: variables and expressions are taken as they are.
    private static string? Refused(ParameterMetadata parameter, Ast? value)
    {
        object?[] constants = value switch
        {
            ConstantExpressionAst constant => [constant.Value],
            ArrayLiteralAst list => [.. list.Elements.OfType<ConstantExpressionAst>().Select(element => element.Value)],
            _ => [],
        };
        var type = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        foreach (object? constant in constants)
        {
            if (!LanguagePrimitives.TryConvertTo(constant, type, out _))
                return $"'{constant}' is no {type.Name}";
            if (
                parameter.Attributes.OfType<ValidateSetAttribute>().SingleOrDefault() is { } set
                && !set.ValidValues.Contains($"{constant}", StringComparer.OrdinalIgnoreCase)
            )
                return $"'{constant}' is none of {string.Join(", ", set.ValidValues)}";
            if (parameter.Attributes.OfType<ValidatePatternAttribute>().SingleOrDefault() is { } pattern && !Regex.IsMatch($"{constant}", pattern.RegexPattern))
                return $"'{constant}' has not the form {pattern.RegexPattern}";
        }
        return null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
