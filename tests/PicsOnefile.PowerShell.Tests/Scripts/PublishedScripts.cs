using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Help;
using PicsOnefile.PowerShell.Tests.Loading;

namespace PicsOnefile.PowerShell.Tests.Scripts;

/// <summary>Every script and every line that people run or copy, with the place where it stands.</summary>
internal static class PublishedScripts
{
    /// <summary>The scripts that no user of Windows PowerShell runs, with the reason.</summary>
    private static readonly Dictionary<string, string> ForNewerShells = new(StringComparer.Ordinal)
    {
        ["Export-Maml.ps1"] = "makes the shipped help, with a module that needs PowerShell 7.4",
        ["Sign-Module.ps1"] = "signs a package where it is made, with a module that needs PowerShell 7.4",
    };

    private static readonly string[] Folders = ["", "module/examples", "module/docs", "tests/Pester"];

    /// <summary>Whole files: the examples, the build, and the Pester suite, which is run in both shells.</summary>
    public static IEnumerable<(string Place, string Text)> Files =>
        Folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(BuiltModule.Root, folder), "*.ps1"))
            .Where(file => !ForNewerShells.ContainsKey(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(BuiltModule.Root, file).Replace('\\', '/'), File.ReadAllText(file)));

    /// <summary>The examples of the help, the code of the topics, and the lines of the README.</summary>
    public static IEnumerable<(string Place, string Text)> Lines =>
        HelpPage
            .Names.SelectMany(name => HelpPage.Of(name).Examples.Select(example => ($"{name}, {example.Title}", example.Code)))
            .Concat(HelpTopic.Files.SelectMany(file => HelpTopic.Blocks(file).Where(IsPowerShell).Select(block => (file, block))))
            .Concat(Readme.Where(IsPowerShell).Select(line => ("README.md", line)));

    private static IEnumerable<string> Readme =>
        File.ReadLines(Path.Combine(BuiltModule.Root, "README.md"))
            .Select(line =>
                line.StartsWith("PS> ", StringComparison.Ordinal) ? line[4..]
                : Regex.IsMatch(line, "^    [^ ]") ? line.Trim()
                : ""
            );

    // A topic shows tables and file formats too, and the README what a shell of another kind runs. A line of PowerShell names a cmdlet, and can be parsed.
    private static bool IsPowerShell(string block)
    {
        Parser.ParseInput(block, out _, out var errors);
        return errors.Length == 0 && Regex.IsMatch(block, @"(?<![\w.-])[A-Z][a-z]+-[A-Z][A-Za-z]+\b");
    }
}
