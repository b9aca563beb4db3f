namespace PicsOnefile.Changes;

/// <summary>A qualification to add to PICSWeb for a component of a standard.</summary>
/// <param name="Qualification">The new record: VQ Reference, title, and the level where the learning aim's title has it.</param>
/// <param name="Reason">The reason, for the journal; or null.</param>
public sealed record PlannedQualification(Qualification Qualification, string? Reason)
{
    /// <summary>The VQ Reference.</summary>
    public string Code => Qualification.VqReference!;

    /// <summary>The record in words, for -WhatIf and -Confirm.</summary>
    public string Target => $"Qualification {Qualification.Title}";

    /// <summary>The change in words, for -WhatIf and -Confirm.</summary>
    public string Action => $"Add it with the VQ Reference {Code}";
}
