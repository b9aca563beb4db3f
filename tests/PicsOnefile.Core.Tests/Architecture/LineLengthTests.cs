using System.IO;
using System.Linq;
using Xunit;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>No line of the code is longer than .editorconfig says.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 160;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_is_longer_than_the_screen_of_a_reader(string folder)
    {
        // What the build writes is nobody's to wrap.
        var files = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .ToList();
        Assert.True(files.Count > 100, $"{files.Count} files");
        Assert.Empty(
            files.SelectMany(file => File.ReadAllLines(file).Select((line, at) => (line, Where: $"{Path.GetRelativePath(Repository.Root, file)}:{at + 1}")))
                .Where(line => line.line.Length > Longest)
                .Select(line => line.Where)
        );
    }
}
