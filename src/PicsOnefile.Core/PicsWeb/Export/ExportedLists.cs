using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>PICSWeb read from the lists that people export on its screens, for tenants without the API or without parts of it.</summary>
/// <remarks>Every call reads the file anew, so that a newer export is seen. 100,000 rows take about a second.</remarks>
/// <param name="officers">The list of officers, or null.</param>
/// <param name="organisations">The list of organisations, or null.</param>
/// <param name="qualifications">The list of qualifications, or null.</param>
/// <param name="learners">The list of learners, or null.</param>
public sealed class ExportedLists(
    ExportedList? officers = null,
    ExportedList? organisations = null,
    ExportedList? qualifications = null,
    ExportedList? learners = null
) : IPicsWebReader
{
    /// <summary>Whether a list was given.</summary>
    /// <param name="list">OfficersList, OrganisationsList, QualificationsList or LearnersList; of any other there is none.</param>
    public bool Has(PicsWebOperation list) => Find(list) is not null;

    /// <summary>The file of a list and the columns by which it is read; null where no list was given.</summary>
    public ListSource? SourceOf(PicsWebOperation list) => Find(list) is { } given ? new(DescribeColumns(given), Path.GetFullPath(given.Path)) : null;

    /// <summary>
    /// Looks at each list's headings, before anything is asked of a system: whether its file is there, is a table, and is the list that it was given as.
    /// </summary>
    /// <param name="mayBeMissing">Files that are not there are a warning, for a nightly export may write them yet.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="PicsOnefileException">FileNotFound, FileUnreadable, CsvInvalid, ListOfAnotherKind.</exception>
    public void Check(bool mayBeMissing, RunContext run)
    {
        foreach (
            var (list, kind) in new[]
            {
                (officers, ListKinds.Officers),
                (organisations, ListKinds.Organisations),
                (qualifications, ListKinds.Qualifications),
                (learners, ListKinds.Learners),
            }
        )
        {
            if (list is null)
                continue;
            if (mayBeMissing && AbandonableWork.Run(() => !File.Exists(list.Path) && !Directory.Exists(list.Path), run.Cancellation))
                run.Log.Warning($"There is no file {list.Path} yet: the list of {kind.Name(run.Terms)} can be read when it is there.");
            else
                new ListReader(list, kind, run).Check();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Officer>> GetOfficersAsync(RunContext run) =>
        ReadAsync(PicsWebOperation.OfficersList, ListKinds.Officers, run, rows => rows.Select(ToOfficer));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Organisation>> GetOrganisationsAsync(RunContext run) =>
        ReadAsync(PicsWebOperation.OrganisationsList, ListKinds.Organisations, run, rows => rows.Select(ToOrganisation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Qualification>> GetQualificationsAsync(RunContext run) =>
        ReadAsync(PicsWebOperation.QualificationsList, ListKinds.Qualifications, run, ToQualifications);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Learner>> GetLearnersAsync(RunContext run) =>
        ReadAsync(PicsWebOperation.LearnersList, ListKinds.Learners, run, rows => rows.Select(ToLearner));

    // The same file by other columns is another list.
    private static string DescribeColumns(ExportedList list)
    {
        var columns = (list.Columns ?? new Dictionary<string, string>()).OrderBy(column => column.Key, StringComparer.OrdinalIgnoreCase);
        return $"Exported list {string.Join("; ", columns.Select(column => $"{column.Key} = {column.Value}"))}".TrimEnd();
    }

    private ExportedList? Find(PicsWebOperation operation) =>
        operation switch
        {
            PicsWebOperation.OfficersList => officers,
            PicsWebOperation.OrganisationsList => organisations,
            PicsWebOperation.QualificationsList => qualifications,
            PicsWebOperation.LearnersList => learners,
            _ => null,
        };

    // The file is read on a thread of the pool, so that the caller's thread stays free to stop the run.
    private Task<IReadOnlyList<T>> ReadAsync<T>(PicsWebOperation operation, ListKind kind, RunContext run, Func<IReadOnlyList<ListRow>, IEnumerable<T>> read)
        where T : DatedRecord
    {
        var list = Find(operation) ?? throw ErrorKinds.ApiMissing.For(operation, $"No exported list of {kind.Name(run.Terms)} was given.");
        return Task.Run<IReadOnlyList<T>>(
            () =>
            {
                var reader = new ListReader(list, kind, run);
                DatedRecord[] records = [.. read(reader.Read())];
                reader.WarnOfInvalidDates();
                // Before or after the rows: somebody who writes the file meanwhile makes it another one.
                var writtenAt = FileIdentity.FindWriteTime(list.Path);
                return [.. records.Select(record => (T)(record with { AsOf = writtenAt }))];
            },
            run.Cancellation
        );
    }

    private static Officer ToOfficer(ListRow row) =>
        new()
        {
            OfficerIdent = row.Exact("OfficerIdent")!,
            FirstName = row["FirstName"],
            Surname = row["Surname"],
            Email = row["Email"],
            Telephone = row["Telephone"],
            Mobile = row["Mobile"],
            Status = row.Status("Status"),
            AdditionalId = row.Exact("AdditionalId"),
        };

    private static Organisation ToOrganisation(ListRow row) =>
        new()
        {
            OrganisationIdent = row.Exact("OrganisationIdent")!,
            Name = row.Joined("Name") ?? "",
            Address = Address.Join(Enumerable.Range(1, 5).Select(number => row.Lines($"Address{number}"))),
            Postcode = row["Postcode"],
            Telephone = row["Telephone"],
            Email = row["Email"],
            Website = row["Website"],
            Edrs = row["Edrs"],
            Status = row.Status("Status"),
            AdditionalId = row.Exact("AdditionalId"),
        };

    private static IEnumerable<Qualification> ToQualifications(IReadOnlyList<ListRow> rows)
    {
        var keys = new QualificationKeys(rows);
        return rows.Select(row => new Qualification
        {
            QualificationId = keys.For(row),
            VqReference = row.Exact("VqReference"),
            Title = row.Joined("Title") ?? "",
            Level = row["Level"],
            Status = row.Status("Status"),
            HasUnits = row.Flag("HasUnits"),
            StandardCode = row["StandardCode"],
        });
    }

    // Several in one cell are separated as the user chose; neither Idents nor references hold a comma or a semicolon.
    private static string? NormaliseSeparators(string? cell) => cell is null ? null : string.Join(",", cell.Split(',', ';').Select(part => part.Trim()));

    private static Learner ToLearner(ListRow row) =>
        new()
        {
            LearnerIdent = row.Exact("LearnerIdent")!,
            FirstName = row["FirstName"],
            Surname = row["Surname"],
            DateOfBirth = row.Date("DateOfBirth"),
            Uln = row["Uln"],
            Status = row["Status"],
            OnefileId = row.Exact("OnefileId"),
            MainOfficer = row["MainOfficer"],
            Officers = NormaliseSeparators(row.Joined("Officers")),
            OrganisationIdent = row.Exact("OrganisationIdent"),
            VqReferences = NormaliseSeparators(row.Joined("VqReferences")),
            OnefileOrganisation = row["OnefileOrganisation"],
        };
}
