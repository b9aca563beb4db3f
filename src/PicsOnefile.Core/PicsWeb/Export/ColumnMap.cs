using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>
/// The headings of exported lists that are none of the known ones, as people give them: the field and its heading, for one list alone where the list's name
/// comes before the field: <c>OfficerIdent = Staff no.</c>, <c>Officer.AdditionalId = Portfolio no.</c>
/// </summary>
public static class ColumnMap
{
    private static readonly IReadOnlyList<(string Name, PicsWebOperation List, ListKind Kind)> Lists =
    [
        ("Officer", PicsWebOperation.OfficersList, ListKinds.Officers),
        ("Organisation", PicsWebOperation.OrganisationsList, ListKinds.Organisations),
        ("Qualification", PicsWebOperation.QualificationsList, ListKinds.Qualifications),
        ("Learner", PicsWebOperation.LearnersList, ListKinds.Learners),
    ];

    /// <summary>The entries that are about one list, by its fields' names.</summary>
    /// <param name="map">The whole map.</param>
    /// <param name="list">OfficersList, OrganisationsList, QualificationsList or LearnersList.</param>
    public static IReadOnlyDictionary<string, string> For(IReadOnlyDictionary<string, string> map, PicsWebOperation list)
    {
        var (name, _, kind) = Lists.First(one => one.List == list);
        // An entry for this list takes precedence over one for every list.
        return map.Select(entry => (Entry: entry, Place: Place(entry.Key)))
            .Where(row => row.Place.List is null ? Has(kind, row.Place.Field) : Same(row.Place.List, name))
            .OrderBy(row => row.Place.List is null)
            .GroupBy(row => row.Place.Field, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.Key, field => field.First().Entry.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Refuses what is no field of any list.</summary>
    /// <exception cref="PicsOnefileException">ColumnMapInvalid, naming the entry and the fields there are.</exception>
    public static IReadOnlyDictionary<string, string> Validate(IReadOnlyDictionary<string, string> map)
    {
        foreach (var key in map.Keys)
        {
            var (name, field) = Place(key);
            var kinds = Lists.Where(one => name is null || Same(name, one.Name)).ToList();
            if (kinds.Count == 0)
                throw ErrorKinds.ColumnMapInvalid.For(
                    key,
                    $"The column map names '{key}', and there is no list '{name}'; there are {string.Join(", ", Lists.Select(one => one.Name))}."
                );
            if (!kinds.Any(one => Has(one.Kind, field)))
                throw ErrorKinds.ColumnMapInvalid.For(
                    key,
                    $"The column map names '{key}', which is not a field; there are "
                        + $"{string.Join(", ", kinds.SelectMany(one => one.Kind.Columns.Select(column => column.Field)).Distinct())}."
                );
        }
        return map;
    }

    private static (string? List, string Field) Place(string key)
    {
        var dot = key.IndexOf('.');
        return dot < 0 ? (null, key.Trim()) : (key.Substring(0, dot).Trim(), key.Substring(dot + 1).Trim());
    }

    private static bool Has(ListKind kind, string field) => kind.Columns.Any(column => Same(column.Field, field));

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
