using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>The table of headings. Users choose and rename the columns of a list, so each field has the names of the screens and the usual variants.</summary>
/// <remarks>The headings other than those on PICSWeb's screens are assumptions; a column map replaces them.</remarks>
internal static class ListKinds
{
    private static readonly string[] AdditionalId = ["Additional ID", "Other System ID", "OneFile ID", "Additional Identifier", "Other ID"];
    private static readonly string[] FirstName = ["First Names", "First Name", "Forename", "Forenames", "Forename(s)", "Given Name", "Given Names"];
    private static readonly string[] Surname = ["Surname", "Last Name", "Family Name"];
    private static readonly string[] Email = ["Email", "E-mail", "Email Address", "E-mail Address", "Work Email"];
    private static readonly string[] Telephone = ["Telephone", "Telephone Number", "Tel", "Tel No", "Phone", "Phone Number", "Work Telephone"];
    private static readonly string[] Status = ["Status", "Live", "Active", "Record Status"];

    // A list without any of these is no learners' list: an organisations' list may have a contact's names and a main officer.
    private static readonly string[] IdentsOfLearners =
    [
        "Ident",
        "Learner Ident",
        "Learner Code",
        "Learner Reference",
        "Learner Ref",
        "Trainee Ident",
        "Code",
        "Learner ID",
    ];

    /// <summary>Officers.</summary>
    public static ListKind Officers { get; } =
        new(
            terms => terms.Officer.Many,
            "OfficerIdent",
            row => row["OfficerIdent"],
            "AdditionalId",
            [
                new("OfficerIdent", true, ["Ident", "Officer Ident", "Officer Code", "Code", "Officer ID"]),
                new("FirstName", false, FirstName),
                new("Surname", true, [.. Surname, "Officer Surname"]),
                new("Email", false, Email),
                new("Telephone", false, Telephone),
                new("Mobile", false, ["Mobile", "Mobile Number", "Mobile Telephone", "Mobile Phone", "Mobile No"]),
                new("Status", false, [.. Status, "Officer Status"]),
                new("AdditionalId", false, AdditionalId),
            ]
        );

    /// <summary>Organisations.</summary>
    public static ListKind Organisations { get; } =
        new(
            terms => terms.Organisation.Many,
            "OrganisationIdent",
            row => row["OrganisationIdent"],
            "AdditionalId",
            [
                new(
                    "OrganisationIdent",
                    true,
                    ["Ident", "Organisation Ident", "Organisation Code", "Placement Code", "Employer Code", "Code", "Organisation ID"]
                ),
                new("Name", true, ["Name", "Organisation Name", "Organisation", "Placement Name", "Employer Name"]),
                new("Address1", false, ["Address 1", "Address Line 1", "Address", "Add 1"]),
                new("Address2", false, ["Address 2", "Address Line 2", "Add 2"]),
                new("Address3", false, ["Address 3", "Address Line 3", "Add 3", "Town"]),
                new("Address4", false, ["Address 4", "Address Line 4", "Add 4", "County"]),
                new("Address5", false, ["Address 5", "Address Line 5", "Add 5", "Country"]),
                new("Postcode", false, ["Postcode", "Post Code", "Postal Code"]),
                new("Telephone", false, Telephone),
                new("Email", false, Email),
                new("Website", false, ["Website", "Web", "Web Address", "Web Site", "URL"]),
                new("Edrs", false, ["EDRS", "ERN", "EDRS Number", "EDRS No", "EDS Number", "Employer Reference Number", "Employer Number"]),
                new("Status", false, [.. Status, "Organisation Status"]),
                new("AdditionalId", false, AdditionalId),
            ]
        );

    /// <summary>Qualifications.</summary>
    public static ListKind Qualifications { get; } =
        new(
            _ => "qualifications",
            "Title",
            QualificationKeys.Identity,
            null,
            [
                new("QualificationId", false, ["Qualification ID", "Qualification Code", "Ident", "ID", "Code"]),
                new("VqReference", true, ["VQ Reference", "VQ Ref", "VQ Reference Number", "Qualification Reference", "VQ Code"]),
                new("Title", true, ["Title", "Qualification Title", "Qualification", "Qualification Name", "Name", "Description"]),
                new("Level", false, ["Level", "Qualification Level", "NVQ Level"]),
                new("Status", false, [.. Status, "Qualification Status"]),
                new("HasUnits", false, ["Has Units", "Units Attached", "Units", "Number of Units", "Unit Count"]),
                new("StandardCode", false, ["Standard Code", "LARS Code", "LARS Standard Code", "Standard", "Apprenticeship Standard Code"]),
            ]
        );

