using System;
using System.IO;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>A promise about files that must not be written; an account that may write everything cannot see it, and the test says so.</summary>
internal sealed class OrdinaryAccountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> WritesEverything = new(() =>
    {
        string path = Path.GetTempFileName();
        try
        {
            File.SetAttributes(path, FileAttributes.ReadOnly);
            File.AppendAllText(path, "x");
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            File.SetAttributes(path, FileAttributes.Normal);
            File.Delete(path);
        }
    });

    public OrdinaryAccountFactAttribute()
    {
        if (WritesEverything.Value)
            Skip = "This account may write read-only files (root does).";
    }
}
