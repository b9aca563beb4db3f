using System;
using System.IO;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>The clone that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PicsOnefile.PowerShell.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no PicsOnefile.PowerShell.sln above the tests.");
        return folder.FullName;
    }
}
