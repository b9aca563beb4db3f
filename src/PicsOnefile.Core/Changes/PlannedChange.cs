using PicsOnefile.Records;

namespace PicsOnefile.Changes;

/// <summary>One field of one record that is to get another value.</summary>
public sealed record PlannedChange
{
    /// <summary>The kind of record; the system follows from it.</summary>
    public RecordKind Kind { get; init; }

    /// <summary>The record's key in its system's API.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>The record's ID as people and the journal know it. It is the Ident of a PICSWeb record, or the ID of a Onefile record.</summary>
    public string Key { get; init; } = "";

    /// <summary>The module's name of the field: AdditionalId, MisId or VqReference.</summary>
    public string Field { get; init; } = "";

    /// <summary>The value the plan was made on; null or empty for none.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value to write; null or empty to clear.</summary>
    public string? NewValue { get; init; }

    /// <summary>The PICSWeb Ident that the change is about.</summary>
    public string? Ident { get; init; }

    /// <summary>The centre of the Onefile record.</summary>
    public string? CentreId { get; init; }

    /// <summary>
    /// True where the value is no link, so that other records may have it too. A value that an undo restores may never have been the module's to hold unique.
    /// </summary>
    public bool MayBeShared { get; init; }

    /// <summary>Why; kept in the journal.</summary>
    public string? Reason { get; init; }

    /// <summary>The record in words, for -WhatIf and -Confirm.</summary>
    public string Target { get; init; } = "";

    /// <summary>The change in words, for -WhatIf and -Confirm.</summary>
    public string Action { get; init; } = "";

    /// <summary>Makes the change as a row of the journal, without a state yet.</summary>
    /// <returns>The row.</returns>
    internal Change Row(string runId, string changeId, OnefileEnvironment environment) =>
        new()
        {
            RunId = runId,
            ChangeId = changeId,
            Environment = environment,
            Kind = Kind.ToString(),
            Key = Key,
            Field = Field,
            OldValue = OldValue,
            NewValue = NewValue,
            Ident = Ident,
            CentreId = CentreId,
            Reason = Reason,
        };
}
