using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.PowerShell.Tests.Loading;
using PicsOnefile.Windows;
using PicsOnefile.Windows.Runner;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Repository;

/// <summary>How the run on Windows judges its tests: no failure is hidden, by the list of known ones or by a word of the runner.</summary>
public sealed class WindowsRunTests
{
    private static readonly KnownFailure[] Listed = [new("core", "Listed", "no ICU", "Wine has none")];

    private static TestOutcome Outcome(string name, string result, string message = null!) => new(name, result, message, name);

    private static PartResult Judge(params IEnumerable<TestOutcome> outcomes) =>
        PartResult.From("core", [.. outcomes, .. Enumerable.Range(0, 30).Select(number => Outcome($"Passes {number}", "Passed"))], Listed, complete: true);

    [Fact]
    public void A_listed_test_that_fails_with_its_message_is_no_failure()
    {
        var result = Judge(Outcome("Listed", "Failed", "There is no ICU here."));

        Assert.Empty(result.Failures);
        Assert.Equal("Listed", Assert.Single(result.Known).Name);
    }

    [Fact]
    public void A_listed_test_that_fails_with_another_message_is_a_failure()
    {
        var result = Judge(Outcome("Listed", "Failed", "A link was lost."));

        Assert.Empty(result.Known);
        Assert.Contains("A link was lost.", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_test_that_passes_or_is_gone_is_a_failure_of_the_list()
    {
        Assert.Contains("does not any more", Assert.Single(Judge(Outcome("Listed", "Passed")).Failures), StringComparison.Ordinal);
        Assert.Contains("no such test", Assert.Single(Judge().Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Inconclusive")]
    [InlineData("NotRun")]
    public void What_neither_passed_nor_skipped_itself_is_a_failure(string result) =>
        Assert.Contains(
            $"Other ({result})",
            Assert.Single(Judge(Outcome("Listed", "Failed", "no ICU"), Outcome("Other", result)).Failures),
            StringComparison.Ordinal
        );

    [Fact]
    public void More_than_a_twentieth_of_the_tests_cannot_be_listed()
    {
        var known = Enumerable.Range(0, 3).Select(number => new KnownFailure("core", $"Listed {number}", "no ICU", "Wine has none")).ToList();
        var outcomes = known
            .Select(row => Outcome(row.Test, "Failed", "no ICU"))
            .Concat(Enumerable.Range(0, 30).Select(number => Outcome($"Passes {number}", "Passed")));

        var result = PartResult.From("core", [.. outcomes], known, complete: true);

        Assert.Contains("3 tests failed as known-failures.tsv says", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_in_which_the_runtime_breaks_is_tried_three_times_and_failed_then()
    {
        BrokenTests broken = new();
        TestOutcome begun = Outcome("Breaks", TestOutcome.Started);
        TestOutcome passed = Outcome("Passes", "Passed");

        Assert.Equal([passed], broken.Settle([passed, begun], "exit code 82"));
        Assert.Equal([passed], broken.Settle([passed, begun], "exit code 82"));
        TestOutcome failed = broken.Settle([passed, begun], "exit code 82")[^1];

        Assert.Equal(("Breaks", "Failed"), (failed.Name, failed.Result));
        Assert.Contains("exit code 82", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_break_in_another_test_counts_for_that_one_alone()
    {
        BrokenTests broken = new();
        foreach (string name in new[] { "First", "Second", "First", "Third", "Second" })
            Assert.Empty(broken.Settle([Outcome(name, TestOutcome.Started)], "exit code 82"));
    }

    [Fact]
    public void Each_row_of_the_list_says_with_which_message_its_test_fails_and_why()
    {
        var rows = KnownFailure.Read(Path.Combine(BuiltModule.Root, "tests", "PicsOnefile.Windows", "known-failures.tsv"));

        Assert.All(rows, row => Assert.True(row.Shown.Length > 5, row.Test));
    }

    [Fact]
    public void A_row_of_suites_that_nothing_can_run_is_an_error_and_not_left_out()
    {
        var folder = Directory.CreateTempSubdirectory("picsonefile-suites-");
        try
        {
            string list = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "tests")).FullName, "suites.tsv");
            string[] wrong = ["wine\tcores\t-\t-", "wine\tcore", "wine", "wine\tpester\tWindows PowerShel 5.1\t5.9.1", "linux\tsolution\t-\t-"];
            foreach (string row in wrong)
            {
                File.WriteAllLines(list, ["where\tsuite\tshell\tpester", row]);
                Assert.Throws<FormatException>(() => SuiteRun.Read(folder.FullName, "wine", null));
            }
            File.WriteAllLines(list, ["where\tsuite\tshell\tpester", "wine\tcore\t-\t-"]);
            var none = Assert.Throws<FormatException>(() => SuiteRun.Read(folder.FullName, "wine", "pester"));
            Assert.Contains("no row of wine for pester", none.Message, StringComparison.Ordinal);
            Assert.Equal(2, SuiteRun.Read(BuiltModule.Root, "wine", null).Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
