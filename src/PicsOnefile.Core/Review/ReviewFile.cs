using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files.Pages;
using PicsOnefile.Files.Tables;
using PicsOnefile.Runs;

namespace PicsOnefile.Review;

/// <summary>The options of writing a review file.</summary>
/// <param name="ProfileName">The profile that the records were compared in, where the candidates do not name it; null without a connection.</param>
/// <param name="Overwrite">Replaces a file that is there; its decisions are lost.</param>
/// <param name="Separator">Comma, semicolon or tab. Excel opens a comma-separated file by a double click where the system's list separator is a comma, as in
/// Britain.</param>
public sealed record ReviewFileOptions(string? ProfileName = null, bool Overwrite = false, char Separator = ',')
{
    /// <summary>Csv or Html; null takes .html for a page and everything else for a CSV.</summary>
    public string? Format { get; init; }

    /// <summary>The records of both sides, as far as they are at hand. A page shows their fields side by side; null shows names alone.</summary>
    public Func<LinkKind, ReviewedRecords>? Records { get; init; }

    /// <summary>When a page is made; null leaves it out.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The customer's own words for the vendors' labels.</summary>
    public Terms Terms { get; init; } = Terms.Vendors;
}

/// <summary>
/// Candidates for a person to decide, as a CSV that Excel opens well: UTF-8 with byte order mark. Each candidate has one row, and so has each record without
/// one.
/// </summary>
/// <remarks>
/// A person writes Accept, Replace, Reject or Exclude into Decision, or types another ID into OtherId. For a row with a Onefile record that is the PICSWeb
/// Ident; for a row with a PICSWeb record alone, the Onefile ID. An ID with an empty Decision means Accept. Texts that a spreadsheet would take for formulas
/// are written with an apostrophe before them.
/// </remarks>
public static class ReviewFile
{
    /// <summary>A CSV that Excel opens well.</summary>
    public const string Csv = SheetFormat.Csv;

    /// <summary>One HTML page in which a person decides by keyboard or mouse, and which saves the CSV.</summary>
    public const string Html = SheetFormat.Html;

    /// <summary>Writes the file. Certain and unambiguous candidates are already marked Accept.</summary>
    /// <exception cref="PicsOnefileException">FileExists: the file exists and must not be overwritten. FileNotWritten: it cannot be written; an existing file
    /// is still whole.</exception>
    public static void Write(string path, IReadOnlyList<LinkCandidate> candidates, ReviewFileOptions options) => Write(path, candidates, [], options);

    /// <summary>Writes what is to be decided, of links or of standards.</summary>
    /// <exception cref="PicsOnefileException">InputUnusable: both were given, and they have no columns in common. FileExtensionUnfit: the path
    /// names a workbook. FileExists; FileNotWritten.</exception>
    public static void Write(
        string path,
        IReadOnlyList<LinkCandidate> candidates,
        IReadOnlyList<StandardVqReference> references,
        ReviewFileOptions options,
        CancellationToken cancellation = default
    )
    {
        if (candidates.Count > 0 && references.Count > 0)
            throw ErrorKinds.InputUnusable.For(path, "Candidates and components of standards go into two files: export them one after the other.");
        var isStandards = references.Count > 0;
        var sheet = IsPage(path, options)
            ? SheetFile.ForPage(
                "review.html",
                () => isStandards ? ReviewPage.Create(path, references, options) : ReviewPage.Create(path, candidates, options)
            )
            : SheetFile.ForTable(() => isStandards ? StandardReviewFile.Table(references, options) : Table(candidates, options), options.Separator);
        sheet.Write(path, options.Overwrite, "decisions", cancellation);
    }

    /// <summary>Checks whether the file is written as a page: by the option, or else by the extension.</summary>
    /// <returns>True for a page.</returns>
    internal static bool IsPage(string path, ReviewFileOptions options) =>
        SheetFormat.Choose(path, options.Format) == Html;

    /// <summary>Reads a file that came back, in whatever encoding and separator. Columns may have been added, moved or taken out, and rows deleted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="records">The records of a kind, to look up typed-in IDs; null takes the IDs as they are typed.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The usable rows, and the problems of the others.</returns>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read. It does not exist, is no CSV, or lacks the column Decision or
    /// Key.</exception>
    public static ReviewReading Read(string path, Func<LinkKind, ReviewedRecords>? records = null, CancellationToken cancellation = default) =>
        new ReviewDecisions(ReviewSheet.Read(path, cancellation), records ?? (_ => ReviewedRecords.Unknown), Terms.Vendors).Read();

    /// <summary>The same for rows of a review file from another source (Import-Csv, ConvertFrom-Json, a job). Typed-in IDs are taken as they are.</summary>
    /// <param name="rows">The cells of each row by their headings, an enumeration by its name.</param>
    /// <returns>The usable rows, and the problems of the others.</returns>
    public static ReviewReading Read(IEnumerable<IReadOnlyDictionary<string, string?>> rows) =>
        new ReviewDecisions(ReviewSheet.From(rows), _ => ReviewedRecords.Unknown, Terms.Vendors).Read();

    /// <summary>Makes the headings and cells of candidates.</summary>
    /// <returns>The table.</returns>
    internal static CellTable Table(IReadOnlyList<LinkCandidate> candidates, ReviewFileOptions options)
    {
        var kinds = new HashSet<LinkKind>(candidates.Select(candidate => candidate.Kind));
        return new(
            [.. ReviewColumns.Headings(kinds)],
            [.. candidates.Select(candidate => ReviewColumns.Cells(kinds, candidate, KeyOf(candidate, options)).ToList())]
        );
    }

    private static ReviewKey KeyOf(LinkCandidate candidate, ReviewFileOptions options)
    {
        var pair = (ILinkPair)candidate;
        return new(
            candidate.Kind,
            Given(pair.Ident),
            Given(pair.OnefileId),
            Given(pair.CentreId),
            Given(candidate.ProfileName ?? options.ProfileName),
            Given(candidate.Origin)
        );
    }

    private static string? Given(string? id) => string.IsNullOrWhiteSpace(id) ? null : id;
}
