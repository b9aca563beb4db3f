using System.Collections;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Reading;

/// <summary>Onefile records with their details; those that are gone are not among them.</summary>
/// <param name="rows">The records whose details were read.</param>
/// <param name="unread">The records whose own details could not be read, by Onefile ID with the error: they have not gone.</param>
public sealed class DetailedRecords<T>(IReadOnlyList<T> rows, IReadOnlyDictionary<string, PicsOnefileException> unread) : IReadOnlyList<T>
{
    /// <summary>The records whose own details could not be read, by Onefile ID with the error.</summary>
    public IReadOnlyDictionary<string, PicsOnefileException> Unread { get; } = unread;

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public T this[int index] => rows[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Casts the records to another type.</summary>
    /// <returns>The same records.</returns>
    internal DetailedRecords<TOther> As<TOther>() => new([.. rows.Cast<TOther>()], Unread);
}
