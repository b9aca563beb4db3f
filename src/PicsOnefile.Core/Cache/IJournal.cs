using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>Which rows of the journal to read; null leaves a filter out.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="Key">The record's ID.</param>
/// <param name="Since">Rows written at or after this time.</param>
public sealed record JournalFilter(string? RunId = null, string? Kind = null, string? Key = null, System.DateTimeOffset? Since = null);

/// <summary>The newest row's hash, by which a cut-off tail shows.</summary>
/// <param name="Count">How many rows there are.</param>
/// <param name="Hash">The newest row's hash; 64 zeros for an empty journal.</param>
public sealed record JournalHead(long Count, string Hash);

/// <summary>What the module did: appended to, never updated. Each row carries the hash of the row before, so that tampering shows.</summary>
public interface IJournal
{
    /// <summary>Who means to write what, and whether they still do.</summary>
    IClaims Claims { get; }

    /// <summary>Opens a run and answers its ID, which sorts by time.</summary>
    /// <param name="command">The cmdlet's name.</param>
    string BeginRun(string command);

    /// <summary>Opens a run that takes another one back.</summary>
    /// <param name="command">The cmdlet's name: Undo-LinkChange.</param>
    /// <param name="undoes">The ID of the run that it takes back; null for a run that takes none back.</param>
    string BeginRun(string command, string? undoes);

    /// <summary>The runs that take another one back, each with the ID of that run.</summary>
    IReadOnlyDictionary<string, string> UndoRuns();

    /// <summary>
    /// Appends rows in one transaction that is on the disk when this comes back. Sequence, At, Actor, Machine and Hash are filled in by the journal;
    /// the rows as written are answered. An intent has one outcome: of several, from whatever process, the first is written, and the others are left out of the
    /// answer.
    /// </summary>
    IReadOnlyList<Change> Append(IReadOnlyCollection<Change> rows);

    /// <summary>Rows in the order they were written.</summary>
    IReadOnlyList<Change> Read(JournalFilter filter);

    /// <summary>Intents without an outcome: a process ended in between.</summary>
    IReadOnlyList<Change> Open();

    /// <summary>The newest row.</summary>
    JournalHead Head();

    /// <summary>The first row whose hash or number is not what it should be, or null if the chain is whole.</summary>
    long? FirstBroken();

    /// <summary>The hash of the row with this number, or null where there is none.</summary>
    string? HashAt(long sequence);

    /// <summary>
    /// The number of the row with this hash, or null: a head that was kept elsewhere and is not there any more was cut off. 0 for the head of an empty journal.
    /// </summary>
    long? SequenceOf(string hash);
}
