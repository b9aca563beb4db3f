using System;
using System.IO;
using System.Linq;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Repository;

/// <summary>
/// A promise that only GitHub's own parser can keep, which runs in Node; where none is installed the test says so. PICSONEFILE_WORKFLOW_PARSER=required
/// lets it fail instead.
/// </summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if ((Node is null || Npm is null) && Environment.GetEnvironmentVariable("PICSONEFILE_WORKFLOW_PARSER") != "required")
            Skip = "No Node with npm is on the PATH (20 or later): the workflows are not read by GitHub's own parser.";
    }

    /// <summary>Node on the PATH, or null.</summary>
    public static string? Node { get; } = Find("node", "node.exe");

    /// <summary>npm on the PATH, or null.</summary>
    public static string? Npm { get; } = Find("npm", "npm.cmd");

    private static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
