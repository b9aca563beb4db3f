using System;
using System.IO;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>Which run is under way, and whose a value is, by the cache file alone.</summary>
public sealed class ClaimsTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Change Begun(
        SqliteMappingCache cache,
        string key = "0023",
        string value = "4711",
        string field = "AdditionalId",
        string kind = "Officer",
        string? centre = null
    ) =>
        Assert.Single(
            cache.Journal.Append([
                CacheFolder.Intent(cache.Journal.BeginRun("Set-OfficerLink"), Guid.NewGuid().ToString("N"), key) with
                {
                    Kind = kind,
                    Field = field,
                    NewValue = value,
                    CentreId = centre,
                },
            ])
        );

    private static RunActivity Standing(SqliteMappingCache cache, Change intent) => cache.Journal.Claims.GetState(intent).Run;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(400 * 24 * 60)]
    [InlineData(-400 * 24 * 60)]
    public void A_run_is_under_way_while_its_process_says_so_whatever_a_clock_says(int minutes)
    {
        SqliteMappingCache one = _folder.Open(),
            other = _folder.Open();
        var intent = Begun(one);
        using var held = one.Journal.Claims.AcquireLease(intent.RunId);

        _folder.Clock.Move(TimeSpan.FromMinutes(minutes));

        Assert.Equal(RunActivity.UnderWay, Standing(other, intent));
    }

    [Fact]
    public void A_run_that_ended_in_order_may_have_something_on_its_way_for_as_long_as_a_call_may_take()
    {
        SqliteMappingCache one = _folder.Open(),
            other = _folder.Open();
        var intent = Begun(one);
        one.Journal.Claims.AcquireLease(intent.RunId).Dispose();

        Assert.Equal(RunActivity.JustEnded, Standing(other, intent));
        Assert.Equal(_folder.Clock.GetUtcNow().AddSeconds(100), other.Journal.Claims.GetState(intent).SettledFrom);
        _folder.Clock.Move(TimeSpan.FromSeconds(100));
        Assert.Equal(RunActivity.Ended, Standing(other, intent));
    }

    [Fact]
    public void A_process_that_is_gone_is_noticed_without_waiting_for_a_deadline()
    {
        SqliteMappingCache one = _folder.Open(),
            other = _folder.Open();
        var intent = Begun(one);
        one.Journal.Claims.AcquireLease(intent.RunId);

        // As the operating system does when a process is killed: the lock is gone, and nothing was said.
        one.Dispose();

        Assert.Equal(RunActivity.JustEnded, Standing(other, intent));
        _folder.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(RunActivity.Ended, Standing(other, intent));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Folder), file => file.EndsWith(".run", StringComparison.Ordinal));
    }

    [UnixFact]
    public void Where_the_name_of_a_cache_leaves_no_room_for_a_lock_the_deadline_tells_and_nobody_waits_for_ever()
    {
        var file = Path.Combine(_folder.Folder, new string('n', 240));
        using var one = SqliteMappingCache.Open(file, _folder.Clock);
        using var other = SqliteMappingCache.Open(file, _folder.Clock);
        var intent = Begun(one);
        one.Journal.Claims.AcquireLease(intent.RunId);

        Assert.Equal(RunActivity.UnderWay, Standing(other, intent));
        _folder.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal(RunActivity.Ended, Standing(other, intent));
    }

    [Theory]
    [InlineData(4, RunActivity.UnderWay)]
    [InlineData(5, RunActivity.Ended)]
    [InlineData(-4, RunActivity.UnderWay)]
    [InlineData(-9, RunActivity.Ended)]
    public void Of_a_run_that_left_no_lease_the_age_of_its_intent_tells(int minutes, RunActivity expected)
    {
        var cache = _folder.Open();
        var intent = Begun(cache);

        _folder.Clock.Move(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, Standing(cache, intent));
    }

    [Fact]
    public void From_elsewhere_the_deadline_tells_and_a_run_that_lives_moves_it_on()
    {
        var network = new SqliteSettings { IsOnNetwork = _ => true };
        SqliteMappingCache one = _folder.Open(network),
            other = _folder.Open(network);
        var intent = Begun(one);
        one.Journal.Claims.AcquireLease(intent.RunId);
        _folder.Clock.Move(TimeSpan.FromMinutes(4));
        Assert.True(one.Journal.Claims.Confirm(intent));

        // On a network path a lock that nobody holds proves nothing.
        one.Dispose();
        _folder.Clock.Move(TimeSpan.FromMinutes(4));
        Assert.Equal(RunActivity.UnderWay, Standing(other, intent));
        _folder.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(RunActivity.Ended, Standing(other, intent));
    }

    [Fact]
    public void A_deadline_that_a_wrong_clock_set_ends_one_lease_after_the_first_look()
    {
        var network = new SqliteSettings { IsOnNetwork = _ => true };
        SqliteMappingCache one = _folder.Open(network),
            other = _folder.Open(network);
        _folder.Clock.Move(TimeSpan.FromDays(400));
        var intent = Begun(one);
        one.Journal.Claims.AcquireLease(intent.RunId);
        one.Dispose();
        _folder.Clock.Move(TimeSpan.FromDays(-400));

        Assert.Equal(RunActivity.UnderWay, Standing(other, intent));
        _folder.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal(RunActivity.Ended, Standing(other, intent));
    }

    [Fact]
    public void An_intent_that_somebody_settled_is_confirmed_no_more()
    {
        SqliteMappingCache one = _folder.Open(),
            other = _folder.Open();
        var intent = Begun(one);
        Assert.True(one.Journal.Claims.Confirm(intent));

        other.Journal.Append([intent with { State = ChangeState.Skipped }]);

        Assert.False(one.Journal.Claims.Confirm(intent));
    }

    [Theory]
    [InlineData("Officer", "AdditionalId", "4711", null, true)]
    [InlineData("Officer", "AdditionalId", " 4711", null, true)]
    [InlineData("Officer", "AdditionalId", "4712", null, false)]
    [InlineData("Organisation", "AdditionalId", "4711", null, false)]
    [InlineData("Assessor", "MisId", "4711", null, false)]
    public void A_value_is_claimed_within_its_kind_of_record(string kind, string field, string value, string? centre, bool claimed)
    {
        var cache = _folder.Open();
        Begun(cache, "0023", "4711");

        Assert.Equal(claimed, cache.Journal.Claims.FindConflicts([Begun(cache, "0024", value, field, kind, centre)]).Count > 0);
    }

    [Theory]
    [InlineData("jun03", "1", true)]
    [InlineData("JUN03", "2", false)]
    public void A_MIS_Value_is_claimed_within_its_centre_however_it_is_written(string value, string centre, bool claimed)
    {
        var cache = _folder.Open();
        Begun(cache, "11", "JUN03", "MisId", "Assessor", "1");

        Assert.Equal(claimed, cache.Journal.Claims.FindConflicts([Begun(cache, "12", value, "MisId", "Assessor", centre)]).Count > 0);
    }

    [Fact]
    public void The_first_in_the_journal_has_the_value_and_is_named_with_its_run()
    {
        var cache = _folder.Open();
        var first = Begun(cache, "0023");
        var second = Begun(cache, "0024");

        Assert.Empty(cache.Journal.Claims.FindConflicts([first]));
        var claim = Assert.Single(cache.Journal.Claims.FindConflicts([second]));
        Assert.Equal(
            (second.ChangeId, "Officer", "0023", "4711", first.RunId, false),
            (claim.AgainstChangeId, claim.Kind, claim.Key, claim.Value, claim.RunId, claim.IsDone)
        );
    }

    [Fact]
    public void A_change_that_was_made_claims_until_its_field_gets_another_value_and_one_that_was_not_never_did()
    {
        var cache = _folder.Open();
        var made = Begun(cache, "0023");
        cache.Journal.Append([made with { State = ChangeState.Done }]);
        var refused = Begun(cache, "0025");
        cache.Journal.Append([refused with { State = ChangeState.Conflict }]);
        Assert.Equal("0023", Assert.Single(cache.Journal.Claims.FindConflicts([Begun(cache, "0024", "4711")]), claim => claim.IsDone).Key);

        cache.Journal.Append([Begun(cache, "0023", "4712") with { State = ChangeState.Done }]);

        Assert.DoesNotContain(cache.Journal.Claims.FindConflicts([Begun(cache, "0026")]), claim => claim.IsDone);
    }

    [Fact]
    public void A_reference_that_is_being_added_is_claimed_against_one_that_is_set_and_against_another_that_is_added()
    {
        var cache = _folder.Open();
        Begun(cache, "196AS", "196AS", "VqReference", "NewQualification");

        Assert.Single(cache.Journal.Claims.FindConflicts([Begun(cache, "17", "196AS", "VqReference", "Qualification")]));
        Assert.Equal(2, cache.Journal.Claims.FindConflicts([Begun(cache, "196AS", "196AS", "VqReference", "NewQualification")]).Count);
        Assert.Empty(cache.Journal.Claims.FindConflicts([Begun(cache, "18", "196as", "VqReference", "Qualification")]));
    }

    [Fact]
    public void What_killed_runs_left_is_swept_when_the_cache_is_opened_once_it_is_a_day_old_and_nobody_holds_it()
    {
        _folder.Once(_ => { });
        string Lock(string run, int hours)
        {
            var path = $"{_folder.File}.{run}.run";
            File.WriteAllBytes(path, []);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-hours));
            return path;
        }

        var old = Lock("20261101T101112131Z-a1b2c3", 30);
        string[] kept = [Lock("20261101T101112131Z-d4e5f6", 2), Lock("notes", 30)];
        var held = Lock("20261101T101112131Z-abcdef", 30);
        using (new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            _folder.Once(_ => { });

        Assert.False(File.Exists(old));
        Assert.All([.. kept, held], file => Assert.True(File.Exists(file), file));
    }

    [UnixFact]
    public void A_run_whose_lock_cannot_be_made_does_not_begin_and_says_why()
    {
        var cache = _folder.Open();
        var run = cache.Journal.BeginRun("Set-OfficerLink");
        Directory.Delete(_folder.Folder, recursive: true);
        try
        {
            var failure = Assert.Throws<PicsOnefileException>(() => cache.Journal.Claims.AcquireLease(run));

            Assert.Equal("CacheUnusable", failure.Kind.Id);
            Assert.Contains("the lock of the run could not be made", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.CreateDirectory(_folder.Folder);
        }
    }

    [UnixFact]
    public void A_cache_behind_a_link_is_judged_by_the_folder_of_its_file()
    {
        var share = Directory.CreateDirectory(Path.Combine(_folder.Folder, "share")).FullName;
        using (SqliteMappingCache.Open(Path.Combine(share, "centre.db"), _folder.Clock))
            File.CreateSymbolicLink(_folder.File, Path.Combine(share, "centre.db"));
        var settings = new SqliteSettings { IsOnNetwork = folder => folder == share };
        SqliteMappingCache one = _folder.Open(settings),
            other = _folder.Open(settings);
        var intent = Begun(one);
        one.Journal.Claims.AcquireLease(intent.RunId);

        one.Dispose();

        // On a network path a lock that nobody holds proves nothing.
        Assert.Equal(RunActivity.UnderWay, Standing(other, intent));
    }
}
