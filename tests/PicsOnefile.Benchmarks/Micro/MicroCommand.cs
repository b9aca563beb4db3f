using System.CommandLine;
using BenchmarkDotNet.Running;

namespace PicsOnefile.Benchmarks.Micro;

/// <summary>
/// BenchmarkDotNet on the hot spots: <c>micro</c>; further arguments are BenchmarkDotNet's own, for example <c>--filter *Comparing*</c>. Its own help comes
/// with <c>micro -- --help</c>.
/// </summary>
public static class MicroCommand
{
    /// <summary>The command, which passes on all arguments.</summary>
    public static Command Create()
    {
        var command = new Command("micro", "BenchmarkDotNet on the hot spots; further arguments are its own (micro -- --help).")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed => Run([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static void Run(string[] arguments) =>
        BenchmarkSwitcher
            .FromTypes([typeof(WholeRuns), typeof(PersonHotSpots), typeof(OrganisationHotSpots)])
            .Run(arguments.Length == 0 ? ["--filter", "*"] : arguments);
}
