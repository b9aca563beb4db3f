using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>
/// How many others in two lists are expected to bear a value of which the lists show no other bearer: few where hardly any value has a second bearer in one
/// list, as with telephone numbers, and more where many have, as with forenames.
/// </summary>
/// <remarks>
/// Good, "The Population Frequencies of Species and the Estimation of Population Parameters", Biometrika 40 (1953), with Turing's estimate: a value seen
/// once in a list is borne by 2 n2 / n1 others in another list of that length, where n1 values are borne once in the list and n2 twice.
/// </remarks>
internal static class UnseenBearers
{
    /// <summary>What is thought before the lists are seen: half a bearer.</summary>
    public const double Thought = 0.5;

    // It counts as so many values; and some values have bearers that no list shows.
    private const double PriorValues = 100;
    private const double Fewest = 0.05;

    /// <summary>Estimates the number from both lists.</summary>
    /// <param name="lists">The values of each list, those of a record once.</param>
    /// <returns>The expected number of other bearers in both lists together.</returns>
    public static double Estimate(params IEnumerable<string>[] lists) =>
        Estimate(lists.SelectMany(list => ValueCounts.Count(list).Values).GroupBy(bearers => bearers).ToDictionary(group => group.Key, group => group.Count()));

    /// <summary>Estimates the number from what each record knows of its own value.</summary>
    /// <param name="bearers">For each record of both lists, how many of its list bear the value.</param>
    /// <returns>The expected number of other bearers in both lists together.</returns>
    public static double Estimate(IEnumerable<int> bearers) =>
        Estimate(bearers.GroupBy(count => count).ToDictionary(group => group.Key, group => group.Count() / Math.Max(1, group.Key)));

    private static double Estimate(Dictionary<int, int> valuesByBearers)
    {
        valuesByBearers.TryGetValue(1, out var once);
        valuesByBearers.TryGetValue(2, out var twice);
        return Math.Max(Fewest, ((4.0 * twice) + (Thought * PriorValues)) / (once + PriorValues));
    }
}
