using System;
using System.IO;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>The files of the repository that the tests stand in.</summary>
public static class Repository
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "PicsOnefile.PowerShell.sln")))
                    return folder.FullName;
            }

            throw new DirectoryNotFoundException("The tests must run inside the repository.");
        }
    }
}
