using System.Collections.Generic;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>How one kind of command words what it did: a row for each.</summary>
/// <param name="Main">What the command is for; its count comes first and is always shown.</param>
/// <param name="Done">The words after that count.</param>
/// <param name="Would">The words with -WhatIf; null for a command that changes nothing.</param>
/// <param name="Already">The words for what was so before.</param>
public sealed record ResultForm(ResultKind Main, string Done, string? Would, string Already)
{
    /// <summary>Makes links.</summary>
    public static ResultForm Link { get; } = new(ResultKind.Done, "linked", "would be linked", "already linked");

    /// <summary>Takes links off.</summary>
    public static ResultForm Unlink { get; } = new(ResultKind.Done, "unlinked", "would be unlinked", "not linked before");

    /// <summary>Sets VQ References.</summary>
    public static ResultForm Reference { get; } = new(ResultKind.Done, "set", "would be set", "already right");

    /// <summary>Undoes a run.</summary>
    public static ResultForm Undo { get; } = new(ResultKind.Done, "undone", "would be undone", "already undone");

    /// <summary>Restores the backup.</summary>
    public static ResultForm Restore { get; } = new(ResultKind.Done, "restored", "would be restored", "already as in the backup");

    /// <summary>Excludes records.</summary>
    public static ResultForm Exclude { get; } = new(ResultKind.Excluded, "excluded", "would be excluded", "already excluded");

    /// <summary>Takes exclusions back.</summary>
    public static ResultForm Include { get; } = new(ResultKind.Done, "no longer excluded", "would no longer be excluded", "not excluded before");

    /// <summary>Ticks off what was keyed in.</summary>
    public static ResultForm Tick { get; } = new(ResultKind.Done, "ticked off", "would be ticked off", "already off the worklist");

    /// <summary>Takes off the worklist what is not wanted.</summary>
    public static ResultForm Withdraw { get; } = new(ResultKind.Done, "taken off the worklist", "would be taken off the worklist", "already off the worklist");

    /// <summary>Reads a decided review.</summary>
    public static ResultForm Review { get; } = new(ResultKind.Done, "accepted", null, "already read");

    /// <summary>Fetches the learning aims.</summary>
    public static ResultForm Refresh { get; } =
        new(ResultKind.Done, "learning aims read", "refresh would be made", "already read")
        {
            Zeros = [ResultKind.Added, ResultKind.Removed, ResultKind.Renamed],
        };

    /// <summary>Counts that are shown where they are zero too.</summary>
    public IReadOnlyList<ResultKind> Zeros { get; init; } = [];
}
