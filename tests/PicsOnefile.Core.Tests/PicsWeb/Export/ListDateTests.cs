using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Export;

/// <summary>Which number of 05/06/2001 is the day: what the other dates of the column can only mean decides.</summary>
public sealed class ListDateTests
{
    [Theory]
    [InlineData("11/30/2001", "05/06/2001")]
    [InlineData("11-30-2001", "5-6-2001")]
    [InlineData("11/30/2001 0:00:00", "5/6/2001 0:00:00")]
    [InlineData("11/30/2001 12:00:00 AM", "5/6/2001 12:00:00 AM")]
    [InlineData("11/30/2001", "2001-05-06")]
    [InlineData("11/30/2001", "6 May 2001")]
    public async Task A_column_with_a_date_that_has_the_month_first_is_read_so(string certain, string open)
    {
        Assert.Equal([new(2001, 11, 30), new(2001, 5, 6)], await Read(certain, open));
        Assert.Equal([new(2001, 5, 6), new(2001, 11, 30)], await Read(open, certain));
    }

    [Theory]
    [InlineData("30/11/2001", "06/05/2001")]
    [InlineData("30/11/2001 12:00:00 AM", "6/5/2001 12:00:00 AM")]
    [InlineData("30.11.2001", "6.5.2001")]
    [InlineData("2001-11-30", "06/05/2001")]
    public async Task Any_other_column_has_the_day_first(string certain, string open) =>
        Assert.Equal([new(2001, 11, 30), new(2001, 5, 6)], await Read(certain, open));

    [Fact]
    public async Task Where_the_dates_disagree_what_may_be_either_is_left_empty_with_one_warning()
    {
        using var file = Of("11/30/2001", "25/12/2001", "05/06/2001", "07/07/2001", "2001-05-06");

        var dates = (await file.LearnersAsync()).Select(learner => learner.DateOfBirth);

        Assert.Equal([null, new(2001, 12, 25), null, new(2001, 7, 7), new(2001, 5, 6)], dates);
        var warning = Assert.Single(file.Log.Warnings);
        Assert.Contains("on 2 of 5 lines: 2, 4", warning, StringComparison.Ordinal);
        Assert.Contains("The column mixes the month first and the day first", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("2001", file.Log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_of_another_calendar_or_none_says_nothing_of_the_order() =>
        Assert.Equal([null, null, new(2001, 6, 5)], await Read("11/30/2544", "13/31/2001", "05/06/2001"));

    private static async Task<DateTime?[]> Read(params string[] cells)
    {
        using var file = Of(cells);
        return [.. (await file.LearnersAsync()).Select(learner => learner.DateOfBirth)];
    }

    private static ListFile Of(params string[] cells) =>
        new("Ident,Surname,Date of Birth\n" + string.Concat(cells.Select((cell, at) => $"L{at},Pugh,{cell}\n")));
}
