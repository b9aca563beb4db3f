using System.Collections.Generic;
using PicsOnefile.Reading;

namespace PicsOnefile.Readiness.Preview;

/// <summary>Whose enrolment to look at.</summary>
public sealed record PreviewRequest
{
    /// <summary>An exported list of learners in place of the connection's; null for the connection's.</summary>
    public string? LearnerPath { get; init; }

    /// <summary>The learners; null for all who wait.</summary>
    public IReadOnlyCollection<string>? LearnerIdents { get; init; }

    /// <summary>Whether to read both sides anew.</summary>
    public Freshness Freshness { get; init; } = Freshness.WhenOld;
}
