using System;

namespace PicsOnefile.Matching.Classification;

/// <summary>The risk of a pair, 0 to 1, and what bounds it.</summary>
/// <param name="Model">The probability that the pair is not one, given that each record has one partner or none.</param>
/// <param name="IsTested">True where a tested rule holds.</param>
/// <param name="Branch">The chance of a branch that is not seen; 0 where a tested rule holds.</param>
/// <param name="Strangers">The risk below which no pair is thought to be that agrees in these fields, by what records of one list have in common.</param>
internal readonly record struct PairRisk(double Model, bool IsTested, double Branch, double Strangers)
{
    /// <summary>What a rule is known for says more than the model.</summary>
    public double ByRule => IsTested ? Math.Min(Model, CertainRule.MostRisk) : Math.Max(Model, Branch);

    /// <summary>What records of one list have in common says more than the rule.</summary>
    public double Bounded => Math.Max(Strangers, ByRule);
}
