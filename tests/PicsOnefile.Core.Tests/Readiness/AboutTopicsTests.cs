using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Core.Tests.Architecture;
using PicsOnefile.Readiness;
using Xunit;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>The about topics, which Get-Help shows as they are.</summary>
public class AboutTopicsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "module", "en-US");

    public static TheoryData<string> Topics => [.. Directory.GetFiles(Folder, "about_*.help.txt").Select(path => Path.GetFileName(path))];

    [Fact]
    public void The_table_of_rules_says_what_the_code_says() =>
        Assert.Equal(
            ReadinessRules
                .All.OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(rule => $"{rule.Id} {rule.Severity}: {rule.Title}. Remedy: {rule.Remedy}"),
            Table(File.ReadAllLines(Path.Combine(Folder, "about_PicsOnefile_Readiness.help.txt")))
        );

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_has_the_shape_that_Get_Help_knows(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, file));

        Assert.Equal(["TOPIC", "SHORT DESCRIPTION", "LONG DESCRIPTION", "SEE ALSO"], lines.Where(line => line.Length > 0 && line[0] != ' '));
        Assert.Equal(file, $"{lines[1].Trim()}.help.txt");
        // Windows PowerShell takes a file without a mark for the system's code page.
        Assert.All(lines, line => Assert.True(line.Length <= 76 && line.All(char.IsAscii), line));
    }

    private static List<string> Table(IEnumerable<string> lines)
    {
        var rows = new List<string>();
        foreach (string line in lines.SkipWhile(line => line != "  THE RULES").TakeWhile(line => line != "SEE ALSO"))
        {
            var head = Regex.Match(line, @"^    (PO-[A-Z]\d{3})  (\w+)$");
            if (head.Success)
                rows.Add($"{head.Groups[1].Value} {head.Groups[2].Value}:");
            else if (line.StartsWith("        ", StringComparison.Ordinal))
                rows[^1] += $" {line.Trim()}";
        }
        return rows;
    }
}
