using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>A filter for rows of the journal; null leaves a condition out.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="Key">The record's ID.</param>
/// <param name="Since">Rows written at or after this time.</param>
public sealed record JournalFilter(string? RunId = null, string? Kind = null, string? Key = null, System.DateTimeOffset? Since = null);

/// <summary>A run as it was begun.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Command">The cmdlet's name.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Actor">The account.</param>
/// <param name="Machine">The computer.</param>
public sealed record JournalRun(string RunId, string Command, System.DateTimeOffset StartedAt, string Actor, string Machine);

/// <summary>The newest row's hash, by which a cut-off tail shows.</summary>
/// <param name="Count">How many rows there are.</param>
/// <param name="Hash">The newest row's hash; 64 zeros for an empty journal.</param>
public sealed record JournalHead(long Count, string Hash);

/// <summary>What the module did: appended to, never updated. Each row carries the hash of the row before, so that tampering shows.</summary>
public interface IJournal
{
    /// <summary>The claims of runs to unique values.</summary>
    IClaims Claims { get; }

    /// <summary>Begins a run.</summary>
    /// <param name="command">The cmdlet's name.</param>
    /// <returns>The run's ID, which sorts by time.</returns>
    string BeginRun(string command);

    /// <summary>Begins a run that undoes another.</summary>
    /// <param name="command">The cmdlet's name: Undo-LinkChange.</param>
    /// <param name="undoes">The ID of the undone run; null for a run that undoes none.</param>
    /// <returns>The run's ID.</returns>
    string BeginRun(string command, string? undoes);

    /// <summary>Returns the runs in the order in which they were begun.</summary>
    IReadOnlyList<JournalRun> Runs();

    /// <summary>Returns the undo runs, each with the ID of the run that it undoes.</summary>
    IReadOnlyDictionary<string, string> UndoRuns();

    /// <summary>Appends rows in one durable transaction. The journal fills in Sequence, At, Actor, Machine and Hash.</summary>
    /// <returns>The rows as written. An intent has one outcome: only the first is written and returned, whatever process sends it.</returns>
    /// <exception cref="Errors.PicsOnefileException">CacheDamaged, CacheReadOnly or CacheUnusable; nothing was written.</exception>
    IReadOnlyList<Change> Append(IReadOnlyCollection<Change> rows);

    /// <summary>
    /// Appends the intents of requests, except requests that another run has made. Such a request needs a look at its record first: an intent after that run's
    /// Done could never be distinguished from it.
    /// </summary>
    /// <param name="requests">The intents of each request. A request is written with all of them or not at all.</param>
    /// <param name="seen">The number of the newest row when the records were looked at; 0 where nobody has looked. What was made up to it is known.</param>
    /// <returns>The intents as written.</returns>
    /// <exception cref="Errors.PicsOnefileException">As for <see cref="Append"/>.</exception>
    IReadOnlyList<Change> Begin(IReadOnlyCollection<IReadOnlyList<Change>> requests, long seen);

    /// <summary>Returns the rows that match, in the order of writing.</summary>
    IReadOnlyList<Change> Read(JournalFilter filter);

    /// <summary>Returns the intents without an outcome, as a killed process leaves them.</summary>
    IReadOnlyList<Change> Open();

    /// <summary>Returns number and hash of the newest row.</summary>
    JournalHead Head();

    /// <summary>Verifies the chain of hashes.</summary>
    /// <returns>The number of the first row with a wrong hash or number; null for a whole chain.</returns>
    long? FirstBroken();

    /// <summary>Returns the hash of the row with this number, or null where there is none.</summary>
    string? HashAt(long sequence);

    /// <summary>Returns the number of the row with this hash; 0 for the head of an empty journal. Null shows that a saved head was cut off.</summary>
    long? SequenceOf(string hash);
}
