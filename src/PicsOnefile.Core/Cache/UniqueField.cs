using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Records;

namespace PicsOnefile.Cache;

/// <summary>A field whose value one record alone may hold.</summary>
/// <param name="Field">The module's name of the field.</param>
/// <param name="Kinds">The kinds of record, as in the journal, among which a value may be there once.</param>
/// <param name="PerCentre">True where equal values in different centres are right.</param>
/// <param name="Comparison">How values are compared.</param>
internal sealed record UniqueField(string Field, IReadOnlyList<string> Kinds, bool PerCentre, StringComparison Comparison)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<UniqueField> All { get; } =
    [
        .. RecordType
            .All.Where(type => type.Field is not null)
            .Select(type => new UniqueField(
                type.Field!.Name,
                type.AddedAs is null ? [type.JournalKind] : [type.JournalKind, type.AddedAs],
                type.Field.PerCentre,
                type.Field.Comparison
            )),
    ];

    /// <summary>Returns the field of a kind of record, or null where the values need not be unique.</summary>
    public static UniqueField? Find(string kind, string field) => All.FirstOrDefault(unique => unique.Field == field && unique.Kinds.Contains(kind));

    /// <summary>Whether two values are equal here; an empty value never is.</summary>
    public bool AreEqual(string? one, string? other) => !string.IsNullOrWhiteSpace(one) && string.Equals(one!.Trim(), other?.Trim(), Comparison);
}
