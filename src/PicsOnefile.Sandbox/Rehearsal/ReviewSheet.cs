using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>One row of a review file, as a person sees it: cells by their headings.</summary>
public sealed class ReviewSheetRow(IReadOnlyList<string> headings, string[] cells)
{
    /// <summary>The cells in the order of the headings.</summary>
    public string[] Cells { get; } = cells;

    public string this[string heading]
    {
        get => Cells[Column(heading)];
        set => Cells[Column(heading)] = value;
    }

    /// <summary>A cell as a spreadsheet shows it.</summary>
    public string Shown(string heading) => Plain(this[heading]);

    /// <summary>The PICSWeb Ident; empty where no record was found.</summary>
    public string Ident(ReviewKind kind) => Plain(this[kind.IdentHeading]);

    /// <summary>The Onefile ID; empty where no record was found.</summary>
    public string OnefileId(ReviewKind kind) => Plain(this[kind.OnefileHeading]);

    /// <summary>Whether the row is one of this kind's file.</summary>
    public bool IsOf(ReviewKind kind) => headings.Contains(kind.IdentHeading);

    public bool IsCertain => this["Confidence"] == "Certain";

    public bool IsAccepted => this["Decision"] is "Accept" or "Replace";

    private int Column(string heading)
    {
        for (var column = 0; column < headings.Count; column++)
        {
            if (headings[column] == heading)
                return column;
        }
        throw new InvalidDataException($"The review file has no column '{heading}'; it has {string.Join(", ", headings)}.");
    }

    // A spreadsheet does not show the apostrophe that keeps a cell from being a formula or a number.
    private static string Plain(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;
}

/// <summary>The words of one kind of review file.</summary>
public sealed record ReviewKind(string FileName, string IdentHeading, string OnefileHeading)
{
    public static readonly ReviewKind Officers = new("officers.csv", "OfficerIdent", "AssessorId");
    public static readonly ReviewKind Organisations = new("organisations.csv", "OrganisationIdent", "PlacementId");
}

/// <summary>A review file in a person's hands. It is read and saved as a spreadsheet would, without any knowledge of the module.</summary>
public sealed class ReviewSheet
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, NewLine = "\r\n" };
    private readonly string[] _headings;

    private ReviewSheet(string[] headings, List<ReviewSheetRow> rows) => (_headings, Rows) = (headings, rows);

    public List<ReviewSheetRow> Rows { get; }

    public static ReviewSheet Open(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        using var csv = new CsvParser(reader, Format);
        if (!csv.Read())
            throw new InvalidDataException($"{path} is empty.");
        var headings = csv.Record!;
        var rows = new List<ReviewSheetRow>();
        while (csv.Read())
            rows.Add(new ReviewSheetRow(headings, csv.Record!));
        return new ReviewSheet(headings, rows);
    }

    public void Save(string path)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var csv = new CsvWriter(writer, Format);
        foreach (var record in Rows.Select(row => row.Cells).Prepend(_headings))
        {
            foreach (var cell in record)
                csv.WriteField(cell);
            csv.NextRecord();
        }
    }
}
