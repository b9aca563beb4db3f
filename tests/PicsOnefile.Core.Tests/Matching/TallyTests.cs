using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Core.Tests.Matching.MadeUp;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>The comparison in detail: what each level adds, and that asking for it changes nothing.</summary>
public class TallyTests
{
    [Fact]
    public void The_rows_of_two_people_make_up_what_comparing_them_says() => RowsMakeUpTheSum(People(out var left, out var right), left, right);

    [Fact]
    public void The_rows_of_two_organisations_make_up_what_comparing_them_says()
    {
        var firms = MadeUpOrganisations.From(4, 150, NoiseLevel.High, switchboards: true);
        OrganisationProfile[] left = [.. firms.Onefile.Select(one => OrganisationProfile.From(one, false))];
        OrganisationProfile[] right = [.. firms.PicsWeb.Select(one => OrganisationProfile.From(one, false))];
        ContactCounts.Count(left, right);
        RowsMakeUpTheSum(new OrganisationComparer(left, right), left, right);
    }

    [Fact]
    public void Names_that_go_together_are_a_row_that_takes_bits_off()
    {
        var comparer = People(out var left, out var right);
        var rows = new List<TallyRow>();
        comparer.Compare(left[0], right.First(one => one.Person.SurnameKey == left[0].Person.SurnameKey), rows: rows);
        Assert.Contains(rows, row => row.Level.HasAny(Level.SameSurname) && row.Bits > 0);
        Assert.All(rows.Where(row => row.Level.IsEmpty), row => Assert.True(row.Bits < 0));
    }

    [Fact]
    public void A_comparison_that_is_dropped_leaves_no_rows()
    {
        var rows = new List<TallyRow>();
        var tally = new Tally(rows);
        tally.Add(Level.SameSurname, default, 3);
        var dropped = tally.Alternative();
        dropped.Add(Level.OtherSurname, default, -3);
        var part = tally.Part();
        Assert.True(part.Seen.HasAny(Level.SameSurname) && part.Bits == 0 && dropped.Seen == Level.OtherSurname);
        part.Add(Level.SameForename, Level.NameEqual, 5);
        tally.Add(in part);
        tally.TakeOff(1);
        Assert.Equal(7, tally.Bits);
        Assert.Equal(Level.SameSurname | Level.SameForename.Set | Level.NameEqual, tally.Seen);
        Assert.Equal([new(Level.SameSurname, 3), new(Level.SameForename, 5), new(default, -1)], rows);
    }

    [Fact]
    public void Nothing_is_allocated_where_no_rows_are_asked_for()
    {
        Add();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tally = Add();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(3, tally.Bits);

        static Tally Add()
        {
            var tally = new Tally(null);
            var part = tally.Part();
            part.Add(Level.SameSurname, default, 4);
            tally.Add(in part);
            tally.Add(tally.Alternative().Renamed(Level.SameName, Level.TradingName));
            tally.TakeOff(1);
            return tally;
        }
    }

    private static PersonComparer People(out PersonProfile[] left, out PersonProfile[] right)
    {
        var people = MadeUpPeople.From(4, 150, NoiseLevel.High);
        left = [.. people.Onefile.Select(one => PersonProfile.From(one, false))];
        right = [.. people.PicsWeb.Select(one => PersonProfile.From(one, false))];
        ContactCounts.Count(left, right);
        return new(left, right);
    }

    private static void RowsMakeUpTheSum<TProfile>(IPairComparer<TProfile> comparer, TProfile[] left, TProfile[] right)
        where TProfile : RecordProfile
    {
        var rows = new List<TallyRow>();
        foreach (var (one, other) in left.SelectMany(one => right.Select(other => (one, other))))
        {
            rows.Clear();
            var told = comparer.Compare(one, other, rows: rows);
            Assert.Equal(comparer.Compare(one, other), told);
            Assert.Equal(told.Weight, rows.Sum(row => (double)row.Bits), 3);
            Assert.All(rows, row => Assert.True(told.Levels.HasAll(row.Level)));
        }
    }
}
