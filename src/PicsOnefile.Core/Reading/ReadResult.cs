using System.Diagnostics.CodeAnalysis;

namespace PicsOnefile.Reading;

/// <summary>What a reading returned, or the reason why it is unavailable.</summary>
/// <param name="Value">What was read; null where it is unavailable.</param>
/// <param name="Reason">Why it is unavailable, in a sentence; null where it was read.</param>
public sealed record ReadResult<T>(T? Value, string? Reason)
    where T : class
{
    /// <summary>Returns the value, or the reason why there is none.</summary>
    /// <param name="value">What was read.</param>
    /// <param name="reason">Why it is unavailable, in a sentence.</param>
    /// <returns>True where it was read.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? reason)
    {
        value = Value;
        reason = Value is null ? Reason ?? "It was not read." : null;
        return value is not null;
    }
}

/// <summary>Makes <see cref="ReadResult{T}"/>.</summary>
public static class ReadResult
{
    /// <summary>A value that was read.</summary>
    /// <param name="value">The value.</param>
    public static ReadResult<T> From<T>(T value)
        where T : class => new(value, null);

    /// <summary>A value that could not be read.</summary>
    /// <param name="reason">Why, in a sentence.</param>
    public static ReadResult<T> Unavailable<T>(string reason)
        where T : class => new(null, reason);
}
