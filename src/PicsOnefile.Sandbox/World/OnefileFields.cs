using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.World;

/// <summary>
/// The fields of Onefile's records, with the names of onefile-api.md. The tables drive the wire, the updates, the CSV folder and /twin alike.
/// </summary>
public static class OnefileFields
{
    public static readonly IReadOnlyList<Field<Centre>> Centres =
    [
        new("ID", FieldUse.Read, centre => centre.Id, null, "integer"),
        new("Name", FieldUse.Read, centre => centre.Name, (centre, text) => centre.Name = text),
        new("AssignedStandards", FieldUse.Folder, centre => centre.AssignedStandards.Select(id => id.ToString(CultureInfo.InvariantCulture)), SetAssigned),
    ];

    public static readonly IReadOnlyList<Field<OnefileUser>> Users =
    [
        new("ID", FieldUse.Read, user => user.Id, null, "integer"),
        new("Username", FieldUse.Folder | FieldUse.Detail, user => user.Username, (user, text) => user.Username = text),
        new("FirstName", FieldUse.All, user => user.FirstName, (user, text) => user.FirstName = text),
        new("LastName", FieldUse.All, user => user.LastName, (user, text) => user.LastName = text),
        new("MISID", FieldUse.All, user => user.MisId, (user, text) => user.MisId = text),
        new("Email", FieldUse.DetailWrite, user => user.Email, (user, text) => user.Email = text),
        new("Telephone", FieldUse.DetailWrite, user => user.Telephone, (user, text) => user.Telephone = text),
        new("MobileNumber", FieldUse.DetailWrite, user => user.MobileNumber, (user, text) => user.MobileNumber = text),
        new("Role", FieldUse.Folder | FieldUse.Detail, user => user.Role, (user, text) => user.Role = WireValue.Number(text) ?? user.Role, "integer"),
        new(
            "OrganisationID",
            FieldUse.Folder | FieldUse.Detail,
            user => user.CentreId,
            (user, text) => user.CentreId = WireValue.Number(text) ?? user.CentreId,
            "integer"
        ),
        new("PlacementID", FieldUse.DetailWrite, user => user.PlacementId, (user, text) => user.PlacementId = WireValue.Reference(text), "integer"),
        new("ClassroomID", FieldUse.DetailWrite, user => user.ClassroomId, (user, text) => user.ClassroomId = WireValue.Reference(text), "integer"),
        new(
            "DefaultAssessorID",
            FieldUse.DetailWrite,
            user => user.DefaultAssessorId,
            (user, text) => user.DefaultAssessorId = WireValue.Reference(text),
            "integer"
        ),
        new(
            "DefaultEmployerID",
            FieldUse.DetailWrite,
            user => user.DefaultEmployerId,
            (user, text) => user.DefaultEmployerId = WireValue.Reference(text),
            "integer"
        ),
        new(
            "DateOfBirth",
            FieldUse.DetailWrite,
            user => BritishTime.Midnight(user.DateOfBirth),
            (user, text) => user.DateOfBirth = BritishTime.DateOf(text),
            IsDate: true
        ),
        new(
            "DOB",
            FieldUse.Detail | FieldUse.Write,
            user => BritishTime.Midnight(user.DateOfBirth),
            (user, text) => user.DateOfBirth = BritishTime.DateOf(text),
            IsDate: true
        ),
        new("ULN", FieldUse.DetailWrite, user => user.Uln, (user, text) => user.Uln = text),
        new("StartOn", FieldUse.DetailWrite, user => BritishTime.Midnight(user.StartOn), (user, text) => user.StartOn = BritishTime.DateOf(text), IsDate: true),
        new(
            "PlannedEndDate",
            FieldUse.DetailWrite,
            user => BritishTime.Midnight(user.PlannedEndDate),
            (user, text) => user.PlannedEndDate = BritishTime.DateOf(text),
            IsDate: true
        ),
        new("EpisodeName", FieldUse.DetailWrite, user => user.EpisodeName, (user, text) => user.EpisodeName = text),
        new("HomeAddress", FieldUse.DetailWrite, user => user.HomeAddress, (user, text) => user.HomeAddress = text),
        new("LastModified", FieldUse.Folder | FieldUse.Detail, user => user.LastModified, (user, text) => user.LastModified = WireValue.MomentOf(text)),
        new("LastLogin", FieldUse.Folder | FieldUse.Detail, user => user.LastLogin, (user, text) => user.LastLogin = WireValue.MomentOf(text)),
        new("Archived", FieldUse.Folder, user => user.Archived, (user, text) => user.Archived = WireValue.Flag(text), "boolean"),
    ];

