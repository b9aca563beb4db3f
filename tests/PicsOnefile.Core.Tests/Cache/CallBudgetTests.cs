using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Http;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class CallBudgetTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(7, 60)]
    [InlineData(240, 700)]
    public async Task Two_processes_together_never_get_more_than_the_limit_in_any_minute(int limit, int calls)
    {
        var clock = new ManualClock { LeapsOverWaits = true };
        using var folder = new CacheFolder { Clock = clock };
        ICallBudget[] budgets = [folder.Open().ShareBudget("token", limit), folder.Open().ShareBudget("token", limit)];
        var random = new Random(limit);
        var granted = new List<DateTimeOffset>();

        for (var call = 0; call < calls; call++)
        {
            clock.Move(TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(2000) : 0));
            await budgets[random.Next(2)].AcquireAsync(CancellationToken.None);
            granted.Add(clock.GetUtcNow());
        }

        Assert.All(granted, from => Assert.InRange(granted.Count(at => at >= from && at <= from + Minute), 1, limit));
        var needed = calls / limit * TimeSpan.FromSeconds(61);
        Assert.True(granted[^1] - granted[0] <= needed + calls * TimeSpan.FromSeconds(1), "It waited longer than it had to.");
    }

    [Fact]
    public async Task Threads_that_ask_at_once_get_the_limit_now_and_the_rest_in_the_minutes_after()
    {
        using var folder = new CacheFolder();
        ICallBudget[] budgets = [folder.Open().ShareBudget("token", 10), folder.Open().ShareBudget("token", 10)];

        // Eleven each: whoever is quicker, both have somebody waiting.
        var calls = Enumerable.Range(0, 22).Select(number => Task.Run(() => budgets[number % 2].AcquireAsync(CancellationToken.None))).ToArray();
        await folder.Clock.SomebodyWaits();
        await folder.Clock.SomebodyWaits();

        Assert.Equal(10, folder.Ask<int>("SELECT count(*) FROM call"));

        var before = folder.Clock.GetUtcNow();
        var all = Task.WhenAll(calls);
        do
        {
            folder.Clock.Move(TimeSpan.FromSeconds(61));
        }
        while (await Task.WhenAny(all, folder.Clock.SomebodyWaits()) != all);
        Assert.True(folder.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(122), "22 calls of 10 a minute need two minutes more.");
    }

    [Fact]
    public async Task The_calls_left_are_seen_by_the_other_process_and_come_back_after_the_minute()
    {
        using var folder = new CacheFolder();
        var budget = folder.Open().ShareBudget("token", 5);
        var other = folder.Open();

        await budget.AcquireAsync(CancellationToken.None);
        await budget.AcquireAsync(CancellationToken.None);

        Assert.Equal((3, 0, 5), (other.CallsLeft("token", 5), other.CallsLeft("token", 1), other.CallsLeft("another token", 5)));
        folder.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(5, other.CallsLeft("token", 5));
    }

    [Fact]
    public async Task Calls_that_have_left_the_minute_leave_the_file()
    {
        using var folder = new CacheFolder();
        var cache = folder.Open();
        await cache.ShareBudget("token", 5).AcquireAsync(CancellationToken.None);
        folder.Clock.Move(TimeSpan.FromMinutes(2));

        await cache.ShareBudget("another token", 5).AcquireAsync(CancellationToken.None);

        Assert.Equal("another token", folder.Ask<string>("SELECT group_concat(account) FROM call"));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_by_a_year_delays_a_call_by_one_minute_at_most()
    {
        var clock = new ManualClock { LeapsOverWaits = true };
        using var folder = new CacheFolder { Clock = clock };
        var budget = folder.Open().ShareBudget("token", 1);
        await budget.AcquireAsync(CancellationToken.None);
        clock.Move(TimeSpan.FromDays(-365));
        var before = clock.GetUtcNow();

        await budget.AcquireAsync(CancellationToken.None);

        Assert.InRange(clock.GetUtcNow() - before, Minute, TimeSpan.FromSeconds(62));
    }

    [Fact]
    public async Task Waiting_can_be_given_up_and_the_next_in_line_is_not_held_up()
    {
        using var folder = new CacheFolder();
        var budget = folder.Open().ShareBudget("token", 1);
        await budget.AcquireAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var given = budget.AcquireAsync(stop.Token);
        await folder.Clock.SomebodyWaits();
        var next = budget.AcquireAsync(CancellationToken.None);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await folder.Clock.SomebodyWaits();
        folder.Clock.Move(TimeSpan.FromSeconds(61));
        await next;
    }

    [Fact]
    public void A_limit_below_one_is_refused()
    {
        using var folder = new CacheFolder();

        Assert.Throws<ArgumentOutOfRangeException>(() => folder.Open().ShareBudget("token", 0));
    }
}
