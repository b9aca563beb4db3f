using System.Linq;
using PicsOnefile.Records;

namespace PicsOnefile.Onefile;

/// <summary>
/// Finds the code of a learning aim. Its field is not known; Onefile's Learning Aims page shows the code in square brackets after the title.
/// </summary>
internal static class LearningAimCode
{
    private static readonly string[] Names = ["Code", "Reference", "NDAQCode"];

    /// <summary>Returns the code in one of the possible fields, or else in the last square brackets of the title; null where there is none.</summary>
    public static OnefileCode.Parts? From(OnefileRow row, string title) =>
        Names.Select(name => Read(row.Text(name))).FirstOrDefault(code => code is not null) ?? Read(InBrackets(title));

    // The code of a standard is written one way; another reference is not ours to tidy.
    private static OnefileCode.Parts? Read(string? text) =>
        OnefileCode.Parse(text) is { StandardCode: null } other ? other with { Code = text!.Trim() } : OnefileCode.Parse(text);

    private static string? InBrackets(string title)
    {
        var end = title.LastIndexOf(']');
        var start = end > 0 ? title.LastIndexOf('[', end - 1) : -1;
        return start < 0 ? null : title.Substring(start + 1, end - start - 1);
    }
}
