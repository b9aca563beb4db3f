using BenchmarkDotNet.Running;

namespace PicsOnefile.Benchmarks.Micro;

/// <summary>BenchmarkDotNet on the hot spots: <c>micro</c>; further arguments are BenchmarkDotNet's own, for example <c>--filter *Comparing*</c>.</summary>
public static class MicroCommand
{
    public static int Run(Arguments arguments)
    {
        BenchmarkSwitcher.FromTypes([typeof(WholeRuns), typeof(PersonHotSpots), typeof(OrganisationHotSpots)]).Run(arguments.Rest("--filter", "*"));
        return 0;
    }
}
