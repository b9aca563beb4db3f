using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Files.Tables;
using PicsOnefile.Records;

namespace PicsOnefile.Changes;

/// <summary>A backup from before the first write, as its file says it.</summary>
/// <param name="Values">The values.</param>
/// <param name="Problems">CsvRowInvalid for each row that is none.</param>
public sealed record BackupReading(IReadOnlyList<BackedUpValue> Values, IReadOnlyList<PicsOnefileException> Problems)
{
    private static readonly string[] Columns = ["Kind", "Key", "Field", "Value", "CentreId", "Environment"];

    /// <summary>Reads the file, whatever a spreadsheet has made of its encoding and separator. Values are taken to the letter.</summary>
    /// <returns>The values, and the problems of other rows.</returns>
    /// <exception cref="PicsOnefileException">BackupMissing: there is no file. FileUnreadable: it cannot be read. CsvInvalid: it lacks a column.</exception>
    public static BackupReading Read(string path, CancellationToken cancellation = default)
    {
        if (!AbandonableWork.Run(() => File.Exists(path), cancellation))
            throw ErrorKinds.BackupMissing.For(path, $"There is no backup {path}.");
        var table = TableFile.Read(path, "a backup", cells => TableFile.Holds(cells, Columns), cancellation);
        foreach (var needed in Columns)
            table.RequiredColumn(needed);
        var read = new List<(int Line, BackedUpValue Value)>();
        var problems = new List<PicsOnefileException>();
        foreach (var row in table.Rows(Columns))
        {
            if (
                // Another field than the one that the module writes is no row of a backup.
                RecordType.For(row.Raw("Kind")) is { Field: { } field } type
                && field.Name == row.Raw("Field")
                && row.Raw("Key").Length > 0
                && Enum.TryParse<OnefileEnvironment>(row.Raw("Environment"), out var environment)
            )
                read.Add(
                    (
                        row.Line,
                        new(
                            type.Kind,
                            BackupCell.Value(row.Raw("Key")),
                            field.Name,
                            BackupCell.Value(row.Raw("Value")),
                            row.Raw("CentreId") is { Length: > 0 } centre ? centre : null
                        )
                        {
                            Environment = environment,
                        }
                    )
                );
            else
                problems.Add(
                    ErrorKinds.CsvRowInvalid.For(
                        $"{path}:{row.Line}",
                        string.Format(CultureInfo.InvariantCulture, "{0}, line {1}: this is not a row of a backup.", path, row.Line)
                    )
                );
        }
        var records = read.ToLookup(row => (row.Value.Environment, row.Value.Kind, row.Value.Key));
        var contradicting = records.Where(same => same.Select(row => row.Value.Value).Distinct(StringComparer.Ordinal).Skip(1).Any()).ToList();
        problems.AddRange(
            contradicting.Select(same =>
                ErrorKinds.CsvRowInvalid.For(
                    $"{path}:{same.First().Line.ToString(CultureInfo.InvariantCulture)}",
                    $"{path}: {same.Key.Kind} {same.Key.Key} is on lines {LineNumbers.Join([.. same.Select(row => row.Line)])} with different values. "
                        + "It is left as it is."
                )
            )
        );
        return new([.. records.Except(contradicting).SelectMany(same => same.Select(row => row.Value))], problems);
    }
}
