using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Linking;

namespace PicsOnefile.Benchmarks.OwnData;

/// <summary>
/// Labelled lists of anybody's own: assessors.csv and officers.csv, or placements.csv and organisations.csv, with the columns that the cmdlets take from
/// Import-Csv; and pairs.csv with the IDs of both sides, one pair a row. A record that is in no pair has no partner.
/// </summary>
public static class LabelledFolder
{
    public static bool HasPeople(string folder) => File.Exists(Path.Combine(folder, "assessors.csv"));

    public static LabelledLists<Assessor, Officer> People(string folder) =>
        Lists(
            Rows(folder, "assessors.csv").Select(RecordParser.Assessor),
            Rows(folder, "officers.csv").Select(RecordParser.Officer),
            Pairs(folder, "AssessorId", "OfficerIdent")
        );

    public static LabelledLists<Placement, Organisation> Organisations(string folder) =>
        Lists(
            Rows(folder, "placements.csv").Select(RecordParser.Placement),
            Rows(folder, "organisations.csv").Select(RecordParser.Organisation),
            Pairs(folder, "PlacementId", "OrganisationIdent")
        );

    private static LabelledLists<TOnefile, TPicsWeb> Lists<TOnefile, TPicsWeb>(
        IEnumerable<TOnefile> onefile,
        IEnumerable<TPicsWeb> picsWeb,
        ILookup<string, string> pairs
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord =>
        new()
        {
            Onefile = [.. onefile.DistinctBy(record => record.OnefileId)],
            PicsWeb = [.. picsWeb.DistinctBy(record => record.Ident)],
            Same = pairs,
        };

    private static ILookup<string, string> Pairs(string folder, string onefile, string picsWeb)
    {
        return Rows(folder, "pairs.csv").ToLookup(row => Cell(row, onefile), row => Cell(row, picsWeb));

        static string Cell(Dictionary<string, string?> row, string column) =>
            row.GetValueOrDefault(column)?.Trim() ?? throw new FormatException($"pairs.csv needs the column {column}.");
    }

    private static List<Dictionary<string, string?>> Rows(string folder, string file)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(folder, file)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string?>>();
        while (csv.Read())
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.TryGetField<string>(name, out var cell) ? cell : null));
        return rows;
    }
}
