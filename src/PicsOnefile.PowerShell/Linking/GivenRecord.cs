using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>A record from the pipeline or a parameter. It is one of this module, or a row of Import-Csv with the usual headings.</summary>
internal static class GivenRecord
{
    public static IOnefileRecord Onefile(LinkKind kind, PSObject given) =>
        given.BaseObject is IOnefileRecord record && record.Kind == kind ? record : RecordParser.Onefile(kind, Row(kind, given));

    public static IPicsWebRecord PicsWeb(LinkKind kind, PSObject given) =>
        given.BaseObject is IPicsWebRecord record && record.Kind == kind ? record : RecordParser.PicsWeb(kind, Row(kind, given));

    private static Dictionary<string, string?> Row(LinkKind kind, PSObject given)
    {
        var row = new PipedRow(given);
        RowKinds.RequireRow(row, string.Join(" or ", LinkType.For(kind).Ids.Reverse()));
        RowKinds.Require(row, kind, ownIdent: RowKinds.HasOwnId(row, kind), ownId: false);
        return row.Texts();
    }
}
