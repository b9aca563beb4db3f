using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Http;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class RateLimiterTests
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
        IRateLimiter[] budgets = [folder.Open().CreateRateLimiter("token", limit), folder.Open().CreateRateLimiter("token", limit)];
        var random = new Random(limit);
        var granted = new List<DateTimeOffset>();

        for (var call = 0; call < calls; call++)
        {
            clock.Move(TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(2000) : 0));
            (await budgets[random.Next(2)].AcquireAsync(CancellationToken.None)).Dispose();
            granted.Add(clock.GetUtcNow());
        }

        Assert.All(granted, from => Assert.InRange(granted.Count(at => at >= from && at <= from + Minute), 1, limit));
        var needed = calls / limit * SharedRateLimiter.Span;
        Assert.True(granted[^1] - granted[0] <= needed + calls * TimeSpan.FromSeconds(1), "It waited longer than it had to.");
    }

    [Theory]
    [InlineData(1, 30, 1)]
    [InlineData(9, 120, 2)]
    [InlineData(60, 400, 3)]
    public async Task However_long_each_call_is_on_the_way_the_server_counts_no_more_than_the_limit_in_any_minute(int limit, int calls, int seed)
    {
        using var folder = new CacheFolder();
        IRateLimiter[] budgets = [folder.Open().CreateRateLimiter("token", limit), folder.Open().CreateRateLimiter("token", limit)];
        var random = new Random(seed);
        var counted = new List<DateTimeOffset>();
        var underWay = new PriorityQueue<IDisposable, DateTimeOffset>();
        var waits = folder.Clock.SomebodyWaits();

        for (var call = 0; call < calls; call++)
        {
            var grant = budgets[random.Next(2)].AcquireAsync(CancellationToken.None);
            while (!grant.IsCompleted)
            {
                if (await Task.WhenAny(grant, waits) == grant)
                    break;
                if (underWay.TryPeek(out _, out var ends) && ends < folder.Clock.NextAlarm)
                {
                    folder.Clock.Move(ends - folder.Clock.GetUtcNow());
                    underWay.Dequeue().Dispose();
                }
                else
                {
                    waits = folder.Clock.SomebodyWaits();
                    folder.Clock.Move(folder.Clock.NextAlarm - folder.Clock.GetUtcNow());
                }
            }

            // By turns the line is slow and quick; the server counts each call at some moment on its way.
            var takes = TimeSpan.FromMilliseconds(random.Next(call / limit % 2 == 0 ? 20_000 : 400));
            counted.Add(folder.Clock.GetUtcNow() + takes * random.NextDouble());
            underWay.Enqueue(await grant, folder.Clock.GetUtcNow() + takes);
        }

        Assert.All(counted, from => Assert.InRange(counted.Count(at => at >= from && at < from + Minute), 1, limit));
        var longest = TimeSpan.FromSeconds(20);
        Assert.True(counted.Max() - counted.Min() <= calls / limit * (SharedRateLimiter.Span + longest) + longest, "It waited longer than it had to.");
    }

    [Fact]
    public async Task A_call_that_is_under_way_keeps_its_place_until_a_minute_after_its_end()
    {
        using var folder = new CacheFolder();
        var cache = folder.Open();
        var place = await cache.CreateRateLimiter("token", 5).AcquireAsync(CancellationToken.None);

        folder.Clock.Move(TimeSpan.FromSeconds(90));
        Assert.Equal(4, cache.GetRemainingCalls("token", 5));

        place.Dispose();
        folder.Clock.Move(TimeSpan.FromSeconds(60));
        Assert.Equal(4, cache.GetRemainingCalls("token", 5));
        folder.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(5, cache.GetRemainingCalls("token", 5));
    }

    [Fact]
    public async Task The_place_of_a_call_whose_process_was_killed_comes_back_when_no_time_out_could_be_running_any_more()
    {
        using var folder = new CacheFolder();
        var cache = folder.Open();
        await cache.CreateRateLimiter("token", 5).AcquireAsync(CancellationToken.None);

        folder.Clock.Move(RestPipelineOptions.LongestAttempt + Minute);
        Assert.Equal(4, cache.GetRemainingCalls("token", 5));
        folder.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(5, cache.GetRemainingCalls("token", 5));
    }

    [Fact]
    public async Task A_call_that_ended_twice_or_after_its_lease_takes_nobody_elses_place_away()
    {
        using var folder = new CacheFolder();
        var limiter = folder.Open().CreateRateLimiter("token", 5);
        var late = await limiter.AcquireAsync(CancellationToken.None);
        folder.Clock.Move(TimeSpan.FromHours(1));
        var next = await limiter.AcquireAsync(CancellationToken.None);
        var left = folder.Ask<string>("SELECT at FROM call");

        late.Dispose();

        Assert.Equal(left, folder.Ask<string>("SELECT at FROM call"));
        next.Dispose();
        var ended = folder.Ask<string>("SELECT at FROM call");
        folder.Clock.Move(Minute / 2);
        next.Dispose();
        Assert.Equal(ended, folder.Ask<string>("SELECT at FROM call"));
    }

    [Fact]
    public async Task A_cache_that_was_closed_meanwhile_does_not_hide_how_a_call_ended()
    {
        using var folder = new CacheFolder();
        var cache = folder.Open();
        var place = await cache.CreateRateLimiter("token", 5).AcquireAsync(CancellationToken.None);
        cache.Dispose();

        place.Dispose();
    }

    [Fact]
    public async Task Threads_that_ask_at_once_get_the_limit_now_and_the_rest_in_the_minutes_after()
    {
        using var folder = new CacheFolder();
        IRateLimiter[] budgets = [folder.Open().CreateRateLimiter("token", 10), folder.Open().CreateRateLimiter("token", 10)];

        // Eleven each: whoever is quicker, both have somebody waiting.
        var calls = Enumerable
            .Range(0, 22)
            .Select(number => Task.Run(async () => (await budgets[number % 2].AcquireAsync(CancellationToken.None)).Dispose()))
            .ToArray();
        await folder.Clock.SomebodyWaits();
        await folder.Clock.SomebodyWaits();

        Assert.Equal(10, folder.Ask<int>("SELECT count(*) FROM call"));

        var before = folder.Clock.GetUtcNow();
        var all = Task.WhenAll(calls);
        do
        {
            folder.Clock.Move(TimeSpan.FromSeconds(61));
        } while (await Task.WhenAny(all, folder.Clock.SomebodyWaits()) != all);
        Assert.True(folder.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(122), "22 calls of 10 a minute need two minutes more.");
    }

    [Fact]
    public async Task The_calls_left_are_seen_by_the_other_process_and_come_back_after_the_minute()
    {
        using var folder = new CacheFolder();
        var limiter = folder.Open().CreateRateLimiter("token", 5);
        var other = folder.Open();

        (await limiter.AcquireAsync(CancellationToken.None)).Dispose();
        (await limiter.AcquireAsync(CancellationToken.None)).Dispose();

        Assert.Equal((3, 0, 5), (other.GetRemainingCalls("token", 5), other.GetRemainingCalls("token", 1), other.GetRemainingCalls("another token", 5)));
        folder.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(5, other.GetRemainingCalls("token", 5));
    }

    [Fact]
    public async Task Calls_that_have_left_the_minute_leave_the_file()
    {
        using var folder = new CacheFolder();
        var cache = folder.Open();
        (await cache.CreateRateLimiter("token", 5).AcquireAsync(CancellationToken.None)).Dispose();
        folder.Clock.Move(TimeSpan.FromMinutes(2));

        await cache.CreateRateLimiter("another token", 5).AcquireAsync(CancellationToken.None);

        Assert.Equal("another token", folder.Ask<string>("SELECT group_concat(account) FROM call"));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_by_a_year_delays_a_call_by_one_minute_at_most()
    {
        var clock = new ManualClock { LeapsOverWaits = true };
        using var folder = new CacheFolder { Clock = clock };
        var limiter = folder.Open().CreateRateLimiter("token", 1);
        (await limiter.AcquireAsync(CancellationToken.None)).Dispose();
        clock.Move(TimeSpan.FromDays(-365));
        var before = clock.GetUtcNow();

        await limiter.AcquireAsync(CancellationToken.None);

        Assert.InRange(clock.GetUtcNow() - before, Minute, TimeSpan.FromSeconds(62));
    }

    [Fact]
    public async Task Waiting_can_be_given_up_and_the_next_in_line_is_not_held_up()
    {
        using var folder = new CacheFolder();
        var limiter = folder.Open().CreateRateLimiter("token", 1);
        (await limiter.AcquireAsync(CancellationToken.None)).Dispose();
        using var stop = new CancellationTokenSource();
        var given = limiter.AcquireAsync(stop.Token);
        await folder.Clock.SomebodyWaits();
        var next = limiter.AcquireAsync(CancellationToken.None);

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

        Assert.Throws<ArgumentOutOfRangeException>(() => folder.Open().CreateRateLimiter("token", 0));
    }
}
