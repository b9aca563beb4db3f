using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Core.Tests.Architecture;

namespace PicsOnefile.Core.Tests.Wording;

/// <summary>Reads what the report, the review page and the worklist's page say: the text between tags, and the texts of their scripts.</summary>
internal static class PageTexts
{
    private static readonly Regex Style = new(@"<style>.*?</style>", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex Script = new(@"<script>(?<code>.*?)</script>", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex Between = new(@">(?<text>[^<>]+)<", RegexOptions.CultureInvariant);

    private static readonly Regex Literal = new(@"//[^\n]*|""(?<text>(\\.|[^""\\\n])*)""", RegexOptions.CultureInvariant);

    /// <summary>The texts of the pages.</summary>
    public static IEnumerable<UserText> All() =>
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "src", "PicsOnefile.Core"), "*.html", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()
        let page = Style.Replace(File.ReadAllText(file), "")
        let code = Script.Match(page).Groups["code"].Value
        from match in Between.Matches(Script.Replace(page, "")).Concat(Literal.Matches(code))
        let text = match.Groups["text"].Value
        where text.Split(' ').Length > 2
        select new UserText(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), text);
}
