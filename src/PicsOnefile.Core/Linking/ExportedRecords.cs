using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>PICSWeb's records from an exported list, filtered, without any connection.</summary>
public static class ExportedRecords
{
    /// <summary>Reads an exported list of officers.</summary>
    /// <returns>The officers that the filter lets through.</returns>
    /// <exception cref="Errors.PicsOnefileException">The file cannot be read, or is no such list.</exception>
    public static async Task<IReadOnlyList<Officer>> OfficersAsync(
        string path,
        IReadOnlyDictionary<string, string> columns,
        RecordFilter filter,
        RunContext run
    ) =>
        [
            .. (await new ExportedLists(officers: List(path, columns, PicsWebOperation.OfficersList)).GetOfficersAsync(run).ConfigureAwait(false)).Where(row =>
                filter.Fits(row, []) && SameEmail(filter, row.Email)
            ),
        ];

    /// <summary>Reads an exported list of organisations.</summary>
    /// <returns>The organisations that the filter lets through.</returns>
    /// <exception cref="Errors.PicsOnefileException">The file cannot be read, or is no such list.</exception>
    public static async Task<IReadOnlyList<Organisation>> OrganisationsAsync(
        string path,
        IReadOnlyDictionary<string, string> columns,
        RecordFilter filter,
        RunContext run
    ) =>
        [
            .. (
                await new ExportedLists(organisations: List(path, columns, PicsWebOperation.OrganisationsList)).GetOrganisationsAsync(run).ConfigureAwait(false)
            ).Where(row => filter.Fits(row, []) && SameEmail(filter, row.Email)),
        ];

    /// <summary>Reads an exported list of qualifications.</summary>
    /// <returns>All qualifications of the file.</returns>
    /// <exception cref="Errors.PicsOnefileException">The file cannot be read, or is no such list.</exception>
    public static Task<IReadOnlyList<Qualification>> QualificationsAsync(string path, IReadOnlyDictionary<string, string> columns, RunContext run) =>
        new ExportedLists(qualifications: List(path, columns, PicsWebOperation.QualificationsList)).GetQualificationsAsync(run);

    private static ExportedList List(string path, IReadOnlyDictionary<string, string> columns, PicsWebOperation list) =>
        new(path, ColumnMap.For(ColumnMap.Validate(columns), list));

    /// <summary>Reads an exported list of learners.</summary>
    /// <returns>All learners of the file.</returns>
    /// <exception cref="Errors.PicsOnefileException">The file cannot be read, or is no such list.</exception>
    public static Task<IReadOnlyList<Learner>> LearnersAsync(string path, IReadOnlyDictionary<string, string> columns, RunContext run) =>
        new ExportedLists(learners: List(path, columns, PicsWebOperation.LearnersList)).GetLearnersAsync(run);

    private static bool SameEmail(RecordFilter filter, string? email) =>
        filter.Email is null || string.Equals(email?.Trim(), filter.Email.Trim(), StringComparison.OrdinalIgnoreCase);
}
