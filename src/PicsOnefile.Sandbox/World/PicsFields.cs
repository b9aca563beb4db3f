using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.World;

/// <summary>The fields of PICSWeb's records, with the names of the default API map in picsweb-api.md.</summary>
public static class PicsFields
{
    public static readonly IReadOnlyList<Field<Officer>> Officers =
    [
        new("id", FieldUse.Read, officer => officer.Id, null, "integer"),
        new("ident", FieldUse.Read, officer => officer.Ident),
        new("firstName", FieldUse.All, officer => officer.FirstName, (officer, text) => officer.FirstName = text),
        new("surname", FieldUse.All, officer => officer.Surname, (officer, text) => officer.Surname = text),
        new("email", FieldUse.All, officer => officer.Email, (officer, text) => officer.Email = text),
        new("telephone", FieldUse.All, officer => officer.Telephone, (officer, text) => officer.Telephone = text),
        new("mobile", FieldUse.All, officer => officer.Mobile, (officer, text) => officer.Mobile = text),
        new("mainOrganisation", FieldUse.All, officer => officer.MainOrganisation, (officer, text) => officer.MainOrganisation = text),
        new("status", FieldUse.All, officer => officer.Status, (officer, text) => officer.Status = text),
        new("additionalId", FieldUse.All, officer => officer.AdditionalId, (officer, text) => officer.AdditionalId = text),
    ];

    public static readonly IReadOnlyList<Field<Organisation>> Organisations =
    [
        new("id", FieldUse.Read, organisation => organisation.Id, null, "integer"),
        new("ident", FieldUse.Read, organisation => organisation.Ident),
        new("name", FieldUse.All, organisation => organisation.Name, (organisation, text) => organisation.Name = text),
        new("address1", FieldUse.All, organisation => organisation.Address1, (organisation, text) => organisation.Address1 = text),
        new("address2", FieldUse.All, organisation => organisation.Address2, (organisation, text) => organisation.Address2 = text),
        new("address3", FieldUse.All, organisation => organisation.Address3, (organisation, text) => organisation.Address3 = text),
        new("address4", FieldUse.All, organisation => organisation.Address4, (organisation, text) => organisation.Address4 = text),
        new("address5", FieldUse.All, organisation => organisation.Address5, (organisation, text) => organisation.Address5 = text),
        new("postcode", FieldUse.All, organisation => organisation.Postcode, (organisation, text) => organisation.Postcode = text),
        new("telephone", FieldUse.All, organisation => organisation.Telephone, (organisation, text) => organisation.Telephone = text),
        new("email", FieldUse.All, organisation => organisation.Email, (organisation, text) => organisation.Email = text),
        new("website", FieldUse.All, organisation => organisation.Website, (organisation, text) => organisation.Website = text),
        new("edrs", FieldUse.All, organisation => organisation.Edrs, (organisation, text) => organisation.Edrs = text),
        new("status", FieldUse.All, organisation => organisation.Status, (organisation, text) => organisation.Status = text),
        new("additionalId", FieldUse.All, organisation => organisation.AdditionalId, (organisation, text) => organisation.AdditionalId = text),
    ];

    public static readonly IReadOnlyList<Field<Qualification>> Qualifications =
    [
        new("id", FieldUse.Read, qualification => qualification.Id, null, "integer"),
        new("vqReference", FieldUse.All, qualification => qualification.VqReference, (qualification, text) => qualification.VqReference = text),
        new("title", FieldUse.All, qualification => qualification.Title, (qualification, text) => qualification.Title = text),
        new("level", FieldUse.All, qualification => qualification.Level, (qualification, text) => qualification.Level = text),
        new("status", FieldUse.All, qualification => qualification.Status, (qualification, text) => qualification.Status = text),
        new(
            "hasUnits",
            FieldUse.Read,
            qualification => qualification.HasUnits,
            (qualification, text) => qualification.HasUnits = WireValue.Flag(text),
            "boolean"
        ),
        new("standardCode", FieldUse.All, qualification => qualification.StandardCode, (qualification, text) => qualification.StandardCode = text),
    ];

