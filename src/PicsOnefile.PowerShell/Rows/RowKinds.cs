using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>The kinds of rows. A row is recognised by the module's type, or by the columns of a row of a file or of JSON.</summary>
internal static class RowKinds
{
    /// <summary>One line of the table.</summary>
    /// <param name="TypeName">The module's type.</param>
    /// <param name="Kind">The kind of link or exclusion; null for none.</param>
    /// <param name="Words">The row in words.</param>
    /// <param name="Marks">Columns that only such a row has; empty where its columns do not identify it.</param>
    public sealed record Line(string TypeName, ExclusionKind? Kind, string Words, params string[] Marks);

    // Rows about a pair of records are recognised by the columns of the IDs (below).
    private static readonly IReadOnlyList<Line> Table =
    [
        new("OfficerLinkCandidate", ExclusionKind.Officer, "a candidate of Find-OfficerLink"),
        new("OfficerReviewRow", ExclusionKind.Officer, "a row of a review of officers"),
        new("OfficerLink", ExclusionKind.Officer, "a link of an officer"),
        new("Officer", ExclusionKind.Officer, "an officer"),
        new("Assessor", ExclusionKind.Officer, "an assessor"),
        new("OrganisationLinkCandidate", ExclusionKind.Organisation, "a candidate of Find-OrganisationLink"),
        new("OrganisationReviewRow", ExclusionKind.Organisation, "a row of a review of organisations"),
        new("OrganisationLink", ExclusionKind.Organisation, "a link of an organisation"),
        new("Organisation", ExclusionKind.Organisation, "an organisation"),
        new("Placement", ExclusionKind.Organisation, "a placement"),
        new("StandardVqReference", ExclusionKind.Qualification, "a component of a standard", "StandardCode", "Component"),
        new("StandardReviewRow", ExclusionKind.Qualification, "a row of a review of standards", "StandardCode", "Component", "Decision"),
        new("LearningAim", ExclusionKind.Qualification, "a learning aim", "StandardId", "StandardCode"),
        new("QualificationLink", ExclusionKind.Qualification, "the link of a qualification", "LearningAimTitle", "QualificationId"),
        new("Qualification", ExclusionKind.Qualification, "a qualification", "QualificationId", "HasUnits"),
        new("Change", null, "a row of the journal", "RunId", "ChangeId"),
        new("LinkRun", null, "a run of the journal", "RunId", "Command"),
        new("WorklistItem", null, "an item of the worklist", "ItemId", "Page"),
        new("Finding", null, "a finding", "RuleId", "Severity"),
        new("PreviewItem", null, "a row of the preview", "Action", "ExistingId"),
        new("LinkExclusion", null, "an exclusion", "Ident", "OnefileId", "Actor", "Reason"),
        new("Learner", null, "a learner", "LearnerIdent"),
        new("Centre", null, "a centre"),
    ];

    private static readonly string[] Ids =
    [
        "OfficerIdent",
        "OrganisationIdent",
        "Ident",
        "AssessorId",
        "PlacementId",
        "OnefileId",
        "StandardCode",
        "Component",
        "QualificationId",
        "Code",
        "LearnerIdent",
        "ItemId",
        "RunId",
    ];

    /// <summary>Headings that lists of either kind use for an Ident or a Onefile ID.</summary>
    public static readonly IReadOnlyList<string> Unspecific = ["Ident", "OnefileId", "OneFile ID", "Additional ID", "Other System ID"];

    // The names that Add-LinkExclusion and Remove-LinkExclusion have for either kind.
    private static readonly string[] AnyId = ["Ident", "OnefileId"];

    private static readonly IReadOnlyDictionary<ExclusionKind, string[]> IdColumns = LinkType.All.ToDictionary(
        type => type.Exclusion,
        type => type.Ids.ToArray()
    );

    /// <summary>Finds the line of the module's type that the row is or was, or that its columns show. The line with the most marks counts.</summary>
    /// <returns>The line, or null.</returns>
    public static Line? Find(PipedRow row) =>
        row.TypeName is { } name ? Table.FirstOrDefault(line => line.TypeName == name) ?? new Line(name, null, $"a {name}") : ByColumns(row);

    private static Line? ByColumns(PipedRow row) =>
        Table.Where(line => line.Marks.Length > 0 && line.Marks.All(row.Has)).OrderByDescending(line => line.Marks.Length).FirstOrDefault();

    /// <summary>Reads the kind of pair from the column Kind: its name, or the number that ConvertTo-Json makes of it.</summary>
    /// <returns>The kind, or null.</returns>
    public static ExclusionKind? ReadKind(PipedRow row) =>
        row["Kind"] is { } kind && RowValue.Enumeration(RowValue.Plain(kind)!, typeof(ExclusionKind)) is ExclusionKind said ? said : null;

