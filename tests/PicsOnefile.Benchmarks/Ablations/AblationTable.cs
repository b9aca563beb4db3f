using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PicsOnefile.Benchmarks.Matching;

namespace PicsOnefile.Benchmarks.Ablations;

/// <summary>What each step of learning adds, as rows of a table.</summary>
public static class AblationTable
{
    private static readonly IReadOnlyList<string> Headings =
    [
        "lists",
        "without",
        "Certain",
        "wrong",
        "of all true pairs Certain",
        "true match first",
        "expected wrong",
    ];

    /// <summary>The heading of the table as lines of markdown.</summary>
    public static string Head { get; } = Row(Headings) + Environment.NewLine + Row(["---", "---", "---:", "---:", "---:", "---:", "---:"]);

    /// <summary>One run as a line of markdown.</summary>
    public static string Line(AblationRun run) =>
        Row([
            run.Lists,
            run.Without,
            run.Measures.Certain.ToString(CultureInfo.InvariantCulture),
            run.Measures.WrongCertain.Count.ToString(CultureInfo.InvariantCulture),
            Share(run.Measures.TrueRecall),
            Share(run.Measures.TrueFirstShare),
            run.Measures.ExpectedWrongLinks.ToString("0.0000", CultureInfo.InvariantCulture),
        ]);

    /// <summary>A section of a page.</summary>
    public static string ToMarkdown(IEnumerable<AblationRun> runs)
    {
        var text = new StringBuilder();
        text.AppendLine()
            .AppendLine("## What each step of learning adds (seed 1, middle level)")
            .AppendLine()
            .AppendLine("The matching whole, and without one step. *of all true pairs Certain* counts pairs that no rule allows, too.")
            .AppendLine()
            .AppendLine(Head);
        foreach (var run in runs)
            text.AppendLine(Line(run));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Share(double? share) => share is { } value ? MeasuredFigures.Percent(value) : "";
}
