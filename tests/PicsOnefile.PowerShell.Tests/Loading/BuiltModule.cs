using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.Sandbox.Rehearsal;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>The module as it was built (or the unpacked package that PICSONEFILE_MODULE names), and the checkout that it was built from.</summary>
internal static class BuiltModule
{
    public static string Folder { get; } = HostedShell.FindModule(AppContext.BaseDirectory);

    public static string Root { get; } = HostedShell.FindRoot(AppContext.BaseDirectory);

    /// <summary>What is shipped, as module/files.txt names it.</summary>
    public static IReadOnlyList<string> Listed { get; } = [.. File.ReadAllLines(Path.Combine(Root, "module", "files.txt")).Where(line => line.Length > 0)];

    /// <summary>What a project of the checkout was built to, in the configuration of these tests.</summary>
    public static string Built(string project, string framework, string file) =>
        Path.Combine(Root, project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, framework, file);

    /// <summary>The path of a file of the module.</summary>
    public static string PathOf(string file) => Path.Combine(Folder, Path.Combine(file.Split('/')));
}
