using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>What came of one part, with the list of known failures taken into account.</summary>
/// <param name="Part">core or pester.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Skipped">How many skipped themselves.</param>
/// <param name="Known">Those that failed as the list says.</param>
/// <param name="Failures">What is wrong: failed tests, and rows of the list that hold no more.</param>
public sealed record PartResult(string Part, int Passed, int Skipped, IReadOnlyList<TestOutcome> Known, IReadOnlyList<string> Failures)
{
    // Of the tests that were run, so many may be listed.
    private const double MostKnown = 0.05;

    private static readonly HashSet<string> Harmless = ["Passed", "Skipped", TestOutcome.Started, TestOutcome.Ended];

    /// <summary>Judges what a part's tests did.</summary>
    /// <param name="part">core or pester.</param>
    /// <param name="outcomes">The tests that were run.</param>
    /// <param name="known">The list's rows for this part.</param>
    /// <param name="complete">Whether the whole part was run, so that a row without a test is stale.</param>
    /// <returns>The counts.</returns>
    public static PartResult From(string part, IReadOnlyList<TestOutcome> outcomes, IReadOnlyList<KnownFailure> known, bool complete)
    {
        // What neither passed nor skipped itself is a failure, whatever its runner calls it.
        var failed = outcomes.Where(outcome => !Harmless.Contains(outcome.Result)).ToList();
        var listed = failed.Where(outcome => known.Any(row => row.Explains(outcome))).ToList();
        var failures = failed.Except(listed).Select(outcome => $"{outcome.Name} ({outcome.Result}){Environment.NewLine}{outcome.Message}").ToList();
        foreach (var row in known.Where(row => !failed.Any(outcome => row.Covers(outcome.Name))))
        {
            if (outcomes.Any(outcome => row.Covers(outcome.Name)))
                failures.Add($"{row.Test}: known-failures.tsv says that it fails ({row.Reason}), and it does not any more. Take the row out.");
            else if (complete)
                failures.Add($"{row.Test}: known-failures.tsv names it, and there is no such test.");
        }

        var passed = outcomes.Count(outcome => outcome.Result == "Passed");
        if (passed == 0)
            failures.Add($"{part}: no test passed.");
        if (complete && listed.Count > MostKnown * (passed + failed.Count))
            failures.Add($"{part}: {listed.Count} tests failed as known-failures.tsv says, which is more than {MostKnown:P0} of them.");
        return new(part, passed, outcomes.Count(outcome => outcome.Result == "Skipped"), listed, failures);
    }
}
