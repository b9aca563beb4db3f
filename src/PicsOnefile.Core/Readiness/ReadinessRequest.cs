using System.Collections.Generic;
using PicsOnefile.Reading;

namespace PicsOnefile.Readiness;

/// <summary>How to test, and what the administrator vouches for while doing so.</summary>
public sealed record ReadinessRequest
{
    /// <summary>What the administrator says of PICS Desktop's integration; null to go by what was said before.</summary>
    public DesktopIntegration? DesktopIntegration { get; init; }

    /// <summary>What the administrator says of "Enable MIS value fields"; null to go by what was said before.</summary>
    public MisValueFields? MisValueFields { get; init; }

    /// <summary>Whether what the administrator says here is kept. It counts for this test either way; -WhatIf keeps nothing.</summary>
    public bool KeepsAttestations { get; init; } = true;

    /// <summary>Whether to read both sides anew.</summary>
    public Freshness Freshness { get; init; } = Freshness.WhenOld;

    /// <summary>
    /// The proposals of the matching for records without a link. Null where it was not run. MIS Values, e-mail addresses and names that agree exactly are then
    /// the evidence.
    /// </summary>
    public IReadOnlyCollection<LinkCandidate>? Candidates { get; init; }
}
