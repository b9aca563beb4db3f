using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Sandbox.World.Names;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>A witness that had learned its words from the module would only repeat what the module knows.</summary>
public sealed partial class WitnessTests
{
    [Fact]
    public void At_least_a_fifth_of_the_generators_other_forms_stand_in_none_of_the_modules_lists()
    {
        var known = WordsOfTheModule();
        var forms = NameLists.AllForms.Select(form => form.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

        int unknown = forms.Count(form => !known.Contains(Folded(form)));

        Assert.True(known.Count > 500, $"Only {known.Count} words were found in the module: the test looks in the wrong place.");
        Assert.True(unknown >= 0.2 * forms.Count, $"{unknown} of {forms.Count} forms are unknown to the module.");
    }

    // The lists are files and tables in the matching's source: every cell and every quoted text, and every word of texts that hold several.
    private static HashSet<string> WordsOfTheModule()
    {
        string folder = Path.Combine(Repository.Root, "src", "PicsOnefile.Core", "Matching");
        var texts = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Path.GetExtension(path) == ".tsv" ? Cells(path) : QuotedTexts(path));
        return texts
            .SelectMany(text => text.Split(' ', ',', ';', '|', '=').Append(text))
            .Select(Folded)
            .Where(word => word.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Cells(string path) =>
        File.ReadLines(path).SkipWhile(line => line.StartsWith('#')).Skip(1).SelectMany(line => line.Split('\t'));

    private static IEnumerable<string> QuotedTexts(string path) => Quoted().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value);

    private static string Folded(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
