using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares the records of one kind, people or organisations; made for two lists, whose frequencies it knows. Safe for several threads.</summary>
/// <typeparam name="TProfile">The kind's profile.</typeparam>
internal interface IPairComparer<in TProfile>
    where TProfile : RecordProfile
{
    /// <summary>Writes the blocking keys of a record of either side.</summary>
    void Keys(TProfile record, List<ulong> keys);

    /// <summary>Compares a pair.</summary>
    /// <param name="left">A record.</param>
    /// <param name="right">Another record.</param>
    /// <param name="ofOneList">True for two records of one list: a number that these two alone have counts as one that nobody else of either list
    /// has.</param>
    /// <param name="rows">Receives what each level adds, where somebody asks why.</param>
    ComparisonVector Compare(TProfile left, TProfile right, bool ofOneList = false, List<TallyRow>? rows = null);

    /// <summary>The chance, 0 to 1, that a record of a pair has a sister branch that would look the same; 0 for people.</summary>
    double ChanceOfHiddenBranch(CandidatePair pair);
}

/// <summary>The outcome of comparing two records.</summary>
/// <param name="Levels">What was seen.</param>
/// <param name="Weight">The sum of the log-likelihood ratios in bits, without the odds from before comparing.</param>
internal readonly record struct ComparisonVector(LevelSet Levels, float Weight);
