using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Comparison;

namespace PicsOnefile.Matching.Classification;

/// <summary>What was decided about a pair.</summary>
internal sealed class Decision
{
    // Per cent.
    private const int ProbableScore = 75;

    // Nothing that is estimated is sure.
    private const double MostProbable = 0.999999;

    private Guard _limit = Guard.RiskOfRun;

    /// <summary>The position of the Onefile record.</summary>
    public int Left { get; init; }

    /// <summary>The pair.</summary>
    public CandidatePair Pair { get; init; }

    /// <summary>The probability, 0 to 1, that the pair is not one.</summary>
    public double Risk { get; init; }

    /// <summary>The risk of the pair by itself, whichever other accounts there are.</summary>
    public PairRisk PairRisk { get; init; }

    /// <summary>True where a conflict is there with which nothing is Certain.</summary>
    public bool Vetoed { get; init; }

    /// <summary>True where two independent pieces of evidence agree, or an identifying one.</summary>
    public bool HasEvidence { get; init; }

    /// <summary>True for a pair that is only shown beside the proposed one.</summary>
    public bool Beside { get; init; }

    /// <summary>True where the pair is within the run's limit of risk.</summary>
    public bool Accepted => _limit == Guard.None;

    /// <summary>What keeps the pair below Certain.</summary>
    public Guard KeptBackBy =>
        Beside ? Guard.Beside
        : Vetoed ? Guard.Conflict
        : Ambiguous ? Guard.Rival
        : HasEvidence ? _limit
        : Guard.NoRule;

    /// <summary>True where nothing but the risk decides whether the pair is Certain.</summary>
    public bool MayBeCertain => KeptBackBy is Guard.None or Guard.RiskOfOne or Guard.RiskOfRun;

    /// <summary>How sure: the one place where that is decided.</summary>
    public Confidence Confidence =>
        Beside ? Confidence.Possible
        : KeptBackBy == Guard.None ? Confidence.Certain
        : !Vetoed && Score >= ProbableScore ? Confidence.Probable
        : Confidence.Possible;

    /// <summary>0 to 100: the probability in per cent, rounded.</summary>
    public int Score => (int)Math.Round(100 * (1 - Risk), MidpointRounding.AwayFromZero);

    /// <summary>0 to 0.999999: the probability that the pair is one, rounded to six decimals; never 1.</summary>
    public double Probability => Math.Min(MostProbable, Math.Round(1 - Risk, 6, MidpointRounding.AwayFromZero));

    /// <summary>True where another candidate fits about as well.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>True where several live accounts are this person's or firm's.</summary>
    public bool SeveralAccounts { get; init; }

    /// <summary>Conflicts that name other records, and why a pair is held back.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Takes the pair into what is linked unseen.</summary>
    public void Accept() => _limit = Guard.None;

    /// <summary>Leaves the pair to a person.</summary>
    /// <param name="limit">The limit that is reached.</param>
    public void HoldBack(Guard limit) => _limit = limit;
}
