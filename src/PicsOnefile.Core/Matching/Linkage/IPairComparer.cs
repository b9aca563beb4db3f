using System.Collections.Generic;

namespace PicsOnefile.Matching.Linkage;

/// <summary>Compares the records of one kind, people or organisations; made for two lists, whose frequencies it knows. Safe for several threads.</summary>
/// <typeparam name="TProfile">The kind's profile.</typeparam>
internal interface IPairComparer<in TProfile>
    where TProfile : RecordProfile
{
    /// <summary>When a pair is Certain.</summary>
    IReadOnlyList<CertainRule> Rules { get; }

    /// <summary>Writes the blocking keys of a record of either side.</summary>
    void Keys(TProfile record, List<ulong> keys);

    /// <summary>Compares a pair.</summary>
    Comparison Compare(TProfile left, TProfile right);

    /// <summary>
    /// At the risk of a namesake, how many strangers are expected to bear the name; at the risk of a hidden branch, the chance that a record has a sister
    /// that would look the same; otherwise nothing.
    /// </summary>
    double Chance(Risk risk, Edge edge);
}

/// <summary>The outcome of comparing two records.</summary>
/// <param name="Signs">What was seen.</param>
/// <param name="Weight">The sum of the log-likelihood ratios in bits, without the odds from before comparing.</param>
/// <param name="Namesakes">How many strangers are expected to bear the name by chance.</param>
internal readonly record struct Comparison(Sign Signs, float Weight, float Namesakes);
