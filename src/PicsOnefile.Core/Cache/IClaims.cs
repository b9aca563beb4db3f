using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>How the run of an intent without an outcome is.</summary>
public enum RunActivity
{
    /// <summary>It ended, and nothing that it sent can be on its way any more: the remote value decides.</summary>
    Ended,

    /// <summary>It ended a moment ago: a value that is there is decided, and one that is not may still arrive.</summary>
    JustEnded,

    /// <summary>It is under way, here or elsewhere.</summary>
    UnderWay,
}

/// <summary>How the run of an intent is, and from when on the intent can be settled whatever its field holds.</summary>
/// <param name="Run">The run.</param>
/// <param name="SettledFrom">By the store's clock; of a run that is under way, the deadline of its lease.</param>
public readonly record struct IntentState(RunActivity Run, DateTimeOffset SettledFrom);

/// <summary>The word of another run that one record is to hold a value alone, or holds it by a change that was made.</summary>
public sealed record Claim
{
    /// <summary>The ID of the change that the claim stands against.</summary>
    public string AgainstChangeId { get; init; } = "";

    /// <summary>The kind of the record that claims the value, as in the journal.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The record's ID as the journal knows it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The module's name of the field.</summary>
    public string Field { get; init; } = "";

    /// <summary>The value.</summary>
    public string Value { get; init; } = "";

    /// <summary>Whose word it is: the run.</summary>
    public string RunId { get; init; } = "";

    /// <summary>The computer that the run was begun on.</summary>
    public string Machine { get; init; } = "";

    /// <summary>True where the change was made; false while the intent has no outcome.</summary>
    public bool IsDone { get; init; }

    /// <summary>
    /// How the run is, and the deadline by the store's clock. Of a change that was made only the remote value tells whether the claim is still right.
    /// </summary>
    public IntentState State { get; init; }
}

/// <summary>
/// Who means to write which value to which record, and whether they still do. The claims are the journal's own intents: whoever appended first has the value,
/// and whoever comes second gives way. A shared store implements this too, by its own clock.
/// </summary>
public interface IClaims
{
    /// <summary>
    /// Says that a run is under way until the answer is disposed of. A process that ends without that is noticed: at once on the same computer, by the deadline
    /// from elsewhere.
    /// </summary>
    /// <param name="runId">From <see cref="IJournal.BeginRun(string)"/>.</param>
    IDisposable AcquireLease(string runId);

    /// <summary>How the run of an open intent is.</summary>
    IntentState GetState(Change intent);

    /// <summary>
    /// The claims of other records, by other runs, to the values of these intents that were in the journal before them. A value is claimed within its kind of
    /// record and its environment, a MIS Value within its centre.
    /// </summary>
    /// <param name="intents">Intents as <see cref="IJournal.Append"/> answered them.</param>
    IReadOnlyList<Claim> FindConflicts(IReadOnlyCollection<Change> intents);

    /// <summary>Whether an intent is still without an outcome, so that nobody has settled it in the meantime; the run's deadline moves on.</summary>
    bool Confirm(Change intent);
}
