using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Reading;

public sealed class CachedReadingTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CachedReading _reading;
    private readonly PicsOnefile.Cache.IRecordCache _records;
    private readonly RunContext _run;
    private int _readings;

    public CachedReadingTests()
    {
        _records = _folder.Open().Records;
        _reading = new CachedReading(_records, _folder.Clock, TimeSpan.FromHours(1));
        _run = new RunContext(new CollectedLog(), _stop.Token);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _folder.Dispose();
    }

    private Task<IReadOnlyList<Officer>> ReadAsync(Freshness freshness) => _reading.ListAsync("officers", "", freshness, FromPicsWebAsync, _run);

    private Task<IReadOnlyList<Officer>> FromPicsWebAsync()
    {
        _run.CountCall();
        _run.CountCall();
        return Task.FromResult<IReadOnlyList<Officer>>([new Officer { OfficerIdent = $"read {++_readings} times" }]);
    }

    private async Task<string> IdentAsync(Freshness freshness) => Assert.Single(await ReadAsync(freshness)).OfficerIdent;

    [Fact]
    public async Task A_list_is_read_once_while_it_is_young_enough()
    {
        await ReadAsync(Freshness.WhenOld);
        _folder.Clock.Move(TimeSpan.FromHours(1));

        Assert.Equal("read 1 times", await IdentAsync(Freshness.WhenOld));
        Assert.Equal(1, _readings);
    }

    [Fact]
    public async Task An_older_list_is_read_anew()
    {
        await ReadAsync(Freshness.WhenOld);
        _folder.Clock.Move(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        Assert.Equal("read 2 times", await IdentAsync(Freshness.WhenOld));
    }

    [Fact]
    public async Task A_list_from_the_future_is_read_anew_because_the_clock_was_put_back()
    {
        await ReadAsync(Freshness.WhenOld);
        _folder.Clock.Move(TimeSpan.FromMinutes(-1));

        Assert.Equal("read 2 times", await IdentAsync(Freshness.WhenOld));
    }

    [Fact]
    public async Task Refresh_always_reads_anew()
    {
        await ReadAsync(Freshness.WhenOld);

        Assert.Equal("read 2 times", await IdentAsync(Freshness.Always));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    public async Task Offline_answers_from_the_cache_however_old_it_is(int hours)
    {
        await ReadAsync(Freshness.WhenOld);
        _folder.Clock.Move(TimeSpan.FromHours(hours));

        Assert.Equal("read 1 times", await IdentAsync(Freshness.Never));
    }

    [Fact]
    public async Task Offline_without_a_list_is_an_error_and_asks_nobody()
    {
        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => ReadAsync(Freshness.Never));

        Assert.Equal(("NeverRead", 0), (failure.Kind.Id, _readings));
    }

    [Fact]
    public async Task The_cache_keeps_how_many_calls_a_list_has_cost()
    {
        _run.CountCall();

        await ReadAsync(Freshness.WhenOld);

        Assert.Equal(2, _records.Read<Officer>()!.Calls);
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_the_list_and_its_age_as_they_were()
    {
        await ReadAsync(Freshness.WhenOld);
        var before = _records.Read<Officer>()!.ReadAt;
        _folder.Clock.Move(TimeSpan.FromHours(2));

        await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _reading.ListAsync<Officer>("officers", "", Freshness.WhenOld, () => throw ErrorKinds.TimedOut.For(null, "slow"), _run)
        );

        Assert.Equal(before, _records.Read<Officer>()!.ReadAt);
        Assert.Equal("read 1 times", await IdentAsync(Freshness.Never));
    }

    [Fact]
    public async Task What_a_stopped_run_has_read_is_not_taken_for_the_list()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _reading.ListAsync("officers", "", Freshness.WhenOld, StopAsync, _run));

        Assert.Null(_records.Read<Officer>());

        async Task<IReadOnlyList<Officer>> StopAsync()
        {
            await _stop.CancelAsync();
            return await FromPicsWebAsync();
        }
    }

    [Fact]
    public async Task A_stopped_run_asks_nobody()
    {
        await _stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(Freshness.Always));

        Assert.Equal(0, _readings);
    }

    [Fact]
    public async Task Details_that_were_read_earlier_come_back_with_the_rows()
    {
        _records.Replace(
            "7",
            [
                new Assessor
                {
                    AssessorId = "1",
                    CentreId = "7",
                    Email = "amina@example.org",
                    DetailsReadAt = _folder.Clock.GetUtcNow(),
                },
            ],
            _folder.Clock.GetUtcNow(),
            1
        );

        var rows = await _reading.ListAsync<Assessor>(
            "assessors",
            "7",
            Freshness.Always,
            () => Task.FromResult<IReadOnlyList<Assessor>>([new() { AssessorId = "1", CentreId = "7" }]),
            _run
        );

        Assert.Equal("amina@example.org", rows.Single().Email);
    }
}
