using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Records;

/// <summary>The two systems.</summary>
public enum RemoteSystem
{
    /// <summary>PICSWeb.</summary>
    PicsWeb,

    /// <summary>Onefile.</summary>
    Onefile,
}

/// <summary>
/// One kind of record: everything that differs between kinds, so that no other place has to ask which kind it is. A new kind is a row of <see cref="All"/>.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="System">The system that keeps such records.</param>
/// <param name="Model">The type of the model that its list is made of; null for settings, of which there is no list.</param>
/// <param name="Field">The field that the module writes; null where it writes several.</param>
public sealed record RecordType(RecordKind Kind, RemoteSystem System, Type? Model, RecordField? Field)
{
    /// <summary>A PICSWeb officer.</summary>
    public static RecordType Officer { get; } =
        new(RecordKind.Officer, RemoteSystem.PicsWeb, typeof(Officer), RecordField.AdditionalId)
        {
            List = GuardedList.Officer,
            Id = nameof(PicsOnefile.Officer.OfficerIdent),
            Name = nameof(OfficerLink.OfficerName),
            KeyIsRecordId = false,
            PathParameter = "-OfficerPath",
            Screen = new("Officer Summary > Officer Details", "Other System ID"),
        };

    /// <summary>A PICSWeb organisation.</summary>
    public static RecordType Organisation { get; } =
        new(RecordKind.Organisation, RemoteSystem.PicsWeb, typeof(Organisation), RecordField.AdditionalId)
        {
            List = GuardedList.Organisation,
            Id = nameof(PicsOnefile.Organisation.OrganisationIdent),
            Name = nameof(OrganisationLink.OrganisationName),
            KeyIsRecordId = false,
            PathParameter = "-OrganisationPath",
            Screen = new("Organisation Summary > Organisation Details", "Additional ID"),
        };

    /// <summary>A PICSWeb qualification. Learners carry the VQ References of theirs.</summary>
    public static RecordType Qualification { get; } =
        new(RecordKind.Qualification, RemoteSystem.PicsWeb, typeof(Qualification), RecordField.VqReference)
        {
            Id = nameof(PicsOnefile.Qualification.QualificationId),
            PathParameter = "-QualificationPath",
            Screen = new("Qualification Configuration", "VQ Reference") { AddPage = "Qualification Configuration > Add a New Qualification" },
            ShownIn = [typeof(Learner)],
            AddedAs = NewQualification,
        };

    /// <summary>A Onefile account.</summary>
    public static RecordType Assessor { get; } =
        new(RecordKind.Assessor, RemoteSystem.Onefile, typeof(Assessor), RecordField.MisId)
        {
            List = GuardedList.Assessor,
            Id = nameof(PicsOnefile.Assessor.AssessorId),
            Name = nameof(OfficerLink.AssessorName),
            Get = "Get-OnefileAssessor",
            CallsForWrite = 2,
        };

    /// <summary>A Onefile placement. What an update does to the rest of it is not known, so that each is read back by itself.</summary>
    public static RecordType Placement { get; } =
        new(RecordKind.Placement, RemoteSystem.Onefile, typeof(Placement), RecordField.MisId)
        {
            List = GuardedList.Placement,
            Id = nameof(PicsOnefile.Placement.PlacementId),
            Name = nameof(OrganisationLink.PlacementName),
            Get = "Get-OnefilePlacement",
            CallsForWrite = 3,
        };

    /// <summary>PICSWeb's integration settings. Once it is switched on, or pointed elsewhere, PICSWeb itself writes into both systems.</summary>
    public static RecordType Integration { get; } =
        new(RecordKind.Integration, RemoteSystem.PicsWeb, null, null)
        {
            ShownIn = [typeof(Officer), typeof(Organisation), typeof(Learner), typeof(Assessor), typeof(Placement)],
        };

    /// <summary>The journal's Kind of a qualification that the module adds.</summary>
    public const string NewQualification = "NewQualification";

    /// <summary>Every kind, in the order in which the worklist goes through the screens.</summary>
    public static IReadOnlyList<RecordType> All { get; } = [Officer, Organisation, Qualification, Assessor, Placement, Integration];

    /// <summary>Its list among the guarded ones; null where that is not guarded.</summary>
    public GuardedList? List { get; init; }

    /// <summary>The property, parameter and column of its key: the Ident in PICSWeb, the ID in Onefile. Empty where it has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The property and column of its name in links, candidates and reviews. Empty where it is no end of a link.</summary>
    public string Name { get; init; } = "";

    /// <summary>True where the key that people and the journal know is the key of the system's API too.</summary>
    public bool KeyIsRecordId { get; init; } = true;

    /// <summary>The parameter for an exported list of such records; null where none is read.</summary>
    public string? PathParameter { get; init; }

    /// <summary>Where a person keys the field in; null where the module writes it itself.</summary>
    public RecordScreen? Screen { get; init; }

    /// <summary>The cmdlet that shows Onefile's records with <c>-Unlinked</c>; null for PICSWeb's.</summary>
    public string? Get { get; init; }

    /// <summary>Calls to Onefile that one write costs, with the read before it and a share of the listing after it. PICSWeb's calls are not limited.</summary>
    public int CallsForWrite { get; init; }

    /// <summary>Lists of other records that show the field, or what follows from it.</summary>
    public IReadOnlyList<Type> ShownIn { get; init; } = [];

    /// <summary>The journal's Kind of a record that the module adds; null where it adds none.</summary>
    public string? AddedAs { get; init; }

    /// <summary>The journal's Kind.</summary>
    public string JournalKind => Kind.ToString();

    /// <summary>True where Onefile keeps such records.</summary>
    public bool IsOnefiles => System == RemoteSystem.Onefile;

    /// <summary>The row of a kind.</summary>
    public static RecordType For(RecordKind kind) => All.First(type => type.Kind == kind);

    /// <summary>The row that the journal's Kind names; null for a kind that is no field of a record, or that another version wrote.</summary>
    public static RecordType? For(string journalKind) => All.FirstOrDefault(type => type.JournalKind == journalKind);

    /// <summary>
    /// Whether the journal's Kind is of records that have a key. One that the module adds has none yet: two with the same value are two, and not one change.
    /// </summary>
    public static bool HasKey(string journalKind) => For(journalKind) is not null;

    /// <summary>The row of a guarded list.</summary>
    public static RecordType For(GuardedList list) => All.First(type => type.List == list);
}
