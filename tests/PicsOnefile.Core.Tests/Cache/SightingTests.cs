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

    private static readonly SqliteSettings VersionOne = new() { Migrations = [Migration.All[0]] };

    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sighting_comes_back_as_it_was_kept()
    {
        var sighting = new Sighting("0012") { FirstSeen = Noon, Live = false, LiveSince = Noon.AddDays(1), State = LinkState.Broken, StateBefore = LinkState.Linked, StateSince = Noon.AddDays(2), Partner = "11,21" };

        _folder.Once(cache => cache.Sightings.Keep("Officer", [sighting], Noon));

        Assert.Equal(sighting, Assert.Single(_folder.Open().Sightings.Read("Officer")));
        Assert.Empty(_folder.Open().Sightings.Read("Assessor"));
    }

    [Fact]
    public void The_watch_of_a_kind_begins_once_also_with_nothing_to_see()
    {
        var sightings = _folder.Open().Sightings;
        Assert.Null(sightings.Began("Officer"));

        sightings.Keep("Officer", [], Noon);
        sightings.Keep("Officer", [], Noon.AddDays(1));

        Assert.Equal(Noon, sightings.Began("Officer"));
    }

    [Fact]
    public void Another_customers_records_are_another_matter_and_clearing_the_cache_keeps_both()
    {
        var cache = _folder.Open();
        cache.BelongTo("Live|1|a");
        cache.Sightings.Keep("Officer", [new Sighting("A")], Noon);
        cache.BelongTo("Live|2|b");
        Assert.Empty(cache.Sightings.Read("Officer"));

        cache.Clear();
        cache.BelongTo("Live|1|a");

        Assert.Equal("A", Assert.Single(cache.Sightings.Read("Officer")).Id);
    }

    [Fact]
    public void An_older_file_is_backed_up_and_what_is_in_its_lists_counts_as_seen_from_the_beginning()
    {
        _folder.Once(
            cache =>
            {
                CacheFolder.Write(cache, 2);
                cache.BelongTo("Live|9|tenant.example");
                cache.Records.Replace("", [new Officer { OfficerIdent = "0012", OfficerId = "1", Surname = "Probert" }], Noon, 1);
                cache.Records.Replace("1", [new Assessor { AssessorId = "11", CentreId = "1", LastName = "Probert" }], Noon, 1);
                cache.Ledger.SetFact("kept", "yes");
            },
            VersionOne);
        Assert.Equal(1, _folder.Ask<long>("PRAGMA user_version"));

        var cache = _folder.Open();
        cache.BelongTo("Live|9|tenant.example");

        Assert.True(_folder.Ask<long>("PRAGMA user_version") > 1);
        Assert.Single(Directory.GetFiles(_folder.Folder, "*.v1-*.bak"));
        Assert.Equal(("0012", null, null), (cache.Sightings.Read("Officer").Single().Id, cache.Sightings.Read("Officer").Single().FirstSeen, cache.Sightings.Read("Officer").Single().Live));
        Assert.Equal("11", Assert.Single(cache.Sightings.Read("Assessor")).Id);
        Assert.Null(cache.Sightings.Began("Officer"));
        Assert.Equal((4, null, "yes"), (cache.Journal.Head().Count, cache.Journal.FirstBroken(), cache.Ledger.Fact("kept")));
        Assert.Equal("Probert", Assert.Single(cache.Records.Read<Officer>()!.Rows).Surname);
    }

    [Fact]
    public void No_name_is_kept() =>
        Assert.Equal(["Id", "FirstSeen", "Live", "LiveSince", "State", "StateBefore", "StateSince", "Partner"], typeof(Sighting).GetProperties().Where(property => property.Name != "EqualityContract").Select(property => property.Name));
}
