using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using PicsOnefile.Failures;
using PicsOnefile.PicsWeb.Export;

namespace PicsOnefile.Changes;

/// <summary>A backup from before the first write, as its file says it.</summary>
/// <param name="Values">The values.</param>
/// <param name="Problems">CsvRowInvalid for each row that is none.</param>
public sealed record BackupReading(IReadOnlyList<BackedUpValue> Values, IReadOnlyList<PicsOnefileException> Problems)
{
    private static readonly string[] Columns = ["Kind", "Key", "Field", "Value", "CentreId", "Environment"];

    // The fields that the module writes; anything else in the column is no row of a backup.
    private static readonly Dictionary<RecordKind, string> Fields = new()
    {
        [RecordKind.Officer] = "AdditionalId",
        [RecordKind.Organisation] = "AdditionalId",
        [RecordKind.Qualification] = "VqReference",
        [RecordKind.Assessor] = "MisId",
        [RecordKind.Placement] = "MisId",
    };

    /// <summary>Reads the file, whatever a spreadsheet has made of its encoding and separator. Values are taken to the letter.</summary>
    /// <exception cref="PicsOnefileException">BackupMissing, FileUnreadable, or CsvInvalid: it is not there, cannot be read, or lacks a column.</exception>
    public static BackupReading Read(string path, CancellationToken cancellation = default)
    {
        if (!File.Exists(path))
            throw FailureKinds.BackupMissing.About(path, $"There is no backup {path}.");
        var records = CsvRecords.Read(ListText.Read(path, cancellation)).ToList();
        var heading = records.FirstOrDefault()?.Cells.Select(cell => cell.Trim()).ToList() ?? [];
        var missing = Columns.Except(heading, StringComparer.OrdinalIgnoreCase).ToList();
        if (missing.Count > 0)
            throw FailureKinds.CsvInvalid.About(path, $"{path}, line 1, column 1: a backup has the column {missing[0]}, and this file does not.");
        var values = new List<BackedUpValue>();
        var problems = new List<PicsOnefileException>();
        foreach (var record in records.Skip(1))
        {
            string Cell(string name) => heading.FindIndex(cell => cell.Equals(name, StringComparison.OrdinalIgnoreCase)) is var at && at < record.Cells.Length ? record.Cells[at] : "";
            if (Enum.TryParse<RecordKind>(Cell("Kind"), out var kind) && Fields.TryGetValue(kind, out var field) && field == Cell("Field") && Cell("Key").Length > 0 && Enum.TryParse<OnefileEnvironment>(Cell("Environment"), out var environment))
                values.Add(new(kind, BackupCell.Value(Cell("Key")), field, BackupCell.Value(Cell("Value")), Cell("CentreId") is { Length: > 0 } centre ? centre : null) { Environment = environment });
            else
                problems.Add(FailureKinds.CsvRowInvalid.About($"{path}:{record.Line}", string.Format(CultureInfo.InvariantCulture, "{0}, line {1}: this is no row of a backup.", path, record.Line)));
        }
        return new(values, problems);
    }
}
