using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>What a reading returned, or the reason why it is unavailable.</summary>
/// <param name="Value">What was read; null where it is unavailable.</param>
/// <param name="Reason">Why it is unavailable, in a sentence; null where it was read.</param>
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

    /// <summary>The value, for a caller that cannot do without it.</summary>
    /// <exception cref="PicsOnefileException">The error with which the reading ended.</exception>
    /// <exception cref="InvalidOperationException">It was not tried.</exception>
    public T OrThrow()
    {
        if (Error is not null)
            ExceptionDispatchInfo.Capture(Error).Throw();
        return Value ?? throw new InvalidOperationException(Reason);
    }

    /// <summary>The same reason for something that would have been made of the value.</summary>
    internal ReadResult<TOther> As<TOther>()
        where TOther : class => new(null, Reason) { Error = Error };
}

/// <summary>Makes <see cref="ReadResult{T}"/>.</summary>
public static class ReadResult
{
    /// <summary>A value that was read.</summary>
    /// <param name="value">The value.</param>
    public static ReadResult<T> From<T>(T value)
        where T : class => new(value, null);

    /// <summary>A value that was not read.</summary>
    /// <param name="reason">Why, in a sentence.</param>
    public static ReadResult<T> Unavailable<T>(string reason)
        where T : class => new(null, reason);

    /// <summary>A reading that ended with an error.</summary>
    /// <param name="error">The error.</param>
    public static ReadResult<T> Failed<T>(PicsOnefileException error)
        where T : class => new(null, error.Message) { Error = error };

    /// <summary>Reads, and keeps the error of a reading that failed; -Verbose shows it.</summary>
    /// <param name="read">Reads the value.</param>
    /// <param name="run">The run.</param>
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
