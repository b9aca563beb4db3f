using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Comparison;

/// <summary>A pair that was compared and may be one.</summary>
/// <param name="Right">The position of the PICSWeb record.</param>
/// <param name="Weight">The sum of the fields' log-likelihood ratios and of the prior odds, in bits: 0 is even odds.</param>
/// <param name="Levels">What comparing showed.</param>
/// <param name="Risk">The probability, 0 to 1, that the pair is not one, given that each record has one partner or none.</param>
/// <param name="Bound">The risk below which no pair is thought to be that agrees in these fields, by what records of one list have in common.</param>
internal readonly record struct CandidatePair(int Right, float Weight, LevelSet Levels, float Risk = 1, float Bound = 0);
