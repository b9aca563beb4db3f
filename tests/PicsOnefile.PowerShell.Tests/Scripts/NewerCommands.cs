using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Help;

namespace PicsOnefile.PowerShell.Tests.Scripts;

/// <summary>Finds commands, parameters, values, variables and members of .NET that Windows PowerShell 5.1 has not.</summary>
internal static class NewerCommands
{
    // Of modules that both shells load, and programs. Their parameters are theirs.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "Add-MpPreference",
        "AfterAll",
        "AfterEach",
        "BeforeAll",
        "BeforeDiscovery",
        "BeforeEach",
        "Context",
        "Describe",
        "Get-InstalledPSResource",
        "Install-ADServiceAccount",
        "Install-Module",
        "Install-PSResource",
        "Invoke-Pester",
        "Invoke-ScriptAnalyzer",
        "It",
        "Mock",
        "New-ADServiceAccount",
        "Register-PSResourceRepository",
        "Set-ItResult",
        "Set-Secret",
        "Set-SecretStoreConfiguration",
        "Should",
        "Test-ADServiceAccount",
        "crontab",
        "dotnet",
        "icacls",
        "loginctl",
        "pwsh",
        "schtasks",
        "systemctl",
    };

    // Windows PowerShell's values of -Encoding. Source: its reference of Set-Content.
    private static readonly HashSet<string> Encodings = new(
        "Ascii BigEndianUnicode BigEndianUTF32 Byte Default OEM String Unicode Unknown UTF7 UTF8 UTF32".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> NewerVariables = new("IsWindows IsLinux IsMacOS IsCoreCLR PSStyle EnabledExperimentalFeatures".Split(' '));

    /// <summary>Finds what a script calls.</summary>
    /// <param name="script">The script.</param>
    /// <param name="functions">The functions that other files give it.</param>
    /// <returns>One sentence for each fault, with its line; empty where there is none.</returns>
    public static IEnumerable<string> Find(string script, IReadOnlySet<string> functions)
    {
        var tree = Parser.ParseInput(script, out _, out _);
        var own = Functions(tree).Concat(functions).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return tree.FindAll(node => !IsForNewerShells(node), searchNestedScriptBlocks: true)
            .SelectMany(node => Of(node, own).Select(fault => $"line {node.Extent.StartLineNumber}: {fault}"));
    }

    /// <summary>Finds the names of the functions that a script defines.</summary>
    public static IEnumerable<string> Functions(Ast tree) =>
        tree.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true).Cast<FunctionDefinitionAst>().Select(function => function.Name);

    private static IEnumerable<string> Of(Ast node, HashSet<string> own) =>
        node switch
        {
            CommandAst command => Of(command, own),
            VariableExpressionAst { VariablePath.UserPath: var name } when NewerVariables.Contains(name) =>
            [
                $"the variable ${name} where nothing asks for the edition",
            ],
            MemberExpressionAst { Static: true, Expression: TypeExpressionAst type, Member: StringConstantExpressionAst member }
                when !FrameworkMembers.Has(type.TypeName, member.Value) => [$"[{type.TypeName.FullName}]::{member.Value}"],
            _ => [],
        };

    private static IEnumerable<string> Of(CommandAst command, HashSet<string> own)
    {
        // A command in a variable, or a script by its path, is called as it is given.
        if (command.GetCommandName() is not { } name || name.Contains('/') || own.Contains(name) || Elsewhere.Contains(name) || HelpPage.Names.Contains(name))
            yield break;
        if (!WindowsPowerShellCommand.All.TryGetValue(name, out var known))
        {
            yield return $"the command {name}, which the table of Windows PowerShell's commands does not name";
            yield break;
        }
        var positional = 0;
        for (var i = 1; i < command.CommandElements.Count; i++)
        {
            if (command.CommandElements[i] is not CommandParameterAst parameter)
            {
                positional++;
                continue;
            }
            if (!known.Has(parameter.ParameterName))
                yield return $"{name} -{parameter.ParameterName}";
            var value = parameter.Argument ?? command.CommandElements.ElementAtOrDefault(i + 1);
            if (Same(parameter.ParameterName, "Encoding") && value is StringConstantExpressionAst encoding && !Encodings.Contains(encoding.Value))
                yield return $"{name} -Encoding {encoding.Value}";
            // Whether it is a switch the table does not say: one value behind a parameter may be its own.
            if (parameter.Argument is null && value is not null and not CommandParameterAst)
                i++;
        }
        if (positional > known.Positional)
            yield return $"{name} with {positional} values without a parameter's name";
    }

    // A branch that a condition about the shell leads to is that shell's.
    private static bool IsForNewerShells(Ast node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IfStatementAst choice && choice.Clauses.Any(clause => clause.Item2 == child && AsksForShell(clause.Item1)))
                return true;
            if (parent is BinaryExpressionAst { Operator: TokenKind.Or or TokenKind.And } logical && logical.Right == child && AsksForShell(logical.Left))
                return true;
        }
        return false;
    }

    private static bool AsksForShell(Ast condition) => Regex.IsMatch(condition.Extent.Text, @"\$PSVersionTable\.PS(Version|Edition)|\$PSEdition");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
