using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Windows.Runner;

/// <summary>What came of one part, with the list of known failures taken into account.</summary>
/// <param name="Part">core or pester.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Skipped">How many skipped themselves.</param>
/// <param name="Known">How many failed as the list says.</param>
/// <param name="Failures">What is wrong: failed tests, and rows of the list that hold no more.</param>
public sealed record PartResult(string Part, int Passed, int Skipped, int Known, IReadOnlyList<string> Failures)
{
    /// <summary>Judges what a part's tests did.</summary>
    /// <param name="part">core or pester.</param>
    /// <param name="outcomes">The tests that were run.</param>
    /// <param name="known">The list's rows for this part.</param>
    /// <param name="complete">Whether the whole part was run, so that a row without a test is stale.</param>
    /// <returns>The counts.</returns>
    public static PartResult From(string part, IReadOnlyList<TestOutcome> outcomes, IReadOnlyList<KnownFailure> known, bool complete)
    {
        var failed = outcomes.Where(outcome => outcome.Result == "Failed").ToList();
        var listed = failed.Where(outcome => known.Any(row => row.Covers(outcome.Name))).ToList();
        var failures = failed.Except(listed).Select(outcome => $"{outcome.Name}{Environment.NewLine}{outcome.Message}").ToList();
        foreach (var row in known.Where(row => !failed.Any(outcome => row.Covers(outcome.Name))))
        {
            if (outcomes.Any(outcome => row.Covers(outcome.Name)))
                failures.Add($"{row.Test}: known-failures.tsv says that it fails ({row.Reason}), and it does not any more. Take the row out.");
            else if (complete)
                failures.Add($"{row.Test}: known-failures.tsv names it, and there is no such test.");
        }

        if (!outcomes.Any(outcome => outcome.Result == "Passed"))
            failures.Add($"{part}: no test passed.");
        return new(part, outcomes.Count(outcome => outcome.Result == "Passed"), outcomes.Count(outcome => outcome.Result == "Skipped"), listed.Count, failures);
    }
}
