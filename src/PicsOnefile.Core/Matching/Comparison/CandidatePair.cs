using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Comparison;

/// <summary>A pair that was compared and may be one.</summary>
/// <param name="Right">The position of the PICSWeb record.</param>
/// <param name="Weight">The sum of the fields' log-likelihood ratios and of the prior odds, in bits: 0 is even odds.</param>
/// <param name="Levels">What comparing showed.</param>
/// <param name="Namesakes">How many strangers are expected to bear the name by chance.</param>
internal readonly record struct CandidatePair(int Right, float Weight, LevelSet Levels, float Namesakes);
