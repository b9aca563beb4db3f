using System.Collections.Generic;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>A kind of change whose open intents are settled by looking at what they are about.</summary>
public interface IRecoverable
{
    /// <summary>Whether an intent of the journal is of this kind.</summary>
    bool Concerns(Change intent);

    /// <summary>Looks at what ended runs left open.</summary>
    /// <param name="due">The intents; at least one.</param>
    /// <param name="run">The run.</param>
    /// <returns>The intents that could be looked at. The others stay open.</returns>
    /// <exception cref="Errors.PicsOnefileException">A list that shows it cannot be read.</exception>
    IAsyncEnumerable<RecoveredIntent> LookAsync(IReadOnlyList<LeftIntent> due, RunContext run);
}

/// <summary>An open intent that was looked at.</summary>
/// <param name="Left">The intent.</param>
/// <param name="Outcome">Its outcome; null where what its run sent may still arrive.</param>
public readonly record struct RecoveredIntent(LeftIntent Left, Change? Outcome);

/// <summary>Observes how open changes ended.</summary>
public interface IRecoveryObserver
{
    /// <summary>Called with the outcomes as they are in the journal.</summary>
    void Recovered(IReadOnlyList<Change> settled);
}