    public static readonly IReadOnlyList<Field<Placement>> Placements =
    [
        new("ID", FieldUse.Read, placement => placement.Id, null, "integer"),
        new("Name", FieldUse.All, placement => placement.Name, (placement, text) => placement.Name = text),
        new(
            "OrganisationID",
            FieldUse.Folder | FieldUse.Detail,
            placement => placement.CentreId,
            (placement, text) => placement.CentreId = WireValue.Number(text) ?? placement.CentreId,
            "integer"
        ),
        new("Address", FieldUse.DetailWrite, placement => placement.Address, (placement, text) => placement.Address = text),
        new("Active", FieldUse.DetailWrite, placement => placement.Active, (placement, text) => placement.Active = WireValue.Flag(text), "boolean"),
        new("Contact", FieldUse.DetailWrite, placement => placement.Contact, (placement, text) => placement.Contact = text),
        new("Email", FieldUse.DetailWrite, placement => placement.Email, (placement, text) => placement.Email = text),
        new("Telephone", FieldUse.DetailWrite, placement => placement.Telephone, (placement, text) => placement.Telephone = text),
        new("Web", FieldUse.DetailWrite, placement => placement.Web, (placement, text) => placement.Web = text),
        new("MISID", FieldUse.All, placement => placement.MisId, (placement, text) => placement.MisId = text),
        new(
            "LastModified",
            FieldUse.Folder | FieldUse.Detail,
            placement => placement.LastModified,
            (placement, text) => placement.LastModified = WireValue.MomentOf(text)
        ),
    ];

    public static readonly IReadOnlyList<Field<Classroom>> Classrooms =
    [
        new("ID", FieldUse.Read, classroom => classroom.Id, null, "integer"),
        new("Name", FieldUse.All, classroom => classroom.Name, (classroom, text) => classroom.Name = text),
        new("MISID", FieldUse.All, classroom => classroom.MisId, (classroom, text) => classroom.MisId = text),
        new(
            "OrganisationID",
            FieldUse.Folder | FieldUse.Detail,
            classroom => classroom.CentreId,
            (classroom, text) => classroom.CentreId = WireValue.Number(text) ?? classroom.CentreId,
            "integer"
        ),
    ];

    public static readonly IReadOnlyList<Field<Standard>> Standards =
    [
        new("ID", FieldUse.Read, standard => standard.Id, null, "integer"),
        new("Title", FieldUse.Read, standard => standard.Title, (standard, text) => standard.Title = text),
        new("Code", FieldUse.Folder, standard => standard.Code, (standard, text) => standard.Code = text),
    ];

    public static readonly IReadOnlyList<Field<Unit>> Units =
    [
        new("ID", FieldUse.Read, unit => unit.Id),
        new("Title", FieldUse.Read, unit => unit.Title, (unit, text) => unit.Title = text),
        new("NDAQCode", FieldUse.Read, unit => unit.NdaqCode, (unit, text) => unit.NdaqCode = text),
        new("Display", FieldUse.Read, unit => unit.Display, (unit, text) => unit.Display = text),
        new("StandardID", FieldUse.Folder | FieldUse.Detail, unit => unit.StandardId, (unit, text) => unit.StandardId = WireValue.Number(text) ?? 0, "integer"),
    ];

    public static readonly IReadOnlyList<Field<LearningAim>> LearningAims =
    [
        new("ID", FieldUse.Read, aim => aim.Id, null, "integer"),
        new("StandardID", FieldUse.Read, aim => aim.StandardId, (aim, text) => aim.StandardId = WireValue.Number(text) ?? 0, "integer"),
        new("UserID", FieldUse.Read, aim => aim.UserId, (aim, text) => aim.UserId = WireValue.Number(text) ?? 0, "integer"),
        new("Status", FieldUse.All, aim => aim.Status, (aim, text) => aim.Status = WireValue.Number(text) ?? aim.Status, "integer"),
        new("Progress", FieldUse.Read, aim => aim.Progress, (aim, text) => aim.Progress = WireValue.Number(text) ?? 0, "integer"),
        new(
            "StartDate",
            FieldUse.DetailWrite,
            aim => BritishTime.Midnight(aim.StartDate),
            (aim, text) => aim.StartDate = BritishTime.DateOf(text),
            IsDate: true
        ),
        new(
            "PlannedEnd",
            FieldUse.DetailWrite,
            aim => BritishTime.Midnight(aim.PlannedEnd),
            (aim, text) => aim.PlannedEnd = BritishTime.DateOf(text),
            IsDate: true
        ),
        new("RegistrationNumber", FieldUse.DetailWrite, aim => aim.RegistrationNumber, (aim, text) => aim.RegistrationNumber = text),
        new(
            "RegistrationDate",
            FieldUse.DetailWrite,
            aim => BritishTime.Midnight(aim.RegistrationDate),
            (aim, text) => aim.RegistrationDate = BritishTime.DateOf(text),
            IsDate: true
        ),
        new(
            "CertificateAppliedDate",
            FieldUse.DetailWrite,
            aim => BritishTime.Midnight(aim.CertificateAppliedDate),
            (aim, text) => aim.CertificateAppliedDate = BritishTime.DateOf(text),
            IsDate: true
        ),
        new(
            "AchievedDate",
            FieldUse.DetailWrite,
            aim => BritishTime.Midnight(aim.AchievedDate),
            (aim, text) => aim.AchievedDate = BritishTime.DateOf(text),
            IsDate: true
        ),
        new("Units", FieldUse.Folder, aim => aim.Units, SetUnits),
    ];

    private static void SetUnits(LearningAim aim, string text)
    {
        aim.Units.Clear();
        aim.Units.AddRange(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void SetAssigned(Centre centre, string text)
    {
        centre.AssignedStandards.Clear();
        centre.AssignedStandards.AddRange(
            text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WireValue.Number).OfType<int>()
        );
    }
}
