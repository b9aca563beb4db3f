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

/// <summary>What an outage answers must not be taken for the list.</summary>
public sealed class WithheldListTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly PicsOnefile.Cache.SqliteMappingCache _cache;
    private readonly CachedReading _reading;
    private int _readings;
    private ErrorKind? _fails;

    public WithheldListTests()
    {
        _cache = _folder.Open();
        _reading = new CachedReading(_cache.Records, _folder.Clock, TimeSpan.FromHours(1));
    }

    private CollectedLog Log { get; set; } = new();

    public void Dispose() => _folder.Dispose();

    private Task<IReadOnlyList<Officer>> ReadAsync(int rows, int missing = 0, Freshness freshness = Freshness.Always, CachedReading? by = null)
    {
        Log = new CollectedLog();
        return (by ?? _reading).ListAsync("officers", "", freshness, () => Answer(rows, missing), new RunContext(Log, CancellationToken.None));
    }

    private Task<IReadOnlyList<Officer>> Answer(int rows, int missing = 0)
    {
        _readings++;
        if (_fails is not null)
            throw _fails.For("officers", "It did not answer.");
        return Task.FromResult<IReadOnlyList<Officer>>(
            new CountedList<Officer>([.. Enumerable.Range(1, rows).Select(number => new Officer { OfficerIdent = $"{number:00000}" })], missing)
        );
    }

    private async Task AcceptAsync(int rows, int missing = 0) =>
        await _reading.AcceptAsync<Officer>("officers", "", () => Answer(rows, missing), (_, _) => { }, new RunContext(Log, CancellationToken.None));

    private WithheldList? Withheld => _cache.Records.Reading<Officer>() is { } state ? WithheldList.From(state, "officers", _reading.Limit) : null;

    [Fact]
    public async Task An_empty_list_leaves_the_one_before_in_use_and_says_what_to_type()
    {
        await ReadAsync(12);

        var rows = await ReadAsync(0);

        Assert.Equal(12, rows.Count);
        var warning = Assert.Single(Log.Warnings);
        Assert.Contains("empty list, and 12 were there before", warning, StringComparison.Ordinal);
        Assert.Contains("Update-MappingCache -AcceptShrunk Officer", warning, StringComparison.Ordinal);
        Assert.Equal((WithheldWhy.Empty, 12, 0, true), (Withheld!.Why, Withheld.Before, Withheld.Now, Withheld.EarlierIsUsed));
    }

    [Fact]
    public async Task An_empty_list_without_an_earlier_one_is_empty_and_does_not_count_as_seen()
    {
        Assert.Empty(await ReadAsync(0));

        Assert.Equal((WithheldWhy.Empty, null, 0, false), (Withheld!.Why, Withheld.Before, Withheld.Now, Withheld.EarlierIsUsed));
        Assert.Contains("does not count as seen", Assert.Single(Log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 90, true)] // by 10 %, not by more
    [InlineData(100, 89, false)]
    [InlineData(50, 45, true)] // by 10 %
    [InlineData(50, 44, false)] // by 12 % and by 6
    [InlineData(12, 7, true)] // by 42 %, and by 5 only
    [InlineData(12, 6, false)]
    [InlineData(5, 1, true)]
    [InlineData(5, 0, false)]
    public async Task A_list_is_withheld_where_it_lacks_more_than_a_tenth_and_more_than_five(int before, int now, bool taken)
    {
        await ReadAsync(before);

        Assert.Equal(taken ? now : before, (await ReadAsync(now)).Count);
        Assert.Equal(taken, Withheld is null);
    }

    [Theory]
    [InlineData(50, 5, 60, 30, true)]
    [InlineData(0, 0, 60, 59, false)]
    [InlineData(10, 100, 600, 500, true)]
    [InlineData(100, 0, 60, 0, false)] // an empty list in any case
    [InlineData(-7, -7, 60, 59, false)] // nonsense of a profile edited by hand
    public async Task A_profile_sets_both_figures(int percent, int records, int before, int now, bool taken)
    {
        var reading = new CachedReading(
            _cache.Records,
            _folder.Clock,
            TimeSpan.FromHours(1),
            ShrinkLimit.From(new PicsOnefileProfile { ShrinkPercent = percent, ShrinkRecords = records })
        );
        await ReadAsync(before, by: reading);

        Assert.Equal(taken ? now : before, (await ReadAsync(now, by: reading)).Count);
    }

    [Fact]
    public async Task Each_accepted_reading_is_what_the_next_is_compared_with_and_a_withheld_one_never_is()
    {
        await ReadAsync(100);
        await ReadAsync(95);
        await ReadAsync(60);
        await ReadAsync(57);

        Assert.Equal((95, 57), (Withheld!.Before, Withheld.Now));
        Assert.Equal(95, _cache.Records.Read<Officer>()!.Rows.Count);
    }

    [Fact]
    public async Task A_list_that_is_whole_again_is_taken_and_nothing_stands_against_it()
    {
        await ReadAsync(12);
        await ReadAsync(0);

        Assert.Equal(13, (await ReadAsync(13)).Count);

        Assert.Null(Withheld);
        Assert.Empty(Log.Warnings);
    }

    [Fact]
    public async Task What_a_person_accepts_is_the_list_at_its_present_length_and_only_that()
    {
        await ReadAsync(12);
        await ReadAsync(3);
        await AcceptAsync(2);

        Assert.Equal(2, (await ReadAsync(2)).Count);
        Assert.Null(Withheld);
        Assert.Equal(2, (await ReadAsync(0)).Count);
        Assert.Equal((2, 0), (Withheld!.Before, Withheld.Now));
    }

    [Fact]
    public async Task An_accepted_empty_list_stays_accepted_until_there_was_somebody_again()
    {
        await AcceptAsync(0);
        Assert.Empty(await ReadAsync(0));
        Assert.Null(Withheld);

        await ReadAsync(3);
        await ReadAsync(0);

        Assert.Equal((3, 0), (Withheld!.Before, Withheld.Now));
    }

    [Theory]
    [InlineData(0, 12)] // results [] and a total of 12
    [InlineData(12, -12)] // 12 rows and a total of 0
    [InlineData(12, 1)]
    public async Task A_total_that_disagrees_is_an_incomplete_reading(int rows, int missing)
    {
        await ReadAsync(12);

        Assert.Equal(12, (await ReadAsync(rows, missing)).Count);

        Assert.Equal((WithheldWhy.Incomplete, missing), (Withheld!.Why, Withheld.Missing));
        Assert.Contains($"their own total counts {rows + missing}, and {rows} came", Assert.Single(Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_that_is_always_off_by_the_same_number_is_accepted_once()
    {
        await ReadAsync(12, missing: 2);
        await AcceptAsync(12, missing: 2);

        Assert.Equal(13, (await ReadAsync(13, missing: 2)).Count);
        Assert.Null(Withheld);
        Assert.Equal(13, (await ReadAsync(13, missing: 3)).Count);
        Assert.Equal(WithheldWhy.Incomplete, Withheld!.Why);
    }

    [Fact]
    public async Task Clearing_the_cache_does_not_open_the_gate()
    {
        await ReadAsync(12);
        _cache.Clear();

        Assert.Empty(await ReadAsync(0));
        Assert.Equal((12, 0, false), (Withheld!.Before, Withheld.Now, Withheld.EarlierIsUsed));

        // What comes now is better than nothing, and still no list.
        Assert.Equal(4, (await ReadAsync(4)).Count);
        Assert.Equal((12, 4, false), (Withheld!.Before, Withheld.Now, Withheld.EarlierIsUsed));
        Assert.False(_cache.Records.Read<Officer>()!.Accepted);
    }

    [Fact]
    public async Task Nor_does_work_with_another_environment_in_between()
    {
        _cache.BindTo("Live|9|");
        await ReadAsync(12);
        _cache.BindTo("Practice|9|");
        Assert.Equal(2, (await ReadAsync(2)).Count);
        Assert.Null(Withheld);

        _cache.BindTo("Live|9|");
        await ReadAsync(2);

        Assert.Equal((12, 2, false), (Withheld!.Before, Withheld.Now, Withheld.EarlierIsUsed));
    }

    [Fact]
    public async Task What_single_reads_took_out_of_the_list_is_not_accepted_by_that()
    {
        await ReadAsync(20);
        foreach (var row in _cache.Records.Read<Officer>()!.Rows.Take(8))
            _cache.Records.Remove<Officer>(row.OfficerIdent);

        Assert.Equal((20, 12, true), (Withheld!.Before, Withheld.Now, Withheld.BySingleReads));
        Assert.Contains("single reads say that all but 12 are gone", Withheld.Sentence, StringComparison.Ordinal);
        Assert.Equal(12, (await ReadAsync(12)).Count);
        Assert.Equal((20, 12, false), (Withheld!.Before, Withheld.Now, Withheld.BySingleReads));
    }

    [Fact]
    public async Task One_that_single_reads_took_out_is_nothing_to_speak_of()
    {
        await ReadAsync(20);
        _cache.Records.Remove<Officer>("00001");

        Assert.Null(Withheld);
    }

    [Fact]
    public async Task A_withheld_list_is_asked_for_again_after_a_minute_and_not_with_every_step()
    {
        await ReadAsync(12);
        await ReadAsync(0);
        Assert.Equal(12, (await ReadAsync(12, freshness: Freshness.WhenOld)).Count);
        Assert.Equal((2, 1), (_readings, Log.Warnings.Count));

        _folder.Clock.Move(TimeSpan.FromSeconds(61));
        await ReadAsync(12, freshness: Freshness.WhenOld);

        Assert.Equal((3, 0), (_readings, Log.Warnings.Count));
        Assert.Null(Withheld);
    }

    [Fact]
    public async Task Offline_the_list_before_is_answered_with_the_warning_and_nobody_is_asked()
    {
        await ReadAsync(12);
        await ReadAsync(0);

        Assert.Equal(12, (await ReadAsync(0, freshness: Freshness.Never)).Count);
        Assert.Equal((2, 1), (_readings, Log.Warnings.Count));
    }

    [Fact]
    public async Task A_run_is_warned_once_of_one_list()
    {
        await ReadAsync(12);
        var log = new CollectedLog();
        var run = new RunContext(log, CancellationToken.None);

        for (var time = 0; time < 3; time++)
            await _reading.ListAsync("officers", "", Freshness.Always, () => Answer(0), run);

        Assert.Single(log.Warnings);
    }

    public static TheoryData<string> Outages => ["PicsWebDenied", "ServerError", "TimedOut"];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task A_reading_that_fails_is_remembered_until_one_comes(string error)
    {
        await ReadAsync(12);
        await FailAsync(error);

        Assert.Equal(12, (await ReadAsync(12, freshness: Freshness.WhenOld)).Count);
        Assert.Contains($"could not be read the last time ({error}", Assert.Single(Log.Warnings), StringComparison.Ordinal);
        Assert.Contains("Test-PicsWebSync -Refresh", Withheld!.Remedy, StringComparison.Ordinal);
        Assert.True(Withheld.EarlierIsUsed);
        // Nobody is asked twice within a minute, and nobody offline.
        await ReadAsync(12, freshness: Freshness.Never);
        Assert.Equal((2, 1), (_readings, Log.Warnings.Count));

        _folder.Clock.Move(TimeSpan.FromSeconds(61));
        await ReadAsync(12, freshness: Freshness.WhenOld);

        Assert.Equal((3, 0), (_readings, Log.Warnings.Count));
        Assert.Null(Withheld);
    }

    [Fact]
    public async Task While_it_goes_on_failing_the_list_of_before_is_used_as_long_as_any_list_is()
    {
        await ReadAsync(12);
        await FailAsync("ServerError");
        _fails = ErrorKinds.ServerError;
        _folder.Clock.Move(TimeSpan.FromMinutes(30));

        Assert.Equal(12, (await ReadAsync(12, freshness: Freshness.WhenOld)).Count);
        Assert.Equal((3, 1), (_readings, Log.Warnings.Count));
        Assert.NotNull(Withheld);

        _folder.Clock.Move(TimeSpan.FromMinutes(31));
        await Assert.ThrowsAsync<PicsOnefileException>(() => ReadAsync(12, freshness: Freshness.WhenOld));
        await Assert.ThrowsAsync<PicsOnefileException>(() => ReadAsync(12, freshness: Freshness.WhenOld));
        Assert.Equal(5, _readings);
    }

    [Fact]
    public async Task Another_session_looks_at_once_whether_the_outage_has_passed()
    {
        await ReadAsync(12);
        await FailAsync("ServerError");

        await ReadAsync(11, freshness: Freshness.WhenOld, by: new CachedReading(_cache.Records, _folder.Clock, TimeSpan.FromHours(1)));

        Assert.Equal((3, 0), (_readings, Log.Warnings.Count));
        Assert.Null(Withheld);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_list_that_comes_after_all_ends_the_outage_whether_it_is_accepted_or_withheld(bool accepted)
    {
        await ReadAsync(12);
        await FailAsync("TimedOut");

        await (accepted ? AcceptAsync(2) : ReadAsync(2));

        Assert.Equal(accepted ? null : WithheldWhy.Shrunk, Withheld?.Why);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(12, true)]
    public async Task What_a_tenant_never_offered_is_no_outage_and_what_it_offered_once_is_one(int before, bool isOutage)
    {
        if (before > 0)
            await ReadAsync(before);

        await FailAsync("OperationMissing");

        Assert.Equal(isOutage, Withheld is not null);
    }

    [Fact]
    public async Task A_list_that_was_never_read_and_fails_does_not_count_as_seen()
    {
        await FailAsync("PicsWebDenied");

        Assert.False(Withheld!.EarlierIsUsed);
        Assert.Contains("They do not count as seen.", Withheld.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_stopped_says_nothing_of_the_list()
    {
        await ReadAsync(12);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAsync<PicsOnefileException>(() =>
            _reading.ListAsync<Officer>(
                "officers",
                "",
                Freshness.Always,
                () =>
                {
                    stop.Cancel();
                    throw ErrorKinds.TimedOut.For("officers", "It was stopped.");
                },
                new RunContext(Log, stop.Token)
            )
        );

        Assert.Null(Withheld);
    }

    private async Task FailAsync(string error)
    {
        _fails = typeof(ErrorKinds).GetField(error)!.GetValue(null) as ErrorKind;
        Assert.Equal(error, (await Assert.ThrowsAsync<PicsOnefileException>(() => ReadAsync(0))).Kind.Id);
        _fails = null;
    }

    [Fact]
    public async Task Each_centre_is_looked_at_by_itself()
    {
        await OfCentreAsync("1", 30);
        await OfCentreAsync("2", 30);
        Assert.Equal(31, (await OfCentreAsync("1", 31)).Count);
        Assert.Equal(30, (await OfCentreAsync("2", 0)).Count);

        Assert.Equal([("1", null), ("2", 0)], _cache.Records.Readings().Select(state => (state.Scope, state.WithheldRows)));

        Task<IReadOnlyList<Assessor>> OfCentreAsync(string centre, int rows) =>
            _reading.ListAsync<Assessor>(
                "assessors",
                centre,
                Freshness.Always,
                () =>
                    Task.FromResult<IReadOnlyList<Assessor>>([
                        .. Enumerable.Range(1, rows).Select(number => new Assessor { AssessorId = $"{centre}{number}", CentreId = centre }),
                    ]),
                RunContext.Silent
            );
    }

    [Fact]
    public async Task Details_of_the_list_that_stays_in_use_stay_too()
    {
        await _reading.ListAsync<Assessor>("assessors", "1", Freshness.Always, () => Rows(12), RunContext.Silent);
        _cache.Records.Update([
            new Assessor
            {
                AssessorId = "1",
                CentreId = "1",
                Email = "amina@example.org",
                DetailsReadAt = _folder.Clock.GetUtcNow(),
            },
        ]);

        var rows = await _reading.ListAsync<Assessor>("assessors", "1", Freshness.Always, () => Rows(0), RunContext.Silent);

        Assert.Equal("amina@example.org", rows.Single(row => row.AssessorId == "1").Email);

        static Task<IReadOnlyList<Assessor>> Rows(int count) =>
            Task.FromResult<IReadOnlyList<Assessor>>([
                .. Enumerable.Range(1, count).Select(number => new Assessor { AssessorId = $"{number}", CentreId = "1" }),
            ]);
    }

    [Fact]
    public async Task Centres_never_vanish_all_at_once()
    {
        await CentresAsync(2);

        Assert.Equal(2, (await CentresAsync(0)).Count);

        Task<IReadOnlyList<Centre>> CentresAsync(int count) =>
            _reading.ListAsync<Centre>(
                "centres",
                "",
                Freshness.Always,
                () => Task.FromResult<IReadOnlyList<Centre>>([.. Enumerable.Range(1, count).Select(number => new Centre { CentreId = $"{number}" })]),
                RunContext.Silent
            );
    }

    [Fact]
    public async Task Learners_and_qualifications_may_be_none()
    {
        await LearnersAsync(3);

        Assert.Empty(await LearnersAsync(0));
        Assert.Empty(_cache.Records.Readings());

        Task<IReadOnlyList<Learner>> LearnersAsync(int count) =>
            _reading.ListAsync<Learner>(
                "learners",
                "",
                Freshness.Always,
                () => Task.FromResult<IReadOnlyList<Learner>>([.. Enumerable.Range(1, count).Select(number => new Learner { LearnerIdent = $"{number}" })]),
                RunContext.Silent
            );
    }
}
