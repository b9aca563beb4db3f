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
    /// <summary>Officers.</summary>
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

    /// <summary>Organisations.</summary>
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

    /// <summary>Qualifications.</summary>
    public static Task<IReadOnlyList<Qualification>> QualificationsAsync(string path, IReadOnlyDictionary<string, string> columns, RunContext run) =>
        new ExportedLists(qualifications: List(path, columns, PicsWebOperation.QualificationsList)).GetQualificationsAsync(run);

    private static ExportedList List(string path, IReadOnlyDictionary<string, string> columns, PicsWebOperation list) =>
        new(path, ColumnMap.For(ColumnMap.Validate(columns), list));

    /// <summary>Learners.</summary>
    public static Task<IReadOnlyList<Learner>> LearnersAsync(string path, IReadOnlyDictionary<string, string> columns, RunContext run) =>
        new ExportedLists(learners: List(path, columns, PicsWebOperation.LearnersList)).GetLearnersAsync(run);

    private static bool SameEmail(RecordFilter filter, string? email) =>
        filter.Email is null || string.Equals(email?.Trim(), filter.Email.Trim(), StringComparison.OrdinalIgnoreCase);
}
