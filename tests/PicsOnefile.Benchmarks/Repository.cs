using System;
using System.IO;

namespace PicsOnefile.Benchmarks;

/// <summary>The repository that this program was built in: the tables are written where people read them.</summary>
public static class Repository
{
    /// <summary>A page of results; its folder is there.</summary>
    public static string Results(string fileName) => Path.Combine(Directory.CreateDirectory(Path.Combine(Root(), "tests", "results")).FullName, fileName);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PicsOnefile.PowerShell.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds the solution: use --no-write.");
    }
}
