using System.Collections.Generic;
using PicsOnefile.Records;
using static PicsOnefile.PicsWeb.PicsWebOperation;

namespace PicsOnefile.PicsWeb;

/// <summary>The operations by which a kind of record is listed, read and written.</summary>
/// <param name="List">Listing, or null for the one record of its kind.</param>
/// <param name="Get">Reading one.</param>
/// <param name="Update">Writing one.</param>
internal sealed record RecordRoutes(PicsWebOperation? List, PicsWebOperation Get, PicsWebOperation Update)
{
    private static readonly Dictionary<RecordKind, RecordRoutes> Table = new()
    {
        [RecordKind.Officer] = new(OfficersList, OfficersGet, OfficersUpdate),
        [RecordKind.Organisation] = new(OrganisationsList, OrganisationsGet, OrganisationsUpdate),
        [RecordKind.Qualification] = new(QualificationsList, QualificationsGet, QualificationsUpdate),
        [RecordKind.Integration] = new(null, IntegrationGet, IntegrationUpdate),
    };

    /// <summary>The operation that lists the PICSWeb records of a kind of link.</summary>
    public static PicsWebOperation ListOf(LinkKind kind) => Table[LinkType.For(kind).PicsWeb.Kind].List!.Value;

    /// <summary>The operations of a kind of record, or null for a kind that is not PICSWeb's.</summary>
    public static RecordRoutes? Find(RecordKind kind) => Table.TryGetValue(kind, out var routes) ? routes : null;
}
