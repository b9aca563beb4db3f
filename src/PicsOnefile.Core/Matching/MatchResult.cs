using System.Collections.Generic;
using PicsOnefile.Matching.Classification;

namespace PicsOnefile.Matching;

/// <summary>What the matching found.</summary>
/// <typeparam name="TCandidate">OfficerLinkCandidate or OrganisationLinkCandidate.</typeparam>
/// <param name="Candidates">In the order of the Onefile records, ranked within each; then PICSWeb records without a candidate, where they were asked
/// for.</param>
/// <param name="Figures">How the candidates came about, for -Verbose.</param>
/// <param name="Problems">Records that could not be compared, or only in part. The others are not affected.</param>
public sealed record MatchResult<TCandidate>(IReadOnlyList<TCandidate> Candidates, MatchFigures Figures, IReadOnlyList<MatchProblem> Problems)
    where TCandidate : LinkCandidate;

/// <summary>How many candidates one guard or limit keeps below Certain.</summary>
/// <param name="By">What keeps them, in words.</param>
/// <param name="Candidates">How many.</param>
public sealed record KeptBack(string By, int Candidates);

/// <summary>Figures of one run of the matching.</summary>
public sealed record MatchFigures
{
    /// <summary>Onefile records that were compared, taken ones included.</summary>
    public int OnefileRecords { get; init; }

    /// <summary>PICSWeb records that were compared, taken ones included.</summary>
    public int PicsWebRecords { get; init; }

    /// <summary>Onefile records that were left out of the proposals because they are linked, excluded or archived already.</summary>
    public int OnefileTaken { get; init; }

    /// <summary>PICSWeb records that were left out of the proposals because they are linked or excluded already, everywhere or in some centre.</summary>
    public int PicsWebTaken { get; init; }

    /// <summary>Pairs that were compared field by field.</summary>
    public long PairsCompared { get; init; }

    /// <summary>Certain candidates of the whole run, whatever was selected.</summary>
    public int Certain { get; init; }

    /// <summary>Certain candidates that rest on a name alone.</summary>
    public int CertainByNameAlone { get; init; }

    /// <summary>
    /// How many of the run's Certain links are expected to be wrong, the sum of their risks; at most <see
    /// cref="MaximumExpectedWrong"/>.
    /// </summary>
    public double ExpectedWrongLinks { get; init; }

    /// <summary>Candidates that would be Certain but for this limit; they are Probable.</summary>
    public int HeldBackByRisk { get; init; }

    /// <summary>The most wrong links that this run may expect.</summary>
    public double MaximumExpectedWrong { get; init; } = ExpectedWrongLinksLimit;

    /// <summary>How many proposed candidates each guard and each limit keeps below Certain, those without one left out.</summary>
    public IReadOnlyList<KeptBack> KeptBack { get; init; } = [];

    /// <summary>The most wrong links that a whole run may expect where nothing else is said: 0.01, one in a hundred runs.</summary>
    public static double ExpectedWrongLinksLimit => RiskLimit.Default;
}
