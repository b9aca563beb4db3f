using System.Linq;

namespace PicsOnefile.Onefile;

/// <summary>Maps Onefile's responses to the module's records. A missing property keeps the value of the search row.</summary>
internal static class OnefileRecords
{
    public static Centre Centre(string id, OnefileRow row) => new() { CentreId = id, Name = row.Text("Name") ?? "" };

    public static Assessor Assessor(string id, OnefileRow answer, Assessor row)
    {
        var centreId = answer.Text("OrganisationID", "CentreID") ?? row.CentreId;
        return row with
        {
            AssessorId = id,
            FirstName = TextOrPrevious(answer, row.FirstName, "FirstName"),
            LastName = TextOrPrevious(answer, row.LastName, "LastName"),
            Email = TextOrPrevious(answer, row.Email, "Email"),
            Telephone = TextOrPrevious(answer, row.Telephone, "Telephone", "MobileNumber", "Mobile"),
            MisId = answer.Exact("MISID") ?? (answer.Has("MISID") ? null : row.MisId),
            Role = Role(answer) ?? row.Role,
            CentreId = centreId,
            CentreName = centreId == row.CentreId ? row.CentreName : null,
            Archived = ArchivedFlag.IsArchived(answer) ?? row.Archived,
            LastModified = answer.Time("LastModified") ?? row.LastModified,
        };
    }

    public static Placement Placement(string id, OnefileRow answer, Placement row)
    {
        var centreId = answer.Text("OrganisationID", "CentreID") ?? row.CentreId;
        var address = PostalAddress.From(answer);
        return row with
        {
            PlacementId = id,
            Name = TextOrPrevious(answer, row.Name, "Name") ?? "",
            Address = address.Lines ?? row.Address,
            Postcode = address.Postcode ?? row.Postcode,
            Email = TextOrPrevious(answer, row.Email, "Email"),
            Telephone = TextOrPrevious(answer, row.Telephone, "Telephone"),
            Website = TextOrPrevious(answer, row.Website, "Web", "Website"),
            MisId = answer.Exact("MISID") ?? (answer.Has("MISID") ? null : row.MisId),
            Active = !ArchivedFlag.IsArchived(answer) ?? row.Active,
            CentreId = centreId,
            CentreName = centreId == row.CentreId ? row.CentreName : null,
        };
    }

    public static OnefileLearner Learner(string id, OnefileRow answer, OnefileLearner row) =>
        row with
        {
            OnefileId = id,
            FirstName = TextOrPrevious(answer, row.FirstName, "FirstName"),
            LastName = TextOrPrevious(answer, row.LastName, "LastName"),
            MisId = answer.Exact("MISID") ?? (answer.Has("MISID") ? null : row.MisId),
            Uln = TextOrPrevious(answer, row.Uln, "ULN", "UniqueLearnerNumber"),
            DateOfBirth = answer.Day("DateOfBirth", "DOB") ?? row.DateOfBirth,
            CentreId = answer.Text("OrganisationID", "CentreID") ?? row.CentreId,
            Archived = ArchivedFlag.IsArchived(answer) ?? row.Archived,
        };

    public static LearningAim LearningAim(string id, OnefileRow answer, string centreId)
    {
        var title = answer.Text("Title", "Name") ?? "";
        var code = LearningAimCode.From(answer, title);
        return new()
        {
            StandardId = id,
            Title = title,
            Code = code?.Code,
            StandardCode = code?.StandardCode,
            Component = code?.Component,
            CentreId = centreId,
        };
    }

    private static string? TextOrPrevious(OnefileRow answer, string? before, params string[] names) =>
        answer.Text(names) ?? (names.Any(answer.Has) ? null : before);

    private static int? Role(OnefileRow answer) => answer.Number("Role") is >= 0 and <= int.MaxValue and { } role ? (int)role : null;
}
