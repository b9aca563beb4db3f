using System;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>
/// Weights after Fellegi and Sunter, "A Theory for Record Linkage", Journal of the American Statistical Association 64 (1969): log2(m/u), where m is
/// how often
/// a level of agreement is seen among pairs that are the same and u how often among pairs that are not. For values of names, u is the value's own share of
/// the lists, so that a rare name weighs more (frequency-based matching: Winkler, "Frequency-Based Matching in Fellegi-Sunter Model of Record
/// Linkage", US Census Bureau RR 2000/06).
/// </summary>
internal static class LikelihoodRatio
{
    // A list may not know how common a name is: so many further records are added to it. It keeps two short lists from calling every name
    // common and every agreement nothing; with thousands of records it no longer matters.
    private const double PseudoCount = 200;

    /// <summary>
    /// The smallest number of records a side is thought to have when the odds before comparing are set, so that two lists of one record each do not
    /// start as a pair.
    /// </summary>
    private const int FewestRecords = 50;

    /// <summary>log2(m/u).</summary>
    public static float Bits(double m, double u) => (float)Math.Log(m / u, 2);

    /// <summary>
    /// The share of other records that bear a value which two records have: the two themselves say nothing about strangers.
    /// </summary>
    /// <param name="count">How many records of both lists have it, the two included.</param>
    /// <param name="records">How many records both lists have.</param>
    /// <param name="unseen">How many others are expected to have a value that nobody else of the lists has.</param>
    /// <param name="world">So many further records are thought to be added to the lists.</param>
    public static double Share(int count, int records, double unseen, double world = PseudoCount) => (Math.Max(0, count - 2) + unseen) / (records + world);

    /// <summary>The odds, in bits, that two records picked at random are the same: most records of the shorter list are thought to have a partner.</summary>
    public static float Prior(int lefts, int rights) => Bits(0.8, Math.Max(FewestRecords, Math.Max(lefts, rights)));

    /// <summary>The score that people see: the chance in per cent, 0 to 100, that the pair is the same.</summary>
    public static int Score(float weight) => (int)Math.Round(100 / (1 + Math.Pow(2, -weight)), MidpointRounding.AwayFromZero);
}
