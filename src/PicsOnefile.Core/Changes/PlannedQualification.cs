namespace PicsOnefile.Changes;

/// <summary>A qualification that is to be added to PICSWeb for a component of a standard.</summary>
/// <param name="Qualification">What PICSWeb is to get: VQ Reference, title, and the level where the learning aim's title tells it.</param>
/// <param name="Reason">Why, for the journal; or null.</param>
public sealed record PlannedQualification(Qualification Qualification, string? Reason)
{
    /// <summary>The VQ Reference.</summary>
    public string Code => Qualification.VqReference!;

    /// <summary>The record in words, for -WhatIf and -Confirm.</summary>
    public string Target => $"Qualification {Qualification.Title}";

    /// <summary>The change in words, for -WhatIf and -Confirm.</summary>
    public string Action => $"Add it with the VQ Reference {Code}";
}
