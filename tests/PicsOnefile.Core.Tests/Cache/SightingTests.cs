using System;
using System.IO;
using System.Linq;
using PicsOnefile.Cache;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>What was seen of records is kept, for each customer apart, and an older file brings along what it knows.</summary>
public sealed class SightingTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 6, 12, 0, 0, TimeSpan.Zero);

    private const string Written = "2031-05-06T12:00:00.0000000Z";

    private static readonly SqliteSettings VersionOne = new() { Migrations = [Migration.All[0]] };

    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sighting_comes_back_as_it_was_kept()
    {
        var sighting = new Sighting("0012")
        {
            FirstSeen = Noon,
            Live = false,
            LiveSince = Noon.AddDays(1),
            State = LinkState.Broken,
            StateBefore = LinkState.Linked,
            StateSince = Noon.AddDays(2),
            Partner = "11,21",
        };

        _folder.Once(cache => cache.Sightings.Save("Officer", [sighting], Noon));

        Assert.Equal(sighting, Assert.Single(_folder.Open().Sightings.Read("Officer")));
        Assert.Empty(_folder.Open().Sightings.Read("Assessor"));
    }

    [Fact]
    public void The_watch_of_a_kind_begins_once_also_with_nothing_to_see()
    {
        var sightings = _folder.Open().Sightings;
        Assert.Null(sightings.GetStart("Officer"));

        sightings.Save("Officer", [], Noon);
        sightings.Save("Officer", [], Noon.AddDays(1));

        Assert.Equal(Noon, sightings.GetStart("Officer"));
    }

    [Fact]
    public void Another_customers_records_are_another_matter_and_clearing_the_cache_keeps_both()
    {
        var cache = _folder.Open();
        cache.BindTo("Live|1|a");
        cache.Sightings.Save("Officer", [new Sighting("A")], Noon);
        cache.BindTo("Live|2|b");
        Assert.Empty(cache.Sightings.Read("Officer"));

        cache.Clear();
        cache.BindTo("Live|1|a");

        Assert.Equal("A", Assert.Single(cache.Sightings.Read("Officer")).Id);
    }

    [Fact]
    public void An_older_file_is_backed_up_and_what_is_in_its_lists_counts_as_seen_from_the_beginning()
    {
        _folder.Once(
            cache =>
            {
                var run = cache.Journal.BeginRun("Set-OfficerLink");
                cache.Journal.Append([.. Enumerable.Range(1, 4).Select(number => CacheFolder.Intent(run, $"{number}") with { Kind = "Earlier" })]);
                cache.BindTo("Live|9|tenant.example");
                cache.Ledger.SetFact("kept", "yes");
            },
            VersionOne
        );
        // As the older version wrote its lists.
        _folder.Tamper(
            $"""
            INSERT INTO officer (scope, read_at, officer_ident, officer_id, surname) VALUES ('', '{Written}', '0012', '1', 'Probert');
            INSERT INTO refresh (list, scope, read_at, calls, rows) VALUES ('officer', '', '{Written}', 1, 1);
            INSERT INTO assessor (scope, read_at, assessor_id, centre_id, last_name, role) VALUES ('1', '{Written}', '11', '1', 'Probert', 5);
            INSERT INTO refresh (list, scope, read_at, calls, rows) VALUES ('assessor', '1', '{Written}', 1, 1), ('placement', '1', '{Written}', 1, 0);
            """
        );
        Assert.Equal(1, _folder.Ask<long>("PRAGMA user_version"));

        var cache = _folder.Open();
        cache.BindTo("Live|9|tenant.example");

        Assert.True(_folder.Ask<long>("PRAGMA user_version") > 1);
        Assert.Single(Directory.GetFiles(_folder.Folder, "*.v1-*.bak"));
        Assert.Equal(
            ("0012", null, null),
            (cache.Sightings.Read("Officer").Single().Id, cache.Sightings.Read("Officer").Single().FirstSeen, cache.Sightings.Read("Officer").Single().Live)
        );
        Assert.Equal("11", Assert.Single(cache.Sightings.Read("Assessor")).Id);
        Assert.Null(cache.Sightings.GetStart("Officer"));
        Assert.Equal((4, null, "yes"), (cache.Journal.Head().Count, cache.Journal.FirstBroken(), cache.Ledger.Fact("kept")));
        Assert.Equal("Probert", Assert.Single(cache.Records.Read<Officer>()!.Rows).Surname);
        // What it had read is what later readings are compared with, and an empty list was never accepted by anybody.
        Assert.Equal(
            [(GuardedList.Assessor, 1, null), (GuardedList.Officer, 1, null), (GuardedList.Placement, null, 0)],
            cache.Records.Readings().Select(state => (state.List, state.AcceptedRows, state.WithheldRows))
        );
    }

    [Fact]
    public void No_name_is_kept() =>
        Assert.Equal(
            ["Id", "FirstSeen", "Live", "LiveSince", "State", "StateBefore", "StateSince", "Partner"],
            typeof(Sighting).GetProperties().Where(property => property.Name != "EqualityContract").Select(property => property.Name)
        );
}
