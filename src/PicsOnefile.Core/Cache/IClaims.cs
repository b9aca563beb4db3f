using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>The state of the run of an open intent.</summary>
public enum RunActivity
{
    /// <summary>The run has ended, and none of its requests can be in flight: the remote value decides.</summary>
    Ended,

    /// <summary>The run has ended recently: a value that is there is final, and a missing one may still arrive.</summary>
    JustEnded,

    /// <summary>The run is active, on this computer or another.</summary>
    UnderWay,
}

/// <summary>The state of an intent's run, and the time from which the intent can be settled.</summary>
/// <param name="Run">The state of the run.</param>
/// <param name="SettledFrom">By the store's clock; for an active run the deadline of its lease.</param>
public readonly record struct IntentState(RunActivity Run, DateTimeOffset SettledFrom);

/// <summary>A conflicting claim: another run writes, or has written, the same unique value to another record.</summary>
public sealed record Claim
{
    /// <summary>The ID of the change that conflicts with the claim.</summary>
    public string AgainstChangeId { get; init; } = "";

    /// <summary>The kind of the record that claims the value, as in the journal.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The record's ID as the journal knows it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The module's name of the field.</summary>
    public string Field { get; init; } = "";

    /// <summary>The value.</summary>
    public string Value { get; init; } = "";

    /// <summary>The ID of the claiming run.</summary>
    public string RunId { get; init; } = "";

    /// <summary>The computer that began the run.</summary>
    public string Machine { get; init; } = "";

    /// <summary>True where the change was made; false while the intent has no outcome.</summary>
    public bool IsDone { get; init; }

    /// <summary>The state of the run. For a change that was made, only the remote value shows whether the claim is still valid.</summary>
    public IntentState State { get; init; }
}

/// <summary>
/// The claims of runs to unique values. The journal's intents are the claims: the first intent gets the value, a later one gives way. A shared store
/// implements this by its own clock.
/// </summary>
public interface IClaims
{
    /// <summary>
    /// Acquires the lease of a run until the result is disposed. A killed process is noticed at once on the same computer, and by the deadline from another.
    /// </summary>
    /// <param name="runId">From <see cref="IJournal.BeginRun(string)"/>.</param>
    /// <returns>The lease.</returns>
    /// <exception cref="Errors.PicsOnefileException">CacheReadOnly or CacheUnusable: the lease cannot be written.</exception>
    IDisposable AcquireLease(string runId);

    /// <summary>Returns the state of the run of an open intent.</summary>
    IntentState GetState(Change intent);

    /// <summary>
    /// Finds earlier claims by other runs to the values of these intents. A claim holds within its kind of record and environment, for a MIS Value within its
    /// centre.
    /// </summary>
    /// <param name="intents">Intents as <see cref="IJournal.Append"/> returned them.</param>
    /// <returns>The conflicting claims; empty for none.</returns>
    IReadOnlyList<Claim> FindConflicts(IReadOnlyCollection<Change> intents);

    /// <summary>Checks that no other process has settled an intent, and renews the lease of its run.</summary>
    /// <returns>Whether the intent is still open.</returns>
    bool Confirm(Change intent);
}
