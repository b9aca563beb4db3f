using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.PowerShell.Tests.Loading;

namespace PicsOnefile.PowerShell.Tests.Scripts;

/// <summary>A command of Windows PowerShell 5.1, as the table beside this file says it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Positional">How many values it takes without a parameter's name; <see cref="int.MaxValue"/> for any number.</param>
/// <param name="Parameters">Its parameters, with their aliases.</param>
internal sealed record WindowsPowerShellCommand(string Name, int Positional, IReadOnlySet<string> Parameters)
{
    private static readonly string[] Common =
    [
        .. "Verbose Debug ErrorAction WarningAction InformationAction ErrorVariable WarningVariable InformationVariable OutVariable OutBuffer".Split(' '),
        .. "PipelineVariable WhatIf Confirm vb db ea wa infa ev wv iv ov ob pv wi cf".Split(' '),
    ];

    /// <summary>Every command of the table, by name.</summary>
    public static IReadOnlyDictionary<string, WindowsPowerShellCommand> All { get; } =
        File.ReadAllLines(Path.Combine(BuiltModule.Root, "tests", "PicsOnefile.PowerShell.Tests", "Scripts", "windows-powershell-5.1.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], From, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds whether a parameter is one of the command's, written out or as a beginning that fits one alone.</summary>
    public bool Has(string parameter) =>
        Parameters.Contains(parameter) || Parameters.Count(name => name.StartsWith(parameter, StringComparison.OrdinalIgnoreCase)) == 1;

    private static WindowsPowerShellCommand From(string[] cells) =>
        new(
            cells[0],
            cells[2] == "*" ? int.MaxValue : int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture),
            cells[3].Split(' ').Concat(Common).ToHashSet(StringComparer.OrdinalIgnoreCase)
        );
}
