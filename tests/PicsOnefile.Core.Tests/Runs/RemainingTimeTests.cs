using System;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Runs;

/// <summary>How long something will still take: by its pace, and never less than the call limit makes it.</summary>
public sealed class RemainingTimeTests
{
    private static readonly RunProgress First = new("Reading", 10, 100);

    private static int? Seconds(RunProgress progress, double elapsed, int callsLeft = 240, int limit = 240) =>
        RemainingTime.Seconds(progress, First, TimeSpan.FromSeconds(elapsed), callsLeft, limit);

    [Fact]
    public void What_needs_fewer_calls_than_are_left_takes_as_long_as_its_pace() =>
        Assert.Equal(20, Seconds(new("Reading", 20, 100) { CallsToMake = 80 }, elapsed: 2.5));

    [Theory]
    [InlineData(1000, 240, 190)]
    [InlineData(1000, 0, 250)]
    [InlineData(241, 240, 1)]
    public void Calls_beyond_those_that_are_left_wait_for_the_limit(int calls, int left, int expected) =>
        Assert.Equal(expected, Seconds(First with { CallsToMake = calls }, elapsed: 0, left));

    [Fact]
    public void Without_a_pace_or_a_limit_nothing_is_said()
    {
        Assert.Null(Seconds(First, elapsed: 1));
        Assert.Null(Seconds(new("Reading", 20, null), elapsed: 1));
        Assert.Null(Seconds(new("Reading", 100, 100, Completed: true), elapsed: 1));
    }

    [Fact]
    public void A_wait_says_how_long_it_is()
    {
        var wait = new RunProgress("Call limit", 0, null) { Wait = TimeSpan.FromSeconds(11.2) };
        Assert.Equal(12, Seconds(wait, elapsed: 0));
        Assert.Equal("waiting 12 s for Onefile's call limit", wait.Status);
    }
}
