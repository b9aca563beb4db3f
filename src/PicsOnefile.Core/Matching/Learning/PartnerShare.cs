using System;
using PicsOnefile.Matching.Frequencies;

namespace PicsOnefile.Matching.Learning;

/// <summary>
/// How many records have a partner, estimated and not assumed, and the odds before comparing that follow: of two free records, that they are one.
/// </summary>
internal static class PartnerShare
{
    // What was thought beforehand: most records of the shorter list have a partner. It counts as so many records.
    private const double Thought = 0.8;
    private const double PriorRecords = 50;

    // However well the lists fit, some records have no partner; and two lists of one record each do not start as a pair.
    private const double FewestAlone = 0.05;
    private const double FewestFree = 100;

    /// <summary>The share of the records of the shorter list that have no partner.</summary>
    /// <param name="records">Records of the shorter list.</param>
    /// <param name="pairs">How many pairs are expected to be one.</param>
    public static double Alone(int records, double pairs) => Math.Max(FewestAlone, 1 - ((pairs + (PriorRecords * Thought)) / (records + PriorRecords)));

    /// <summary>How many pairs are thought to be one before the lists are seen.</summary>
    /// <param name="records">Records of the shorter list.</param>
    public static double Expected(int records) => Thought * records;

    /// <summary>The odds, in bits, that two free records are one.</summary>
    /// <param name="lefts">Records of the one list.</param>
    /// <param name="rights">Records of the other list.</param>
    /// <param name="pairs">How many pairs are expected to be one.</param>
    public static double Bits(int lefts, int rights, double pairs)
    {
        var shorter = Math.Min(lefts, rights);
        var joined = (1 - Alone(shorter, pairs)) * shorter;
        var learned = Math.Log(Math.Max(Thought, joined) / (Math.Max(FewestFree, lefts - joined) * Math.Max(FewestFree, rights - joined)), 2);

        // A short list teaches nothing about this: what was thought beforehand holds.
        return shorter < FewestFree ? Math.Max(learned, LikelihoodRatio.Prior(lefts, rights)) : learned;
    }
}
