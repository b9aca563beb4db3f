using System.Collections.Generic;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Rows;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>What came through the pipeline or a parameter: a record of this module, or a row of Import-Csv with the usual headings.</summary>
internal static class GivenRecord
{
    public static IOnefileRecord Onefile(LinkKind kind, PSObject given) =>
        given.BaseObject is IOnefileRecord record && record.Kind == kind ? record
        : kind == LinkKind.Officer ? GivenRecords.Assessor(Row(kind, given))
        : GivenRecords.Placement(Row(kind, given));

    public static IPicsWebRecord PicsWeb(LinkKind kind, PSObject given) =>
        given.BaseObject is IPicsWebRecord record && record.Kind == kind ? record
        : kind == LinkKind.Officer ? GivenRecords.Officer(Row(kind, given))
        : GivenRecords.Organisation(Row(kind, given));

    private static Dictionary<string, string?> Row(LinkKind kind, PSObject given)
    {
        var row = new PipedRow(given);
        RowKinds.RequireRow(row, kind == LinkKind.Officer ? "AssessorId or OfficerIdent" : "PlacementId or OrganisationIdent");
        RowKinds.Require(row, kind, ownIdent: RowKinds.HasOwnId(row, kind), ownId: false);
        return row.Texts();
    }
}
