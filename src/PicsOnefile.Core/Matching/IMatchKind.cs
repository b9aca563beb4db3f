using System.Collections.Generic;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Runs;

namespace PicsOnefile.Matching;

/// <summary>What differs between matching people and matching organisations.</summary>
internal interface IMatchKind<TOnefile, TPicsWeb, TProfile, TCandidate>
    where TProfile : RecordProfile
{
    /// <summary>What the records are called.</summary>
    KindWords Words(Terms terms);

    /// <summary>Reads a Onefile record.</summary>
    TProfile Read(TOnefile record, bool taken);

    /// <summary>Reads a PICSWeb record.</summary>
    TProfile Read(TPicsWeb record, bool taken);

    /// <summary>When a pair may be Certain; one rule that holds is enough.</summary>
    IReadOnlyList<CertainRule> Rules { get; }

    /// <summary>Learns the frequencies of two lists.</summary>
    IPairComparer<TProfile> Fit(IReadOnlyList<TProfile> lefts, IReadOnlyList<TProfile> rights);

    /// <summary>Makes a row of output; either record may be missing.</summary>
    TCandidate Candidate(TProfile? onefile, TProfile? picsWeb, CandidateValues values);
}

/// <summary>The values of a candidate that both kinds have.</summary>
internal sealed record CandidateValues(
    int Score,
    double Probability,
    Confidence Confidence,
    bool Ambiguous,
    string Reasons,
    string Conflicts,
    int Rank,
    string? ProfileName
)
{
    /// <summary>The most wrong links that the run may expect; null for a record without a candidate.</summary>
    public double? MaximumExpectedWrong { get; init; }

    /// <summary>A record without a candidate.</summary>
    public static CandidateValues None(string conflicts, string? profileName) => new(0, 0, Confidence.None, false, "", conflicts, 0, profileName);
}
