using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Classification;

/// <summary>What the limit of risk did.</summary>
/// <param name="ExpectedWrongLinks">The expected number of wrong links among those that are Certain.</param>
/// <param name="ByNameAlone">How many of those rest on a name alone.</param>
/// <param name="HeldBack">How many nothing but the risk left to a person.</param>
internal sealed record RiskKept(double ExpectedWrongLinks, int ByNameAlone, int HeldBack);

/// <summary>
/// Which pairs are Certain: the most that can be, so that the expected number of wrong links of the whole run stays within its limit. The safest come first.
/// </summary>
/// <param name="mostOfRun">The most wrong links that a whole run may expect, 0 to 1; a value out of range counts as the nearest in range.</param>
internal sealed class RiskLimit(double mostOfRun)
{
    /// <summary>What holds where nothing else is said: one wrong link in a hundred runs.</summary>
    public const double Default = 0.01;

    // No link may be a gamble by itself, however much of the limit is left: it has at most so great a part of it.
    private const double PartOfOne = 20;

    // A pair that is as good as sure is not said to be doubtful.
    private const double WorthSaying = 0.02;

    /// <summary>The most wrong links that the run may expect.</summary>
    public double MostOfRun { get; } = Math.Min(1, Math.Max(0, mostOfRun));

    private double MostOfOne => MostOfRun / PartOfOne;

    /// <summary>Accepts what fits into the limit.</summary>
    /// <param name="decisions">All proposed pairs of the run.</param>
    public RiskKept Keep(IReadOnlyCollection<Decision> decisions)
    {
        var (expected, byName, held) = (0.0, 0, 0);
        foreach (var decision in decisions.Where(decision => decision.MayBeCertain).OrderBy(decision => decision.Risk))
        {
            if (decision.Risk <= MostOfOne && expected + decision.Risk <= MostOfRun)
            {
                decision.Accept();
                expected += decision.Risk;
                byName += decision.Pair.Levels.HasAny(Levels.Level.NothingElse) ? 1 : 0;
            }
            else
            {
                decision.HoldBack(decision.Risk > MostOfOne ? Guard.RiskOfOne : Guard.RiskOfRun);
                if (decision.Risk > WorthSaying)
                    continue;
                decision.Remarks.Add($"the limit of risk of {(decision.Risk > MostOfOne ? "one link" : "the run")} is reached");
                held++;
            }
        }

        return new(expected, byName, held);
    }
}
