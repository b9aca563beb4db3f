using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Levels;

namespace PicsOnefile.Matching.Classification;

/// <summary>What the limit of risk did.</summary>
/// <param name="ExpectedWrongLinks">The expected number of wrong links among those that stayed Certain.</param>
/// <param name="ByNameAlone">How many of those rest on a name alone.</param>
/// <param name="HeldBack">How many became Probable.</param>
internal sealed record RiskKept(double ExpectedWrongLinks, int ByNameAlone, int HeldBack);

/// <summary>Keeps the expected number of wrong links of the whole run within its limit: the safest stay Certain, the others become Probable.</summary>
internal static class RiskLimit
{
    /// <summary>The most wrong links that a whole run may expect: 0.05, one in twenty runs.</summary>
    public const double MostOfRun = 0.05;

    // One link may not use up half of the limit by itself.
    private const double MostOfOne = 0.02;

    // Forenames and surnames are not independent: families and communities give the same ones together. The product of their frequencies is too
    // small by about this factor.
    private const double NamesGoTogether = 5;

    // Where a fifth of the shorter list finds no partner by name, a namesake may well be in the place of a partner that is missing.
    private const double EnoughFound = 0.8;

    // However well the lists fit, some records have no partner.
    private const double FewestAlone = 0.05;

    // So many decided pairs with equal names are enough to say how often equal names belong to strangers in these lists.
    private const int EnoughSeen = 20;

    /// <summary>Lowers what does not fit into the limit to Probable.</summary>
    /// <param name="decisions">All proposed pairs of the run.</param>
    /// <param name="shorter">How many records the shorter list has that are neither linked nor excluded.</param>
    public static RiskKept Keep(IReadOnlyCollection<Decision> decisions, int shorter)
    {
        var found = decisions.Count(decision => decision.Pair.Levels.HasAny(LevelSets.NamesAgree));
        var strangers = found < EnoughFound * shorter ? 1 : ObservedStrangers(decisions);
        var alone = Math.Max(FewestAlone, 1 - (found / (double)Math.Max(1, shorter)));
        var risky = decisions
            .Where(decision => decision.Confidence == Confidence.Certain && decision.Risk != Risk.Negligible)
            .Select(decision => (Decision: decision, Chance: Chance(decision, strangers, alone)))
            .OrderBy(risk => risk.Chance)
            .ToArray();

        var (expected, byName, held) = (0.0, 0, 0);
        foreach (var (decision, chance) in risky)
        {
            if (chance > MostOfOne || expected + chance > MostOfRun)
            {
                decision.HoldBack(
                    decision.Risk == Risk.Namesake
                        ? "nothing but the name agrees, and it is not rare enough"
                        : "neither says where it is, and another branch may share name and number"
                );
                held++;
                continue;
            }

            expected += chance;
            byName += decision.Risk == Risk.Namesake ? 1 : 0;
        }

        return new(expected, byName, held);
    }

    private static double Chance(Decision decision, double strangers, double alone) =>
        decision.Risk switch
        {
            Risk.Namesake => Math.Max(NamesGoTogether * decision.Chance, strangers),

            // A branch in the lists may be the true partner, whether or not a record lacks one.
            Risk.HiddenBranch when decision.Pair.Levels.HasAny(Level.SeveralBranches) => decision.Chance,

            // Two branches that are not seen are taken for one where each is alone on its side; there are two ways to that.
            _ => decision.Chance * 2 * alone * alone,
        };

    // Where other pairs of this run can be checked, they show how often equal names belong to somebody else: the frequencies of names cannot know that.
    private static double ObservedStrangers(IReadOnlyCollection<Decision> decisions)
    {
        var (agreeing, differing) = (0, 0);
        foreach (var decision in decisions)
        {
            if (!decision.Pair.Levels.HasAny(Level.NameEqual))
                continue;
            if (decision.Pair.Levels.HasAny(LevelSets.Confirms))
                agreeing++;
            else if (decision.Pair.Levels.HasAny(LevelSets.Denies))
                differing++;
        }

        return agreeing + differing < EnoughSeen ? 0 : (differing + 0.5) / (agreeing + differing + 1);
    }
}
