using System.Collections;
using System.Collections.Generic;

namespace PicsOnefile.Runs;

/// <summary>A list whose system says how long it is.</summary>
public interface ICounted
{
    /// <summary>How many records the system counts beyond those that came; below 0 where more came than it counts, 0 where both agree.</summary>
    int Missing { get; }
}

/// <summary>The records of a list with what its system counts: a total that disagrees with its rows is an incomplete reading.</summary>
/// <param name="rows">The records.</param>
/// <param name="missing">How many the system counts beyond those that came.</param>
public sealed class CountedList<T>(IReadOnlyList<T> rows, int missing) : IReadOnlyList<T>, ICounted
{
    /// <inheritdoc/>
    public int Missing { get; } = missing;

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public T this[int index] => rows[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
