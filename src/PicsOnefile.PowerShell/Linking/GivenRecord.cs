using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>What came through the pipeline or a parameter: a record of this module, or a row of Import-Csv with the usual headings.</summary>
internal static class GivenRecord
{
    public static IOnefileRecord Onefile(LinkKind kind, PSObject given) =>
        given.BaseObject as IOnefileRecord ?? (kind == LinkKind.Officer ? GivenRecords.Assessor(Row(given)) : GivenRecords.Placement(Row(given)));

    public static IPicsWebRecord PicsWeb(LinkKind kind, PSObject given) =>
        given.BaseObject as IPicsWebRecord ?? (kind == LinkKind.Officer ? GivenRecords.Officer(Row(given)) : GivenRecords.Organisation(Row(given)));

    private static Dictionary<string, string?> Row(PSObject given) => given.Properties
        .Where(property => property.IsGettable)
        .GroupBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => (string?)Convert.ToString(group.First().Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);
}
