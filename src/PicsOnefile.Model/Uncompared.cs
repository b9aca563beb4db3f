using System;

namespace PicsOnefile;

/// <summary>A value that takes no part when the records that hold it are compared: any two are equal.</summary>
/// <param name="value">The value.</param>
internal readonly struct Uncompared<T>(T value) : IEquatable<Uncompared<T>>
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    /// <inheritdoc/>
    public bool Equals(Uncompared<T> other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Uncompared<T>;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
