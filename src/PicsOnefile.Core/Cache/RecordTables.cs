using System;
using System.Collections.Generic;
using System.Linq;
using static PicsOnefile.Cache.ColumnRole;

namespace PicsOnefile.Cache;

/// <summary>
/// What is kept of each type, and nothing else: the allow-list. What follows from other tables (LinkState, OfficerIdent of an assessor,
/// OrganisationIdent of a placement) or from other properties (FullName) is not.
/// </summary>
internal static class RecordTables
{
    public static readonly IReadOnlyList<RecordTable> All =
    [
        new(typeof(Centre), "centre", null, (nameof(Centre.CentreId), Key), (nameof(Centre.Name), Row)),
        new(
            typeof(Assessor),
            "assessor",
            nameof(Assessor.CentreId),
            (nameof(Assessor.AssessorId), Key),
            (nameof(Assessor.CentreId), Row),
            (nameof(Assessor.CentreName), Row),
            (nameof(Assessor.FirstName), Row),
            (nameof(Assessor.LastName), Row),
            (nameof(Assessor.Role), Row),
            (nameof(Assessor.MisId), RowOrDetail),
            (nameof(Assessor.Archived), RowOrDetail),
            (nameof(Assessor.Email), Detail),
            (nameof(Assessor.Telephone), Detail),
            (nameof(Assessor.LastModified), Detail),
            (nameof(Assessor.DetailsReadAt), Detail)
        ),
        new(
            typeof(Placement),
            "placement",
            nameof(Placement.CentreId),
            (nameof(Placement.PlacementId), Key),
            (nameof(Placement.CentreId), Row),
            (nameof(Placement.CentreName), Row),
            (nameof(Placement.Name), Row),
            (nameof(Placement.MisId), RowOrDetail),
            (nameof(Placement.Active), RowOrDetail),
            (nameof(Placement.Address), Detail),
            (nameof(Placement.Postcode), Detail),
            (nameof(Placement.Email), Detail),
            (nameof(Placement.Telephone), Detail),
            (nameof(Placement.Website), Detail),
            (nameof(Placement.DetailsReadAt), Detail)
        ),
        // One standard is in the lists of several centres.
        new(
            typeof(LearningAim),
            "learning_aim",
            nameof(LearningAim.CentreId),
            (nameof(LearningAim.StandardId), Key),
            (nameof(LearningAim.CentreId), Key),
            (nameof(LearningAim.Title), Row),
            (nameof(LearningAim.Code), Row),
            (nameof(LearningAim.StandardCode), Row),
            (nameof(LearningAim.Component), Row)
        ),
        new(
            typeof(Officer),
            "officer",
            null,
            (nameof(Officer.OfficerIdent), Key),
            (nameof(Officer.OfficerId), Row),
            (nameof(Officer.FirstName), Row),
            (nameof(Officer.Surname), Row),
            (nameof(Officer.Email), Row),
            (nameof(Officer.Telephone), Row),
            (nameof(Officer.Mobile), Row),
            (nameof(Officer.Status), Row),
            (nameof(Officer.AdditionalId), Row)
        ),
        new(
            typeof(Organisation),
            "organisation",
            null,
            (nameof(Organisation.OrganisationIdent), Key),
            (nameof(Organisation.OrganisationId), Row),
            (nameof(Organisation.Name), Row),
            (nameof(Organisation.Address), Row),
            (nameof(Organisation.Postcode), Row),
            (nameof(Organisation.Email), Row),
            (nameof(Organisation.Telephone), Row),
            (nameof(Organisation.Website), Row),
            (nameof(Organisation.Edrs), Row),
            (nameof(Organisation.Status), Row),
            (nameof(Organisation.AdditionalId), Row)
        ),
        new(
            typeof(Qualification),
            "qualification",
            null,
            (nameof(Qualification.QualificationId), Key),
            (nameof(Qualification.VqReference), Row),
            (nameof(Qualification.Title), Row),
            (nameof(Qualification.Level), Row),
            (nameof(Qualification.Status), Row),
            (nameof(Qualification.HasUnits), Row),
            (nameof(Qualification.StandardCode), Row)
        ),
        new(
            typeof(Learner),
            "learner",
            null,
            (nameof(Learner.LearnerIdent), Key),
            (nameof(Learner.FirstName), Row),
            (nameof(Learner.Surname), Row),
            (nameof(Learner.DateOfBirth), Row),
            (nameof(Learner.Uln), Row),
            (nameof(Learner.Status), Row),
            (nameof(Learner.OnefileId), Row),
            (nameof(Learner.MainOfficer), Row),
            (nameof(Learner.Officers), Row),
            (nameof(Learner.OrganisationIdent), Row),
            (nameof(Learner.VqReferences), Row),
            (nameof(Learner.OnefileOrganisation), Row)
        ),
    ];

    private static readonly Dictionary<Type, RecordTable> ByType = All.ToDictionary(table => table.Record);

    /// <summary>The table of a type.</summary>
    /// <exception cref="ArgumentException">The type is not cached.</exception>
    public static RecordTable For<T>() => For(typeof(T));

    /// <inheritdoc cref="For{T}()"/>
    public static RecordTable For(Type record) =>
        ByType.TryGetValue(record, out var table) ? table : throw new ArgumentException($"{record.Name} is not kept in the mapping cache.");

    /// <summary>The table of a guarded list.</summary>
    public static RecordTable For(GuardedList list) => All.First(table => table.Guarded == list);
}
