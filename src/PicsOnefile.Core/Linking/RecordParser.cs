using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Export;

namespace PicsOnefile.Linking;

/// <summary>
/// Makes records of imported rows (Import-Csv), by the property names of the model and the usual headings of exported lists. Letter case, blanks and
/// punctuation of a name do not count.
/// </summary>
public static class RecordParser
{
    // Onefile's own words on its screens and in its API; the other names are what people call such columns.
    private static readonly IReadOnlyDictionary<string, string[]> AssessorNames = new Dictionary<string, string[]>
    {
        ["AssessorId"] = ["AssessorId", "Onefile ID", "User ID", "ID"],
        ["FirstName"] = ["FirstName", "Forename", "First Names", "Given Name"],
        ["LastName"] = ["LastName", "Surname", "Family Name"],
        ["Email"] = ["Email", "Email Address"],
        ["Telephone"] = ["Telephone", "Phone", "Telephone Number", "Mobile", "Mobile Number"],
        ["MisId"] = ["MisId", "MIS Value", "MIS"],
        ["CentreId"] = ["CentreId", "Organisation ID", "Centre"],
        ["Archived"] = ["Archived", "Is Archived"],
    };

    private static readonly IReadOnlyDictionary<string, string[]> PlacementNames = new Dictionary<string, string[]>
    {
        ["PlacementId"] = ["PlacementId", "Onefile ID", "ID"],
        ["Name"] = ["Name", "Placement Name", "Placement", "Employer Name"],
        ["Address"] = ["Address", "Address 1", "Address Line 1"],
        ["Postcode"] = ["Postcode", "Post Code"],
        ["Email"] = ["Email", "Email Address"],
        ["Telephone"] = ["Telephone", "Phone", "Telephone Number"],
        ["Website"] = ["Website", "Web", "URL"],
        ["MisId"] = ["MisId", "MIS Value", "MIS"],
        ["CentreId"] = ["CentreId", "Organisation ID", "Centre"],
        ["Active"] = ["Active", "Is Active"],
    };

    private static readonly Dictionary<
        LinkKind,
        (Func<IReadOnlyDictionary<string, string?>, IPicsWebRecord> PicsWeb, Func<IReadOnlyDictionary<string, string?>, IOnefileRecord> Onefile)
    > Makers = new() { [LinkKind.Officer] = (Officer, Assessor), [LinkKind.Organisation] = (Organisation, Placement) };

    /// <summary>Makes PICSWeb's record of a kind of link.</summary>
    /// <returns>The record.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: there is no Ident.</exception>
    public static IPicsWebRecord PicsWeb(LinkKind kind, IReadOnlyDictionary<string, string?> row) => Makers[kind].PicsWeb(row);

    /// <summary>Makes Onefile's record of a kind of link.</summary>
    /// <returns>The record.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: there is no ID.</exception>
    public static IOnefileRecord Onefile(LinkKind kind, IReadOnlyDictionary<string, string?> row) => Makers[kind].Onefile(row);

    /// <summary>Makes an assessor.</summary>
    /// <returns>The assessor.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: there is no ID.</exception>
    public static Assessor Assessor(IReadOnlyDictionary<string, string?> row)
    {
        var cells = new Cells(row, AssessorNames);
        return new Assessor
        {
            AssessorId = cells.Needed("AssessorId"),
            FirstName = cells["FirstName"],
            LastName = cells["LastName"],
            Email = cells["Email"],
            Telephone = cells["Telephone"],
            MisId = cells["MisId"],
            CentreId = cells["CentreId"] ?? "",
            Archived = BooleanText.Parse(cells["Archived"]),
        };
    }

    /// <summary>Makes a placement.</summary>
    /// <returns>The placement.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: there is no ID.</exception>
    public static Placement Placement(IReadOnlyDictionary<string, string?> row)
    {
        var cells = new Cells(row, PlacementNames);
        return new Placement
        {
            PlacementId = cells.Needed("PlacementId"),
            Name = cells["Name"] ?? "",
            Address = Address.Join([cells.Lines("Address")]),
            Postcode = cells["Postcode"],
            Email = cells["Email"],
            Telephone = cells["Telephone"],
            Website = cells["Website"],
            MisId = cells["MisId"],
            CentreId = cells["CentreId"] ?? "",
            Active = BooleanText.Parse(cells["Active"]),
        };
    }

    /// <summary>Makes an officer.</summary>
    /// <returns>The officer.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: there is no Ident.</exception>
    public static Officer Officer(IReadOnlyDictionary<string, string?> row)
    {
        var cells = new Cells(row, Names(ListKinds.Officers));
        return new Officer
        {
            OfficerIdent = cells.Needed("OfficerIdent"),
            FirstName = cells["FirstName"],
            Surname = cells["Surname"],
            Email = cells["Email"],
            Telephone = cells["Telephone"],
            Mobile = cells["Mobile"],
            Status = cells["Status"],
            AdditionalId = cells["AdditionalId"],
        };
    }

    /// <summary>Makes an organisation.</summary>
    /// <returns>The organisation.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: there is no Ident.</exception>
    public static Organisation Organisation(IReadOnlyDictionary<string, string?> row)
    {
        var cells = new Cells(row, Names(ListKinds.Organisations));
        return new Organisation
        {
            OrganisationIdent = cells.Needed("OrganisationIdent"),
            Name = cells["Name"] ?? "",
            Address = Address.Join(Enumerable.Range(1, 5).Select(number => cells.Lines($"Address{number}"))),
            Postcode = cells["Postcode"],
            Telephone = cells["Telephone"],
            Email = cells["Email"],
            Website = cells["Website"],
            Edrs = cells["Edrs"],
            Status = cells["Status"],
            AdditionalId = cells["AdditionalId"],
        };
    }

    private static Dictionary<string, string[]> Names(ListKind kind) =>
        kind.Columns.ToDictionary(column => column.Field, column => column.Headings.Prepend(column.Field).ToArray());

    private sealed class Cells(IReadOnlyDictionary<string, string?> row, IReadOnlyDictionary<string, string[]> names)
    {
        private readonly ILookup<string, string?> _cells = row.ToLookup(cell => TableFile.Plain(cell.Key), cell => cell.Value, StringComparer.Ordinal);

        public string? this[string field] => Readable.Field(Cell.Text(Lines(field)));

        /// <summary>Reads the unchanged text of a field, with its line breaks.</summary>
        /// <returns>The text, or null.</returns>
        public string? Lines(string field) => names[field].Select(name => One(name)).FirstOrDefault(value => value is not null);

        public string Needed(string field) =>
            this[field]
            ?? throw ErrorKinds.InputUnusable.For(
                field,
                $"A row has no {field} (known as {string.Join(", ", names[field])}); its columns are {string.Join(", ", row.Keys)}."
            );

        // Import-Csv refuses two columns with one name; names that differ in blanks or punctuation alone are one heading as well.
        private string? One(string name)
        {
            var values = _cells[TableFile.Plain(name)].Where(value => !string.IsNullOrWhiteSpace(value)).Distinct(StringComparer.Ordinal).ToList();
            return values.Count < 2
                ? values.FirstOrDefault()
                : throw ErrorKinds.InputUnusable.For(
                    name,
                    $"A row has {values.Count} columns with the heading '{name}' and different values: it is not clear which one counts. Its columns are "
                        + $"{string.Join(", ", row.Keys)}."
                );
        }
    }
}
