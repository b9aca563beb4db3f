using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Records;

namespace PicsOnefile.Changes.History;

/// <summary>The names that the cache has for the IDs of a change. Names of learners are not among them.</summary>
internal sealed class ChangeNames(IRecordCache records, OnefileEnvironment environment)
{
    // The lists are read when the first ID of their kind is looked up.
    private static readonly Dictionary<RecordKind, Func<IRecordCache, IEnumerable<(string Id, string? Name)>>> Lists = new()
    {
        [RecordKind.Officer] = PicsWebs<Officer>,
        [RecordKind.Organisation] = PicsWebs<Organisation>,
        [RecordKind.Assessor] = Onefiles<Assessor>,
        [RecordKind.Placement] = Onefiles<Placement>,
        [RecordKind.Qualification] = cache => (cache.Read<Qualification>()?.Rows ?? []).Select(row => (row.QualificationId, (string?)row.Title)),
    };

    private readonly Dictionary<RecordKind, Dictionary<string, string?>> _names = [];

    /// <summary>Puts the names beside the IDs. A row of another environment gets none: the same ID is somebody else there.</summary>
    public Change Beside(Change row)
    {
        if (row.Environment != environment || RecordType.For(row.Kind) is not { } type)
            return row;
        // The field that links holds the key of the other end.
        RecordKind? other = LinkType.For(type.Kind) is not { } link ? null : type.IsOnefiles ? link.PicsWeb.Kind : link.Onefile.Kind;
        return row with { Name = Find(type.Kind, row.Key), OldName = Find(other, row.OldValue), NewName = Find(other, row.NewValue) };
    }

    private string? Find(RecordKind? kind, string? id)
    {
        if (kind is not { } wanted || string.IsNullOrEmpty(id) || !Lists.TryGetValue(wanted, out var list))
            return null;
        if (!_names.TryGetValue(wanted, out var names))
        {
            _names[wanted] = names = new(StringComparer.Ordinal);
            foreach (var (key, name) in list(records))
                names[key] = name;
        }
        return names.TryGetValue(id!, out var found) ? found : null;
    }

    private static IEnumerable<(string, string?)> PicsWebs<T>(IRecordCache cache)
        where T : class, IPicsWebRecord => (cache.Read<T>()?.Rows ?? []).Select(row => (row.Ident, (string?)row.DisplayName));

    private static IEnumerable<(string, string?)> Onefiles<T>(IRecordCache cache)
        where T : class, IOnefileRecord =>
        (cache.Read<Centre>()?.Rows ?? [])
            .SelectMany(centre => cache.Read<T>(centre.CentreId)?.Rows ?? [])
            .Select(row => (row.OnefileId, (string?)row.DisplayName));
}
