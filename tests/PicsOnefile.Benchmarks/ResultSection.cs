using System;
using System.IO;
using System.Linq;

namespace PicsOnefile.Benchmarks;

/// <summary>One section of a page of results that several commands write to; the others stay as they are.</summary>
public static class ResultSection
{
    public static void Write(string fileName, string title, string heading, string body)
    {
        var path = Repository.Results(fileName);
        var before = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : $"# {title}\n";
        var sections = before.Split("\n## ").ToList();
        var at = sections.FindIndex(1, section => section.StartsWith(heading + "\n", StringComparison.Ordinal));
        var written = $"{heading}\n\n{body.ReplaceLineEndings("\n").Trim()}\n";
        if (at < 0)
            sections.Add(written);
        else
            sections[at] = written;
        File.WriteAllText(path, string.Join("\n## ", sections.Select(section => section.TrimEnd() + "\n")));
    }
}
