using System.IO;
using System.Linq;
using Xunit;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>The code calls things by the field's own words: names that were replaced do not come back.</summary>
public sealed class WordsTests
{
    [Fact]
    public void No_type_or_member_has_a_name_that_was_replaced()
    {
        var source = Path.Combine(Repository.Root, "src");
        // What the build writes is not the project's code.
        var files = Directory
            .GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .Select(file => (Path: Path.GetRelativePath(source, file).Replace('\\', '/'), Names: DeclaredName.ReadAll(File.ReadAllText(file))))
            .ToList();
        Assert.True(files.Count > 100, $"{files.Count} files");
        Assert.Empty(
            from file in files
            from word in ReplacedWords.All
            where word.Folder.Length == 0 || file.Path.StartsWith(word.Folder + "/", System.StringComparison.Ordinal)
            from name in file.Names
            where name.Holds(word.Name)
            select $"{file.Path}:{name.Line} {name.Name}: say {word.Standard}"
        );
    }

    [Theory]
    [InlineData("SharedCallBudget", "CallBudget", true)]
    [InlineData("ICallBudget", "CallBudget", true)]
    [InlineData("_callBudget", "CallBudget", true)]
    [InlineData("CallBudgeting", "CallBudget", false)]
    [InlineData("Of", "Of", true)]
    [InlineData("CountOf", "Of", false)]
    [InlineData("_told", "Told", true)]
    [InlineData("Holder", "Told", false)]
    public void A_replaced_name_is_found_in_a_longer_one_and_a_single_word_as_a_whole(string name, string word, bool found) =>
        Assert.Equal(found, new DeclaredName(name, 1).Holds(word));

    [Fact]
    public void Names_are_read_from_the_code_and_not_from_texts_and_comments()
    {
        const string code = """
            // Packing in a comment
            internal sealed class Reader { /* Told */
                private const string Text = "Blacked, \" Repeatable";
                private int _told;
            """;
        Assert.Equal(
            [new DeclaredName("Reader", 2), new DeclaredName("Text", 3), new DeclaredName("_told", 4)],
            DeclaredName.ReadAll(code.Replace("\r", ""))
        );
    }

    [Fact]
    public void No_row_of_the_list_is_there_twice() =>
        Assert.Equal(ReplacedWords.All.Count, ReplacedWords.All.Select(word => (word.Name, word.Folder)).Distinct().Count());
}
