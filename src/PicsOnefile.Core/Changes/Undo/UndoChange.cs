using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes.Undo;

/// <summary>Makes the change that brings a value back, and says it in words.</summary>
internal static class UndoChange
{
    /// <summary>The change.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="field">The module's name of the field, and the record's key as the journal knows it.</param>
    /// <param name="current">The record.</param>
    /// <param name="from">What the field is expected to hold.</param>
    /// <param name="to">What it is to hold again.</param>
    /// <param name="terms">What the customer calls the records.</param>
    public static PlannedChange For(RecordKind kind, (string Name, string Key) field, CurrentValue current, string? from, string? to, Terms terms) =>
        new()
        {
            Kind = kind,
            RecordId = current.RecordId ?? "",
            Key = field.Key,
            Field = field.Name,
            OldValue = from,
            NewValue = to,
            Target = terms.Record(kind.ToString(), field.Key, current.Name),
            Action = string.IsNullOrEmpty(to)
                ? $"Clear the {RecordType.For(kind).Field!.Label} {from}"
                : $"Set the {RecordType.For(kind).Field!.Label} back to {to} (it is {(string.IsNullOrEmpty(from) ? "empty" : from)})",
        };
}
