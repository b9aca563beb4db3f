using System.Collections.Generic;
using PicsOnefile.Matching.Comparison;

namespace PicsOnefile.Matching.Classification;

/// <summary>What was decided about a pair.</summary>
internal sealed class Decision
{
    // Per cent.
    private const int ProbableScore = 75;

    /// <summary>The position of the Onefile record.</summary>
    public int Left { get; init; }

    /// <summary>The pair.</summary>
    public CandidatePair Pair { get; init; }

    /// <summary>The rule that makes the pair Certain; null where none does, or a conflict or a rival forbids it.</summary>
    public CertainRule? Rule { get; init; }

    /// <summary>True where a conflict is there with which nothing is Certain.</summary>
    public bool Vetoed { get; init; }

    /// <summary>True for a pair that is only shown beside the proposed one.</summary>
    public bool Beside { get; init; }

    /// <summary>True where the run's limit of risk takes the pair out of what is linked unseen.</summary>
    public bool HeldBack { get; private set; }

    /// <summary>How sure: the one place where that is decided.</summary>
    public Confidence Confidence =>
        Beside ? Confidence.Possible
        : Rule is not null ? (HeldBack ? Confidence.Probable : Confidence.Certain)
        : !Vetoed && Score >= ProbableScore ? Confidence.Probable
        : Confidence.Possible;

    /// <summary>0 to 100, after the other candidates of both records had their share.</summary>
    public int Score { get; init; }

    /// <summary>True where another candidate fits about as well.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>True where several live accounts are this person's or firm's.</summary>
    public bool SeveralAccounts { get; init; }

    /// <summary>What is to be counted where the pair is Certain.</summary>
    public Risk Risk => Rule?.Risk ?? Risk.Negligible;

    /// <summary>How likely a wrong link is at this risk, by the frequencies in the lists.</summary>
    public double Chance { get; init; }

    /// <summary>Conflicts that name other records, and why a pair is held back.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Takes the pair out of what is linked unseen.</summary>
    /// <param name="why">The reason, for the conflicts.</param>
    public void HoldBack(string why)
    {
        HeldBack = true;
        Remarks.Add(why);
    }
}
