using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PicsOnefile.Failures;

namespace PicsOnefile.Review;

/// <summary>How a review file is written.</summary>
/// <param name="ProfileName">The profile that the records were compared in, where the candidates themselves do not say; null without a connection.</param>
/// <param name="Overwrite">Replaces a file that is there; its decisions are lost.</param>
/// <param name="Separator">Comma, semicolon or tab. Excel opens a comma-separated file by a double click where the system's list separator is a comma, as it is in Britain.</param>
public sealed record ReviewFileOptions(string? ProfileName = null, bool Overwrite = false, char Separator = ',');

/// <summary>Candidates for a person to decide, as a CSV that Excel opens well: UTF-8 with byte order mark, one row for each candidate or record without one.</summary>
/// <remarks>
/// A person writes Accept, Replace, Reject or Exclude into Decision, or types another ID into OtherId: for a row with a Onefile record the PICSWeb Ident, for a row with a PICSWeb record
/// alone the Onefile ID. An ID with an empty Decision means Accept. Texts that a spreadsheet would take for formulas are written with an apostrophe before them.
/// </remarks>
public static class ReviewFile
{
    /// <summary>Writes the file. What is Certain (and not ambiguous) is already marked Accept.</summary>
    /// <exception cref="PicsOnefileException">FileExists: it is there and must not be overwritten. FileNotWritten: it cannot be written; a file that was there is still whole.</exception>
    public static void Write(string path, IReadOnlyList<LinkCandidate> candidates, ReviewFileOptions options) => WholeFile.Write(path, options.Overwrite, "decisions", file =>
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Write(writer, candidates, options);
    });

    /// <summary>Writes what is to be decided, of links or of standards.</summary>
    /// <exception cref="PicsOnefileException">InputUnusable: both were given, and they have no columns in common.</exception>
    public static void Write(string path, IReadOnlyList<LinkCandidate> candidates, IReadOnlyList<StandardVqReference> references, ReviewFileOptions options)
    {
        if (candidates.Count > 0 && references.Count > 0)
            throw FailureKinds.InputUnusable.About(path, "Candidates and components of standards go into two files: export them one after the other.");
        if (references.Count > 0)
            StandardReviewFile.Write(path, references, options);
        else
            Write(path, candidates, options);
    }

    /// <summary>Reads a file that came back, in whatever encoding and separator; columns may have been added, moved or taken out, and rows deleted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="records">The records of a kind that typed-in IDs are looked up in; null takes them as they are typed.</param>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read: it is not there, no CSV, or lacks the column Decision or Key.</exception>
    public static ReviewReading Read(string path, Func<LinkKind, ReviewedRecords>? records = null) =>
        new ReviewDecisions(ReviewSheet.Read(path), records ?? (_ => ReviewedRecords.Unknown)).Read();

    private static void Write(TextWriter writer, IReadOnlyList<LinkCandidate> candidates, ReviewFileOptions options)
    {
        var kinds = new HashSet<LinkKind>(candidates.Select(candidate => candidate.Kind));
        using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = options.Separator.ToString(), InjectionOptions = InjectionOptions.Escape });
        foreach (var heading in ReviewColumns.Headings(kinds))
            csv.WriteField(heading);
        csv.NextRecord();
        foreach (var candidate in candidates)
        {
            var pair = (ILinkPair)candidate;
            foreach (var cell in ReviewColumns.Cells(kinds, candidate, new ReviewKey(candidate.Kind, Given(pair.Ident), Given(pair.OnefileId), Given(pair.CentreId), Given(candidate.ProfileName ?? options.ProfileName))))
                csv.WriteField(cell);
            csv.NextRecord();
        }
    }

    private static string? Given(string? id) => string.IsNullOrWhiteSpace(id) ? null : id;
}
