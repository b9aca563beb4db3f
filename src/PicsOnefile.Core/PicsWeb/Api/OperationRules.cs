using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Records;
using static PicsOnefile.PicsWeb.Api.OperationShape;
using static PicsOnefile.PicsWeb.PicsWebOperation;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>The table of all operations: names, fields and what to do without them. The API map is checked against it.</summary>
internal static class OperationRules
{
    private static readonly string[] None = [];
    private static readonly string[] Officer =
    [
        "id",
        "ident",
        "firstName",
        "surname",
        "email",
        "telephone",
        "mobile",
        "mainOrganisation",
        "status",
        "additionalId",
    ];

    private static readonly string[] Organisation =
    [
        "id",
        "ident",
        "name",
        "address1",
        "address2",
        "address3",
        "address4",
        "address5",
        "postcode",
        "telephone",
        "email",
        "website",
        "edrs",
        "status",
        "additionalId",
    ];

    private static readonly string[] Qualification = ["id", "vqReference", "title", "level", "status", "hasUnits", "standardCode"];
    private static readonly string[] Learner =
    [
        "id",
        "ident",
        "firstName",
        "surname",
        "dateOfBirth",
        "uln",
        "status",
        "oneFileId",
        "mainOfficer",
        "officers",
        "organisation",
        "qualifications",
        "oneFileOrganisation",
    ];

    private static readonly string[] Settings =
    [
        "integrationEnabled",
        "environment",
        "updateLearnerDemographicsMode",
        "updateOfficerDemographicsMode",
        "updateOrganisationDemographicsMode",
        "uploadReviews",
        "downloadReviews",
        "visitType",
        "classroomFromMainTag",
    ];

    private static readonly OperationRule[] Table =
    [
        new(Authenticate, "authenticate", SignIn, false, ["username", "password"], ["username", "password"], "Give exported lists of PICSWeb."),
        new(
            OfficersList,
            "officers.list",
            List,
            false,
            Officer,
            ["id", "ident"],
            $"Export the list of officers in PICSWeb and give it as {RecordType.Officer.PathParameter}."
        ),
        new(OfficersGet, "officers.get", Record, true, Officer, ["additionalId"], $"Look at {RecordType.Officer.Screen!.Page}."),
        new(
            OfficersUpdate,
            "officers.update",
            Update,
            true,
            ["additionalId"],
            ["additionalId"],
            $"Key the value in at {RecordType.Officer.Screen}."
        ),
        new(
            OrganisationsList,
            "organisations.list",
            List,
            false,
            Organisation,
            ["id", "ident"],
            $"Export the list of organisations in PICSWeb and give it as {RecordType.Organisation.PathParameter}."
        ),
        new(OrganisationsGet, "organisations.get", Record, true, Organisation, ["additionalId"], $"Look at {RecordType.Organisation.Screen!.Page}."),
        new(
            OrganisationsUpdate,
            "organisations.update",
            Update,
            true,
            ["additionalId"],
            ["additionalId"],
            $"Key the value in at {RecordType.Organisation.Screen}."
        ),
        new(
            QualificationsList,
            "qualifications.list",
            List,
            false,
            Qualification,
            ["id"],
            $"Export the list of qualifications in PICSWeb and give it as {RecordType.Qualification.PathParameter}."
        ),
        new(QualificationsGet, "qualifications.get", Record, true, Qualification, ["vqReference"], $"Look at {RecordType.Qualification.Screen!.Page}."),
        new(
            QualificationsUpdate,
            "qualifications.update",
            Update,
            true,
            ["vqReference"],
            ["vqReference"],
            $"Edit the VQ Reference in {RecordType.Qualification.Screen.Page}, or add a qualification with it."
        ),
        new(
            QualificationsCreate,
            "qualifications.create",
            Create,
            false,
            ["vqReference", "title", "level", "status"],
            ["vqReference", "title"],
            $"Use {RecordType.Qualification.Screen.AddPage}."
        ),
        new(LearnersList, "learners.list", List, false, Learner, ["ident"], "Export the list of learners in PICSWeb and give it as -LearnerPath."),
        new(
            IntegrationGet,
            "integration.get",
            Record,
            false,
            [.. Settings, "lastSynchronised", "connectionTest"],
            ["integrationEnabled"],
            "Look at Integration Status on the OneFile Summary."
        ),
        new(
            IntegrationUpdate,
            "integration.update",
            Update,
            false,
            [.. Settings, "customerToken"],
            ["integrationEnabled"],
            "Use Integrations > OneFile > Settings."
        ),
        new(
            IntegrationRefreshQualificationLinks,
            "integration.refreshQualificationLinks",
            Command,
            false,
            None,
            None,
            "Press Refresh Qualification Links on the OneFile Summary."
        ),
    ];

    /// <summary>All operations, in the order of the enumeration.</summary>
    public static IReadOnlyList<OperationRule> All => Table;

    /// <summary>The rule of an operation.</summary>
    public static OperationRule For(PicsWebOperation operation) => Table.Single(rule => rule.Operation == operation);

    /// <summary>The rule of an operation by its name in a map, whatever its letter case, or null.</summary>
    public static OperationRule? Find(string name) => Table.SingleOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The methods that make sense for a kind of call.</summary>
    public static IReadOnlyList<string> Methods(OperationShape shape) =>
        shape switch
        {
            SignIn or Create or Command => ["POST", "PUT"],
            List => ["GET", "POST"],
            Record => ["GET"],
            _ => ["PUT", "POST", "PATCH"],
        };

    /// <summary>The properties that an entry of a map may have, by the kind of call.</summary>
    public static IReadOnlyList<string> Properties(OperationShape shape) =>
        shape switch
        {
            SignIn => ["method", "path", "fields"],
            List => ["method", "path", "paging", "items", "total", "fields"],
            Record => ["method", "path", "items", "version", "volatile", "fields"],
            Update => ["method", "path", "body", "clear", "numbers", "fields"],
            Create => ["method", "path", "items", "fields"],
            _ => ["method", "path"],
        };
}
