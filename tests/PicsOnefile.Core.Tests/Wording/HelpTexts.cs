using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Core.Tests.Architecture;

namespace PicsOnefile.Core.Tests.Wording;

/// <summary>Reads the prose of the help: the pages of the cmdlets and the about topics, paragraph by paragraph, without code, headings and links.</summary>
internal static class HelpTexts
{
    private static readonly Regex Front = new(@"\A---.*?\n---\n", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex Code = new(@"^```.*?^```$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline);

    private static readonly Regex Skipped = new(@"^(#.*|- \[.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private static readonly Regex Columns = new(@"\S\s{3,}\S", RegexOptions.CultureInvariant);

    /// <summary>The paragraphs of the pages in module/docs.</summary>
    public static IEnumerable<UserText> Pages() =>
        from file in Files("docs", "*-*.md")
        from text in Paragraphs(file, Without(Skipped, Without(Code, Without(Front, Text(file)))), isTopic: false)
        select text;

    /// <summary>The paragraphs of the about topics.</summary>
    public static IEnumerable<UserText> Topics() =>
        from file in Files("en-US", "*.help.txt")
        from text in Paragraphs(file, Text(file), isTopic: true)
        select text;

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "module", folder), pattern).Order(StringComparer.Ordinal);

    private static string Text(string file) => File.ReadAllText(file).Replace("\r", "", StringComparison.Ordinal);

    private static string Without(Regex part, string text) =>
        part.Replace(text, match => new string('\n', match.Value.Count(letter => letter == '\n')));

    // A topic is text alone: another indent, or columns, begin another paragraph, for what is further in is code or a table. An item of a list hangs.
    private static IEnumerable<UserText> Paragraphs(string file, string text, bool isTopic)
    {
        var where = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        var lines = text.Split('\n');
        var paragraph = new List<string>();
        int indent = 0;
        for (int at = 0; at <= lines.Length; at++)
        {
            var line = at < lines.Length ? lines[at] : "";
            var trimmed = line.Trim();
            int here = line.Length - line.TrimStart().Length;
            bool isHanging = here == indent + 2 && paragraph is [['-', ' ', ..]];
            bool begins =
                trimmed.Length == 0
                || trimmed.StartsWith("- ", StringComparison.Ordinal)
                || (isTopic && ((here != indent && !isHanging) || Columns.IsMatch(line)));
            if (begins && paragraph.Count > 0)
            {
                yield return new UserText($"{where}:{at - paragraph.Count + 1}", string.Join(' ', paragraph));
                paragraph.Clear();
            }
            if (trimmed.Length > 0)
                paragraph.Add(trimmed);
            indent = here;
        }
    }
}