    /// <summary>A learner's fields. Qualifications are IDs here; the wire shows VQ References (see <see cref="Wire"/>).</summary>
    public static readonly IReadOnlyList<Field<PicsLearner>> Learners =
    [
        new("id", FieldUse.Read, learner => learner.Id, null, "integer"),
        new("ident", FieldUse.Read, learner => learner.Ident),
        new("firstName", FieldUse.Read, learner => learner.FirstName, (learner, text) => learner.FirstName = text),
        new("surname", FieldUse.Read, learner => learner.Surname, (learner, text) => learner.Surname = text),
        new("dateOfBirth", FieldUse.Read, learner => learner.DateOfBirth, (learner, text) => learner.DateOfBirth = WireValue.Date(text)),
        new("uln", FieldUse.Read, learner => learner.Uln, (learner, text) => learner.Uln = text),
        new("status", FieldUse.Read, learner => learner.Status, (learner, text) => learner.Status = text),
        new("oneFileId", FieldUse.All, learner => learner.OneFileId, (learner, text) => learner.OneFileId = text),
        new("oneFileOrganisation", FieldUse.Read, learner => learner.CentreId, (learner, text) => learner.CentreId = WireValue.Number(text) ?? 0, "integer"),
        new("mainOfficer", FieldUse.Read, learner => learner.MainOfficer, (learner, text) => learner.MainOfficer = text),
        new("officers", FieldUse.Read, learner => learner.Officers, (learner, text) => Replace(learner.Officers, Parts(text)), "array"),
        new("organisation", FieldUse.Read, learner => learner.Organisation, (learner, text) => learner.Organisation = text),
        new(
            "qualifications",
            FieldUse.Folder,
            learner => learner.Qualifications.Select(id => id.ToString(CultureInfo.InvariantCulture)),
            (learner, text) => Replace(learner.Qualifications, Parts(text).Select(WireValue.Number).OfType<int>()),
            "array"
        ),
    ];

    public static readonly IReadOnlyList<Field<IntegrationSettings>> Integration =
    [
        new("integrationEnabled", FieldUse.DetailWrite, settings => settings.Enabled, (settings, text) => settings.Enabled = WireValue.Flag(text), "boolean"),
        new("environment", FieldUse.DetailWrite, settings => settings.Environment, (settings, text) => settings.Environment = text),
        new("lastSynchronised", FieldUse.Folder | FieldUse.Detail, settings => settings.LastSynchronised),
        new(
            "updateLearnerDemographicsMode",
            FieldUse.DetailWrite,
            settings => settings.UpdateLearnerDemographicsMode,
            (settings, text) => settings.UpdateLearnerDemographicsMode = text
        ),
        new(
            "updateOfficerDemographicsMode",
            FieldUse.DetailWrite,
            settings => settings.UpdateOfficerDemographicsMode,
            (settings, text) => settings.UpdateOfficerDemographicsMode = text
        ),
        new(
            "updateOrganisationDemographicsMode",
            FieldUse.DetailWrite,
            settings => settings.UpdateOrganisationDemographicsMode,
            (settings, text) => settings.UpdateOrganisationDemographicsMode = text
        ),
        new(
            "uploadReviews",
            FieldUse.DetailWrite,
            settings => settings.UploadReviews,
            (settings, text) => settings.UploadReviews = WireValue.Flag(text),
            "boolean"
        ),
        new(
            "downloadReviews",
            FieldUse.DetailWrite,
            settings => settings.DownloadReviews,
            (settings, text) => settings.DownloadReviews = WireValue.Flag(text),
            "boolean"
        ),
        new("visitType", FieldUse.DetailWrite, settings => settings.VisitType, (settings, text) => settings.VisitType = text),
        new(
            "classroomFromMainTag",
            FieldUse.DetailWrite,
            settings => settings.ClassroomFromMainTag,
            (settings, text) => settings.ClassroomFromMainTag = WireValue.Flag(text),
            "boolean"
        ),
    ];

    /// <summary>The VQ References of a learner's qualifications, in the learner's order.</summary>
    public static IEnumerable<string> Wire(TwinWorld world, PicsLearner learner) =>
        learner.Qualifications.Where(world.Qualifications.ContainsKey).Select(id => world.Qualifications[id].VqReference);

    private static string[] Parts(string text) => text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Replace<T>(List<T> list, IEnumerable<T> items)
    {
        list.Clear();
        list.AddRange(items);
    }
}
