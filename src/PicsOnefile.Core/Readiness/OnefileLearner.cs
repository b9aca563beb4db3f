using System;

namespace PicsOnefile.Readiness;

/// <summary>A learner who exists in Onefile, as far as it takes to see that PICSWeb would create the same person again.</summary>
/// <param name="OnefileId">Onefile's ID of the account.</param>
/// <param name="FirstName">Forename.</param>
/// <param name="LastName">Surname.</param>
/// <param name="MisId">The MIS Value: PICSWeb's Ident of the learner, where somebody set it.</param>
/// <param name="Uln">Unique learner number, where Onefile shows it.</param>
/// <param name="DateOfBirth">Date of birth, where Onefile shows it.</param>
public sealed record OnefileLearner(string OnefileId, string? FirstName, string? LastName, string? MisId, string? Uln, DateTime? DateOfBirth);
