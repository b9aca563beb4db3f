using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Turns a tenant's records into the module's, by the names of the API map.</summary>
internal sealed class RecordMapping(ApiOperation entry)
{
    public Officer Officer(JObject record) =>
        new()
        {
            OfficerId = Exact(record, "id") ?? "",
            OfficerIdent = Exact(record, "ident") ?? "",
            FirstName = Text(record, "firstName"),
            Surname = Text(record, "surname"),
            Email = Text(record, "email"),
            Telephone = Text(record, "telephone"),
            Mobile = Text(record, "mobile"),
            Status = Status(record),
            AdditionalId = Exact(record, "additionalId"),
        };

    public Organisation Organisation(JObject record) =>
        new()
        {
            OrganisationId = Exact(record, "id") ?? "",
            OrganisationIdent = Exact(record, "ident") ?? "",
            Name = Text(record, "name") ?? "",
            Address = Address.Join(Enumerable.Range(1, 5).Select(number => Lines(record, $"address{number.ToString(CultureInfo.InvariantCulture)}"))),
            Postcode = Text(record, "postcode"),
            Telephone = Text(record, "telephone"),
            Email = Text(record, "email"),
            Website = Text(record, "website"),
            Edrs = Text(record, "edrs"),
            Status = Status(record),
            AdditionalId = Exact(record, "additionalId"),
        };

    public Qualification Qualification(JObject record) =>
        new()
        {
            QualificationId = Exact(record, "id") ?? "",
            VqReference = Exact(record, "vqReference"),
            Title = Text(record, "title") ?? "",
            Level = Text(record, "level"),
            Status = Status(record),
            HasUnits = BooleanText.Parse(Text(record, "hasUnits")),
            StandardCode = Text(record, "standardCode"),
        };

    public Learner Learner(JObject record) =>
        new()
        {
            LearnerIdent = Exact(record, "ident") ?? "",
            FirstName = Text(record, "firstName"),
            Surname = Text(record, "surname"),
            DateOfBirth = CalendarDay.Parse(Text(record, "dateOfBirth")),
            Uln = Text(record, "uln"),
            Status = Status(record),
            OnefileId = Exact(record, "oneFileId"),
            MainOfficer = Text(record, "mainOfficer"),
            Officers = Text(record, "officers"),
            OrganisationIdent = Text(record, "organisation"),
            VqReferences = References(record),
            OnefileOrganisation = Text(record, "oneFileOrganisation"),
        };

    public IntegrationSettings Integration(JObject record) =>
        new()
        {
            IntegrationEnabled = BooleanText.Parse(Text(record, "integrationEnabled")),
            Environment = EnvironmentNamed(Text(record, "environment")),
            ConnectionTest = Text(record, "connectionTest"),
            LastSynchronised = Instant(Text(record, "lastSynchronised")),
            UpdateLearnerDemographicsMode = Text(record, "updateLearnerDemographicsMode"),
            UpdateOfficerDemographicsMode = Text(record, "updateOfficerDemographicsMode"),
            UpdateOrganisationDemographicsMode = Text(record, "updateOrganisationDemographicsMode"),
            UploadReviews = BooleanText.Parse(Text(record, "uploadReviews")),
            DownloadReviews = BooleanText.Parse(Text(record, "downloadReviews")),
            VisitType = Text(record, "visitType"),
            ClassroomFromMainTag = BooleanText.Parse(Text(record, "classroomFromMainTag")),
        };

    /// <summary>Whether any of the records has the field at all.</summary>
    public bool Carries(IEnumerable<JObject> records, string field) =>
        entry.Fields.TryGetValue(field, out var name) && records.Any(record => JsonRecord.Get(record, name) is not null);

    /// <summary>Returns the text of a field, safe to show, or null.</summary>
    public string? Text(JObject record, string field) => Readable.Field(Lines(record, field));

    // The exact text is compared with the other system: an invisible character makes it another value, and is shown.
    private string? Exact(JObject record, string field) => Readable.ShowInvisible(Lines(record, field));

    private string? Lines(JObject record, string field) => entry.Fields.TryGetValue(field, out var name) ? JsonRecord.Text(record, name) : null;

    // A qualification without a reference is one of the learner's all the same, and the one that an enrolment leaves out: its place stays empty.
    private string? References(JObject record)
    {
        if (!entry.Fields.TryGetValue("qualifications", out var name))
            return null;
        var references = JsonRecord.Values(record, name).Select(token => Readable.ShowInvisible(JsonRecord.Scalar(token)?.Trim()) ?? "").ToList();
        return references.Count == 0 ? null : string.Join(",", references);
    }

    // A tenant may say live: true where another says status: "Live".
    private string? Status(JObject record) =>
        Text(record, "status") switch
        {
            "true" => "Live",
            "false" => "Dormant",
            var word => word,
        };

    // A number would be an order of words that only the tenant knows.
    private static OnefileEnvironment? EnvironmentNamed(string? name) =>
        name is not null && char.IsLetter(name[0]) && Enum.TryParse<OnefileEnvironment>(name, ignoreCase: true, out var environment) ? environment : null;

    // Without an offset a time is read as UTC: which zone a tenant writes is not known.
    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
}
