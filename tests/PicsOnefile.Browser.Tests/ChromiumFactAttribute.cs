using System;
using System.IO;
using System.Linq;
using Xunit;

namespace PicsOnefile.Browser.Tests;

/// <summary>A promise that only a real browser can keep; where none is installed the test says so.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    public ChromiumFactAttribute()
    {
        if (Path is null)
            Skip = "No Chromium is installed (apt-get install chromium): the pages are not looked at.";
    }

    /// <summary>Chromium on the PATH, or null.</summary>
    public static string? Path { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
