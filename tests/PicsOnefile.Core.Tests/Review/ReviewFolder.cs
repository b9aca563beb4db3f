using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PicsOnefile.Review;

namespace PicsOnefile.Core.Tests.Review;

/// <summary>A folder with one review file, and what a person and a spreadsheet do to it.</summary>
internal sealed class ReviewFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("review-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "officers.csv");

    public string Text => File.ReadAllText(Path);

    public static OfficerLinkCandidate Pair(string? ident = "0012", string? assessorId = "4711", Confidence confidence = Confidence.Probable) =>
        new()
        {
            OfficerIdent = ident,
            OfficerName = ident is null ? null : "Bob Smith",
            AssessorId = assessorId,
            AssessorName = assessorId is null ? null : "Robert Smith",
            CentreId = assessorId is null ? null : "1",
            Score = 80,
            Confidence = confidence,
            Reasons = "same surname; nickname",
            Conflicts = "other e-mail",
            Rank = 1,
        };

    public ReviewFolder Write(params LinkCandidate[] candidates)
    {
        ReviewFile.Write(Path, candidates, new ReviewFileOptions("College"));
        return this;
    }

    /// <summary>Types into a column of a row (from 1), as a person does.</summary>
    public ReviewFolder Type(string column, string text, int row = 1) => Edit(rows => rows[row][Array.IndexOf(rows[0], column)] = text);

    /// <summary>Edits the cells (the headings are row 0) and saves as the spreadsheet is told to.</summary>
    public ReviewFolder Edit(Action<List<string[]>> edit, char separator = ',', Encoding? encoding = null)
    {
        var rows = Cells();
        edit(rows);
        File.WriteAllText(
            Path,
            string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => Quoted(cell, separator))) + "\r\n")),
            encoding ?? new UTF8Encoding(true)
        );
        return this;
    }

    public List<string[]> Cells()
    {
        using var reader = new StringReader(Text);
        using var csv = new CsvHelper.CsvParser(reader, System.Globalization.CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add(csv.Record!);
        return rows;
    }

    public ReviewReading Read(Func<LinkKind, ReviewedRecords>? records = null) => ReviewFile.Read(Path, records);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Quoted(string cell, char separator) =>
        cell.IndexOfAny([separator, '"', '\r', '\n']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
