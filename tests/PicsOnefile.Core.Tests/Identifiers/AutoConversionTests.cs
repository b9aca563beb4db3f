using System;
using System.Linq;
using PicsOnefile.Identifiers;
using Xunit;

namespace PicsOnefile.Core.Tests.Identifiers;

/// <summary>What a spreadsheet makes of IDs is seen, and what only looks like it is left alone.</summary>
public sealed class AutoConversionTests
{
    private static string[] Found(string[] ids, params string[] known) =>
        [.. AutoConversion.Find(ids, known.Select(id => new KnownId(id, "in the learners' list"))).Select(one => $"{one.Id}={one.Was}")];

    [Theory]
    [InlineData("43", "00043")]
    [InlineData("191", "00191")]
    [InlineData("0", "000")]
    public void An_ID_that_somebody_else_has_with_zeros_has_lost_them(string id, string known) =>
        Assert.Equal([$"{id}={known}"], Found([id, "10245", "JUN03"], known, "10245"));

    [Theory]
    [InlineData("1.6E+01")]
    [InlineData("4,477E+11")]
    [InlineData("1E+05")]
    [InlineData("03-Jun")]
    [InlineData("Mar-99")]
    [InlineData("03/06/2026")]
    public void A_number_in_the_short_form_and_a_date_are_no_IDs(string id) => Assert.Equal([$"{id}="], Found(["00012", "00013", id]));

    [Fact]
    public void A_shorter_number_among_numbers_with_zeros_has_lost_its_own() =>
        Assert.Equal(["43=00043", "7=00007"], Found(["00012", "10245", "00191", "43", "A1", "7"]));

    [Theory]
    [InlineData("1", "2", "10", "100")]
    [InlineData("0012", "0013", "7A", "JUN03")]
    [InlineData("01", "001", "7", "12")]
    [InlineData("00043", "43", "10001", "10002")]
    [InlineData("0012", "7", "8", "9")]
    [InlineData("01-Jan", "02-Jan", "03-Jan", "A1")]
    public void Lists_whose_form_says_nothing_are_left_alone(params string[] ids) => Assert.Empty(Found(ids));

    [Fact]
    public void An_ID_that_somebody_else_has_just_so_is_right_whatever_it_looks_like() =>
        Assert.Empty(Found(["03-Jun", "1.6E+01", "00012", "00013", "43"], "03-Jun", "1.6E+01", "43"));

    [Theory]
    [InlineData("43", "00043")]
    [InlineData("1.6E+01", "")]
    [InlineData("03-Jun", "")]
    public void An_earlier_reading_of_the_same_list_does_not_make_it_right(string id, string was) =>
        Assert.Equal(
            [$"{id}={was}"],
            AutoConversion
                .Find(["00012", "10245", "00191", id], [new KnownId(id, "in an earlier list") { Vouches = false }])
                .Select(one => $"{one.Id}={one.Was}")
        );

    [Fact]
    public void One_who_has_the_zeros_counts_more_than_another_who_has_lost_them_too() => Assert.Equal(["43=00043"], Found(["43"], "43", "00043"));

    [Fact]
    public void Two_records_that_differ_in_zeros_are_two_records() => Assert.Empty(Found(["43", "00043"], "00043"));

    [Theory]
    [InlineData("16", "Did you mean '00016'?")]
    [InlineData("016", "Did you mean '00016'?")]
    [InlineData("1.6E+01", "a number or a date")]
    [InlineData("03-Jun", "a number or a date")]
    [InlineData("17", "")]
    [InlineData(null, "")]
    public void An_ID_that_is_not_there_brings_the_one_that_was_meant(string? given, string says)
    {
        var hint = AutoConversion.Hint(given, ["00016", "JUN03"]);

        Assert.Equal(says.Length == 0, hint.Length == 0);
        Assert.Contains(says, hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=\"00016\"")]
    [InlineData("'00016")]
    [InlineData(" \u00A000016\u00A0")]
    [InlineData("\uFEFF00016")]
    [InlineData("000\u200B16")]
    [InlineData("00\u00AD016")]
    [InlineData("\u202A00016\u202C")]
    public void What_surrounds_an_ID_and_what_nobody_sees_in_it_is_not_part_of_it(string given)
    {
        Assert.Equal("00016", RecordId.Normalise(given));
        Assert.Equal("00016", RecordId.AsKnown(given, RecordId.Index(["00016", "16"])));
    }

    [Fact]
    public void An_ID_of_a_list_that_holds_what_nobody_sees_is_found_and_an_unknown_one_stays_as_it_was_given()
    {
        var known = RecordId.Index([@"JUN03\u200b", "JUN04"]);

        Assert.Equal(@"JUN03\u200b", RecordId.AsKnown("JUN03", known));
        Assert.Equal(@"JUN03\u200b", RecordId.AsKnown("jun\u200b03", known));
        Assert.Equal("JUN\u200b05", RecordId.AsKnown("JUN\u200b05 ", known));
    }
}
