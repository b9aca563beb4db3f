using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>
/// The tests in which the runtime broke. Wine's breaks at random, in about two tests of 3,900: so a test is tried three times, each time as the first of a new
/// process. One that breaks each of them breaks by itself, and is failed. By chance that would happen to one test in thousands of millions.
/// </summary>
public sealed class BrokenTests
{
    private const int Tries = 3;

    private readonly Dictionary<string, int> _breaks = [];

    /// <summary>Judges what began and did not come to its end.</summary>
    /// <param name="outcomes">What came of the tests until the runtime broke.</param>
    /// <param name="broke">How it broke.</param>
    /// <returns>The outcomes without those tests, so that they are run again; those that were tried three times are failed.</returns>
    public IReadOnlyList<TestOutcome> Settle(IReadOnlyList<TestOutcome> outcomes, string broke)
    {
        var open = TestOutcome.Open(outcomes);
        foreach (var test in open)
            _breaks[test.Batch] = _breaks.GetValueOrDefault(test.Batch) + 1;
        var batches = open.Select(test => test.Batch).ToHashSet();
        var failed = open.Where(test => _breaks[test.Batch] == Tries)
            .Select(test => test with { Result = "Failed", Message = $"The runtime broke {Tries} times of {Tries}: {broke}" });
        return [.. outcomes.Where(outcome => !batches.Contains(outcome.Batch)), .. failed];
    }
}
