using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace PicsOnefile.Windows;

/// <summary>What came of one test. Both parts write these to a file, one a line, so that a run that breaks keeps what it had.</summary>
/// <param name="Name">The name that the test's runner shows.</param>
/// <param name="Result">Passed, Failed or Skipped; Started for a test that has begun; Ended in the last line of a part that came to its end.</param>
/// <param name="Message">Why it failed or was skipped.</param>
/// <param name="Batch">What is run as one and not begun anew once it is in the file: a test case of xunit, a file of Pester.</param>
public sealed record TestOutcome(string Name, string Result, string? Message, string Batch)
{
    /// <summary>The result of a test that has begun.</summary>
    public const string Started = "Started";

    /// <summary>The result of the last line.</summary>
    public const string Ended = "Ended";

    /// <summary>As one line of JSON.</summary>
    /// <returns>The line, without its end.</returns>
    public string ToLine() => JsonSerializer.Serialize(this);

    /// <summary>Reads a file of lines.</summary>
    /// <param name="file">The file; it may be missing.</param>
    /// <returns>The outcomes, in the order of the file.</returns>
    public static IReadOnlyList<TestOutcome> Read(string file) =>
        File.Exists(file)
            ? [.. Lines(file).Select(line => JsonSerializer.Deserialize<TestOutcome>(line)!)]
            : [];

    /// <summary>What came to its end.</summary>
    /// <param name="outcomes">The outcomes of a file.</param>
    /// <returns>The batches.</returns>
    public static IReadOnlySet<string> Done(IEnumerable<TestOutcome> outcomes) =>
        outcomes.Where(outcome => outcome.Result != Started).Select(outcome => outcome.Batch).ToHashSet();

    /// <summary>What began and did not come to its end.</summary>
    /// <param name="outcomes">The outcomes of a file.</param>
    /// <returns>The last test that began in each such batch.</returns>
    public static IReadOnlyList<TestOutcome> Open(IReadOnlyList<TestOutcome> outcomes)
    {
        var done = Done(outcomes);
        return [.. outcomes.Where(outcome => !done.Contains(outcome.Batch)).GroupBy(outcome => outcome.Batch).Select(batch => batch.Last())];
    }

    // It may be written to at this moment, and its last line not be whole.
    private static string[] Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
