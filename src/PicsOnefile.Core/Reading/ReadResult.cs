using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>The result of a reading, or the reason why it is unavailable.</summary>
/// <param name="Value">The value; null where it is unavailable.</param>
/// <param name="Reason">The reason in a sentence; null where there is a value.</param>
public sealed record ReadResult<T>(T? Value, string? Reason)
    where T : class
{
    /// <summary>The error with which the reading ended; null where it was read, or was not tried.</summary>
    public PicsOnefileException? Error { get; init; }

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

    /// <summary>Returns the value to a caller that needs it.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="PicsOnefileException">The error with which the reading ended.</exception>
    /// <exception cref="InvalidOperationException">The reading was not tried.</exception>
    public T OrThrow()
    {
        if (Error is not null)
            ExceptionDispatchInfo.Capture(Error).Throw();
        return Value ?? throw new InvalidOperationException(Reason);
    }

    /// <summary>Gives another value the same reason.</summary>
    /// <returns>The unavailable result.</returns>
    internal ReadResult<TOther> As<TOther>()
        where TOther : class => new(null, Reason) { Error = Error };
}

/// <summary>Makes <see cref="ReadResult{T}"/>.</summary>
public static class ReadResult
{
    /// <summary>Makes the result of a reading that succeeded.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The result.</returns>
    public static ReadResult<T> From<T>(T value)
        where T : class => new(value, null);

    /// <summary>Makes the result of a reading that was not tried.</summary>
    /// <param name="reason">The reason, in a sentence.</param>
    /// <returns>The result.</returns>
    public static ReadResult<T> Unavailable<T>(string reason)
        where T : class => new(null, reason);

    /// <summary>Makes the result of a reading that ended with an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The result.</returns>
    public static ReadResult<T> Failed<T>(PicsOnefileException error)
        where T : class => new(null, error.Message) { Error = error };

    /// <summary>Reads a value, and keeps the error of a reading that failed; -Verbose shows it.</summary>
    /// <param name="read">Reads the value.</param>
    /// <param name="run">The run.</param>
    /// <returns>The value or the error.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static async Task<ReadResult<T>> ReadAsync<T>(Func<Task<T>> read, RunContext run)
        where T : class
    {
        try
        {
            return From(await read().ConfigureAwait(false));
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Verbose($"Not read: {failure.Message}");
            return Failed<T>(failure);
        }
    }
}
