using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace PicsOnefile.PowerShell.Tests.Repository;

/// <summary>Reads the scripts of a workflow's job in their order, and finds each path, project, script, parameter and command that there is not.</summary>
internal sealed class RunLines(string root)
{
    // What runners have. Whatever else a step calls is a program that nobody has said to be there.
    private static readonly string[] OnRunners =
    [
        "7z",
        "[",
        "apt-get",
        "awk",
        "bash",
        "cd",
        "cp",
        "dotnet",
        "echo",
        "exit",
        "fi",
        "gh",
        "if",
        "mkdir",
        "powershell",
        "sha256sum",
        "sudo",
        "tar",
        "test",
        "then",
        "unzip",
    ];

    private static readonly string[] WithProject = ["build", "pack", "publish", "msbuild", "run"];

    private static readonly string[] DotnetVerbs = ["build", "pack", "publish", "run", "msbuild", "tool", "nuget", "test", "format", "restore"];

    // Folders and files that the steps before have made.
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <summary>Tells of a folder that another step than a script makes: a download.</summary>
    public void Made(string path) => _made.Add(path.TrimEnd('/'));

    /// <summary>What is wrong with a script.</summary>
    public IReadOnlyList<string> Faults(string script)
    {
        var faults = new List<string>();
        string text = Regex.Replace(script, @"\$\{\{.*?\}\}", "VALUE");
        text = Regex.Replace(text, @"'[^']*\s[^']*'", "QUOTED");
        foreach (string command in Regex.Split(text, @"\n|&&|\|\||;|\||\$\(|(?<=^|\s)\(|\)"))
        {
            string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"', '\''))];
            words = [.. words.SkipWhile(word => word is "sudo" or "then" or "if" || Regex.IsMatch(word, "^[a-z]+=$"))];
            if (words.Length > 0)
                Command(words, faults);
        }
        return faults;
    }

    private void Command(string[] words, List<string> faults)
    {
        if (!OnRunners.Contains(words[0]))
            faults.Add($"There is no command {words[0]} on a runner.");
        if (words[0] is "mkdir" or "cd")
            Made(words[^1]);
        if (words[0] == "unzip" && words.Contains("-d"))
            Made(words[Array.IndexOf(words, "-d") + 1]);
        if (words[0] == "dotnet")
            Dotnet(words, faults);
        int at = Array.IndexOf(words, ">");
        if (at > 0 && at + 1 < words.Length)
            Made(words[at + 1]);
        foreach (string path in words.Skip(1).Where(IsPath).Where(path => !IsThere(path)))
            faults.Add($"There is no {path}.");
        int script = Array.FindIndex(words, word => word.EndsWith(".ps1", StringComparison.Ordinal));
        if (script > 0 && File.Exists(Path.Combine(root, words[script])))
            faults.AddRange(Parameters(words[script], words.Skip(script + 1)));
        if (words[0] == "cp")
            Made(words[^1]);
    }

    private void Dotnet(string[] words, List<string> faults)
    {
        if (!DotnetVerbs.Contains(words.ElementAtOrDefault(1)))
            faults.Add($"dotnet has no {words.ElementAtOrDefault(1)}.");
        string? project =
            words[1] == "run"
                ? words.SkipWhile(word => word != "--project").ElementAtOrDefault(1)
                : words.Skip(2).FirstOrDefault(word => !word.StartsWith('-'));
        if (WithProject.Contains(words[1]) && project is not null && !IsProject(Path.Combine(root, project)))
            faults.Add($"{project} is not a project.");
        string tools = File.ReadAllText(Path.Combine(root, ".config", "dotnet-tools.json"));
        if (words is [_, "tool", "run", var tool, ..] && !tools.Contains($"\"{tool}\"", StringComparison.Ordinal))
            faults.Add($"{tool} is not a tool of .config/dotnet-tools.json.");
        if (words[1] is "pack" or "publish")
            Made("out");
    }

    private IEnumerable<string> Parameters(string script, IEnumerable<string> given)
    {
        var known = Parser
            .ParseFile(Path.Combine(root, script), out _, out _)
            .ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return given.Where(word => Regex.IsMatch(word, "^-[A-Za-z]+$") && !known.Contains(word[1..])).Select(word => $"{script} has no parameter {word}.");
    }

    private static bool IsProject(string folder) => Directory.Exists(folder) && Directory.GetFiles(folder, "*.csproj").Length == 1;

    private static bool IsPath(string word) =>
        !word.StartsWith('-')
        && !word.Contains("://", StringComparison.Ordinal)
        && (word.Contains('/', StringComparison.Ordinal) || Regex.IsMatch(word, @"\.(ps1|csproj|sln|md|json|props|sh)$"));

    private bool IsThere(string path)
    {
        string plain = path.StartsWith("./", StringComparison.Ordinal) ? path[2..].TrimEnd('/') : path.TrimEnd('/');
        return _made.Any(made => plain == made || plain.StartsWith(made + "/", StringComparison.Ordinal)) || Path.Exists(Path.Combine(root, plain));
    }
}
