using System;

namespace PicsOnefile.Onefile;

/// <summary>A learner who exists in Onefile, as far as it takes to see that PICSWeb would create the same person again. Never kept anywhere.</summary>
public sealed record OnefileLearner
{
    /// <summary>Onefile's ID of the account.</summary>
    public string OnefileId { get; init; } = "";

    /// <summary>Forename.</summary>
    public string? FirstName { get; init; }

    /// <summary>Surname.</summary>
    public string? LastName { get; init; }

    /// <summary>The MIS Value: PICSWeb's Ident of the learner, where somebody set it.</summary>
    public string? MisId { get; init; }

    /// <summary>Unique learner number; rows do not carry it.</summary>
    public string? Uln { get; init; }

    /// <summary>Date of birth (date only); rows do not carry it.</summary>
    public DateTime? DateOfBirth { get; init; }

    /// <summary>The centre.</summary>
    public string CentreId { get; init; } = "";

    /// <summary>True for an archived account, null where Onefile does not say.</summary>
    public bool? Archived { get; init; }
}
