using System;

namespace PicsOnefile;

/// <summary>One run of a command that writes, with what the journal knows of its changes. A run is undone as a whole.</summary>
/// <remarks>Requests that were refused before anything was written are in no journal.</remarks>
public sealed record LinkRun
{
    /// <summary>The run; its ID begins with its time.</summary>
    public string RunId { get; init; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The account that ran it.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The computer it ran on.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The cmdlet.</summary>
    public string Command { get; init; } = "";

    /// <summary>How many changes it made, also where they were undone later.</summary>
    public int Done { get; init; }

    /// <summary>How many changes another run had made before it.</summary>
    public int Already { get; init; }

    /// <summary>How many values somebody else had changed, so that nothing was written.</summary>
    public int Conflicts { get; init; }

    /// <summary>How many changes the system did not take.</summary>
    public int Failed { get; init; }

    /// <summary>How many changes were not attempted: the run was stopped, or another one was at the same record.</summary>
    public int Skipped { get; init; }

    /// <summary>How many values it left to a person. Values that were taken off the worklist do not count.</summary>
    public int Pending { get; init; }

    /// <summary>How many changes have no outcome yet.</summary>
    public int Open { get; init; }

    /// <summary>The newest run that undid changes of this one and was not undone itself; null for none.</summary>
    public string? Undone { get; init; }

    /// <summary>How many of its changes were undone, with values that were taken off the worklist.</summary>
    public int UndoneChanges { get; init; }

    /// <summary>How many of its changes, and of its values on the worklist, were not undone. Undo-LinkChange -Last passes over a run without any.</summary>
    public int NotUndone { get; init; }

    /// <summary>The run that this one undoes; null for none.</summary>
    public string? Undoes { get; init; }

    /// <summary>The environment of Onefile that was connected; null for a run without a change.</summary>
    public OnefileEnvironment? Environment { get; init; }

    /// <summary>Describes it in few words: its ID and its cmdlet.</summary>
    public override string ToString() => Described.By(RunId, Command);
}
