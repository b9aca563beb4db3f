using System;

namespace PicsOnefile;

/// <summary>One row of the journal. A change has an Intended row and one row for its outcome; no row is ever altered.</summary>
/// <remarks>The journal holds IDs and no names. Get-LinkHistory joins the names of the cache when it shows a row, and the rows of one change.</remarks>
public sealed record Change
{
    /// <summary>The row's number in the journal, from 1 without a gap.</summary>
    public long Sequence { get; init; }

    /// <summary>The run that the change belongs to; a run can be undone as a whole.</summary>
    public string RunId { get; init; } = "";

    /// <summary>The change; its intent and its outcome share it.</summary>
    public string ChangeId { get; init; } = "";

    /// <summary>When the row was written.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The account that ran the module.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The computer it ran on.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The environment of Onefile that was connected.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>
    /// What was changed: Officer, Organisation, Assessor, Placement, Qualification, NewQualification (one that was added), Integration, or Reading (a list that
    /// was accepted at its length).
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>The record's ID in its system: an Ident, a Onefile ID, or a qualification's key.</summary>
    public string Key { get; init; } = "";

    /// <summary>The field: AdditionalId, MisId, VqReference, IntegrationEnabled and so on.</summary>
    public string Field { get; init; } = "";

    /// <summary>The value before; null for none.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value after; null for none. A secret is never written: its change says "set".</summary>
    public string? NewValue { get; init; }

    /// <summary>The PICSWeb Ident that the link is about, where the key is a Onefile ID; otherwise null.</summary>
    public string? Ident { get; init; }

    /// <summary>The centre of the Onefile record.</summary>
    public string? CentreId { get; init; }

    /// <summary>Intended, or the outcome.</summary>
    public ChangeState State { get; init; }

    /// <summary>Why the change was made: a candidate's confidence, a reviewer's note, -Force with its reason.</summary>
    public string? Reason { get; init; }

    /// <summary>What went wrong, without secrets.</summary>
    public string? Error { get; init; }

    /// <summary>SHA-256 over this row and the hash of the row before, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The record's name, where the cache has it; null in the journal itself.</summary>
    public string? Name { get; init; }

    /// <summary>The name that belongs to the ID in <see cref="OldValue"/>, where the cache has it.</summary>
    public string? OldName { get; init; }

    /// <summary>The name that belongs to the ID in <see cref="NewValue"/>, where the cache has it.</summary>
    public string? NewName { get; init; }

    /// <summary>Describes it in few words: what it is about, in a few words.</summary>
    public override string ToString() => Described.By(RunId, Kind, Key, Field);
}