    /// <summary>Learners.</summary>
    public static ListKind Learners { get; } =
        new(
            _ => "learners",
            "LearnerIdent",
            row => row["LearnerIdent"],
            null,
            [
                new("LearnerIdent", true, IdentsOfLearners),
                new("FirstName", false, FirstName),
                new("Surname", true, Surname),
                new("DateOfBirth", false, ["Date of Birth", "DOB", "Birth Date", "D.O.B."]),
                new("Uln", false, ["ULN", "Unique Learner Number", "Learner ULN"]),
                new("Status", false, [.. Status, "Learner Status"]),
                new("OnefileId", false, ["OneFile ID", "Onefile Learner ID", "Additional ID", "Other System ID"]),
                new("MainOfficer", false, ["Main Officer", "Main Officer Ident", "Main Officer Code", "Officer", "Officer Ident", "Officer Code", "Assessor"]),
                new("Officers", false, ["Officers", "All Officers", "Officer Idents", "Officer Codes"]),
                new("OrganisationIdent", false, ["Organisation", "Organisation Ident", "Organisation Code", "Placement", "Placement Code", "Employer Code"]),
                new("VqReferences", false, ["VQ References", "VQ Reference", "Qualifications", "VQ Refs"]),
                new("OnefileOrganisation", false, ["OneFile Organisation", "OneFile Centre", "Onefile Centre Name", "OneFile Organisation ID"]),
            ]
        );

    // Columns that the lists of people alone have, and of them the learners' alone; an officers' list may say at which organisation a contact is.
    private static readonly string[] OfLearners =
    [
        "ULN",
        "Unique Learner Number",
        "Learner ULN",
        "Date of Birth",
        "DOB",
        "Birth Date",
        "Learner Ident",
        "Learner Code",
        "Learner Reference",
        "Learner Ref",
        "Learner ID",
        "Learner Status",
        "Trainee Ident",
        "Main Officer",
        "Main Officer Ident",
        "Main Officer Code",
        "Officers",
        "All Officers",
        "VQ References",
        "OneFile Organisation",
        "OneFile Centre",
    ];

    private static readonly string[] MaybeOfLearners =
    [
        "Organisation",
        "Organisation Ident",
        "Organisation Code",
        "Placement",
        "Placement Code",
        "Employer Code",
        "OneFile ID",
        "VQ Reference",
        "Officer",
        "Assessor",
    ];
    private static readonly string[] OfOfficers =
    [
        .. Email,
        .. Telephone,
        "Mobile",
        "Mobile Number",
        "Officer Ident",
        "Officer Code",
        "Officer Surname",
        "Officer Status",
        "Other System ID",
    ];
    private static readonly string[] OfOrganisations =
    [
        "Organisation Name",
        "Employer Name",
        "Placement Name",
        "Address 1",
        "Address Line 1",
        "Address",
        "Postcode",
        "Post Code",
        "EDRS",
        "ERN",
        "EDRS Number",
        "Website",
    ];
    private static readonly string[] OfQualifications = ["VQ Reference", "VQ Ref", "VQ Reference Number", "Qualification Reference", "VQ Code"];

    private static readonly HashSet<string> Known =
    [
        .. new[] { Officers, Organisations, Qualifications, Learners }
            .SelectMany(kind => kind.Columns)
            .SelectMany(column => column.Headings)
            .Select(TableFile.Plain),
    ];

    /// <summary>Whether a row may be headings of a list: its first cell is one.</summary>
    /// <param name="cells">The row.</param>
    public static bool MayBeHeadings(IReadOnlyList<string> cells) =>
        cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) is { } first && Known.Contains(TableFile.Plain(first));

    /// <summary>Which list it is by its headings; null where they do not say it.</summary>
    /// <param name="heading">The headings.</param>
    public static ListKind? Recognise(string[] heading)
    {
        bool Any(string[] known) => System.Array.Exists(known, name => TableFile.Holds(heading, name));
        if (Any(Surname) || Any(FirstName))
            return Any(OfLearners) && Any(IdentsOfLearners) ? Learners
                : Any(OfOfficers) && !Any(MaybeOfLearners) && !Any(["Name", "Organisation Name", "Employer Name", "EDRS", "ERN"]) ? Officers
                : null;
        return Any(OfLearners) ? null
            : Any(OfQualifications) ? Qualifications
            : Any(["Name", "Organisation Name", "Employer Name", "Placement Name"]) && Any(OfOrganisations) ? Organisations
            : null;
    }
}