    /// <summary>Refuses a row that is about something else than an officer with an assessor, or an organisation with a placement.</summary>
    /// <param name="row">The row.</param>
    /// <param name="wanted">The kind of the cmdlet.</param>
    /// <param name="ownIdent">True where the Ident is in a column of that kind's own. A word that any list may use is none.</param>
    /// <param name="ownId">The same for the Onefile ID.</param>
    /// <exception cref="PicsOnefileException">RowOfAnotherKind.</exception>
    public static void Require(PipedRow row, LinkKind wanted, bool ownIdent, bool ownId)
    {
        var kind = LinkType.For(wanted).Exclusion;
        var line = Find(row);
        // Columns alone prove less than a type. A list that names both IDs of this kind may have any other column. The same holds for a selection. A finding or
        // a row of the journal may give its Ident and ID under this kind's names.
        if (line is not null && line.Kind != kind && ((row.TypeName is not null && !row.IsSelected) || !(ownIdent && ownId)))
            throw Another(row, line.Words, kind);
        if (row.TypeName is null && ReadKind(row) is { } said && said != kind)
            throw Another(row, $"a row whose Kind is {said}", kind);
        var others = IdColumns.Where(columns => columns.Key != kind).SelectMany(columns => columns.Value);
        if (row.TypeName is null && !ownIdent && row.First(others) is { } column && !(ownId && row[column] is null))
            throw Another(row, $"a row with the column {column}", kind);
    }

    /// <summary>Checks whether the row has a column that only rows of this kind have.</summary>
    /// <returns>True for such a column.</returns>
    public static bool HasOwnId(PipedRow row, LinkKind kind) => row.First(LinkType.For(kind).Ids) is not null;

    /// <summary>Refuses a row of one of the module's other types, by its type or by its columns.</summary>
    /// <param name="row">The row.</param>
    /// <param name="wanted">The kind of the cmdlet.</param>
    /// <param name="also">A type of no kind that is taken all the same.</param>
    /// <exception cref="PicsOnefileException">RowOfAnotherKind.</exception>
    public static void Require(PipedRow row, ExclusionKind wanted, string? also = null)
    {
        var line = IsMapping(row, wanted) ? null : Find(row);
        if (line is not null && line.TypeName == also)
        {
            if (ReadKind(row) is { } said && said != wanted)
                throw Another(row, $"{line.Words} with the kind {said}", wanted);
            return;
        }
        if (line is not null && line.Kind != wanted)
            throw Another(row, line.Words, wanted);
        if (
            line is null
            && wanted != ExclusionKind.Qualification
            && IdColumns.FirstOrDefault(pair => pair.Key != wanted && row.First(pair.Value) is not null && row.First(IdColumns[wanted]) is null).Value
                is { } columns
        )
            throw Another(row, $"a row with the column {row.First(columns)}", wanted);
        if (
            line is null
            && wanted == ExclusionKind.Qualification
            && IdColumns.Values.Select(row.First).FirstOrDefault(column => column is not null) is { } found
        )
            throw Another(row, $"a row with the column {found}", wanted);
    }

    /// <summary>
    /// Checks whether a person selected an ID of this kind from an object of no kind. Such an object is a finding, a learner or a row of the journal. Without
    /// its columns, the row is the mapping that its own columns show.
    /// </summary>
    /// <returns>True for such a mapping.</returns>
    public static bool IsMapping(PipedRow row, ExclusionKind? wanted) =>
        row.IsSelected
        && Find(row) is { Kind: null }
        && ByColumns(row) is null
        && (
            wanted is { } kind && IdColumns.TryGetValue(kind, out var own) ? own.Concat(AnyId) : IdColumns.Values.SelectMany(columns => columns).Concat(AnyId)
        ).Any(row.Has);

    /// <summary>Refuses a text, a number, a date or a file: it has no cells.</summary>
    /// <exception cref="PicsOnefileException">InputUnusable.</exception>
    public static void RequireRow(PipedRow row, string columns)
    {
        if (row.NoRow is { } words)
            throw ErrorKinds.InputUnusable.For(
                row.Given,
                $"This is {words}, and no row with columns. Pipe objects or rows with {columns}, or give the IDs as parameters."
            );
        if (row.Names.Count == 0)
            throw ErrorKinds.InputUnusable.For(null, $"The row has no columns. Pipe objects or rows with {columns}, or give the IDs as parameters.");
    }

    /// <summary>Makes the error that a row is about something else.</summary>
    /// <returns>The error.</returns>
    public static PicsOnefileException Another(PipedRow row, string words, ExclusionKind wanted) =>
        ErrorKinds.RowOfAnotherKind.For(
            row.Given is string text ? text : Target(row),
            $"This is {words}, and not about {Describe(wanted)}. Nothing was done with it."
        );

    private static string Describe(ExclusionKind kind) =>
        LinkType.For(kind) is { } link ? $"{Words(link.PicsWeb)} and {Words(link.Onefile)}" : Words(RecordType.Qualification);

    private static string Words(RecordType type) => Table.First(line => line.TypeName == type.JournalKind).Words;

    /// <summary>Describes the row in a few words, for errors: its first IDs.</summary>
    /// <returns>The description.</returns>
    public static string Target(PipedRow row) =>
        string.Join(", ", Ids.Where(name => row.Text(name) is not null).Take(2).Select(name => row.Text(name))) is { Length: > 0 } ids
            ? ids
            : row.TypeName ?? string.Join(", ", row.Names.Take(4));
}
