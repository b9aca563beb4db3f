using System;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Records;

/// <summary>Which rows are of the connected customer. An ID that exists there is no proof.</summary>
public class ConnectedCustomerTests
{
    private const string AdHoc = PicsOnefileProfile.AdHoc;

    private static readonly ConnectedCustomer Connected = new("Live")
    {
        Origin = RecordOrigin.From(OnefileEnvironment.Live, "7001", "https://northmoor.picsweb.example"),
        Name = "Northmoor",
        CentreIds = ["3101", "3108"],
    };

    private static readonly ConnectedCustomer Unsaved = Connected with { ProfileName = AdHoc };

    private static string Of(OnefileEnvironment environment, string customer, string? address = null) =>
        RecordOrigin.From(environment, customer, address).ToString();

    [Theory]
    [InlineData(OnefileEnvironment.Live, "7099", null, "found for customer 7099 in Live, and customer 7001 (Northmoor) in Live is connected")]
    [InlineData(OnefileEnvironment.Practice, "7001", null, "found for customer 7001 in Practice, and customer 7001 (Northmoor) in Live is connected")]
    [InlineData(
        OnefileEnvironment.Live,
        "7001",
        "https://southmoor.picsweb.example",
        "found with another PICSWeb of customer 7001 in Live than the one that is connected"
    )]
    public void Another_origin_is_named_beside_the_connected_one(OnefileEnvironment environment, string customer, string? address, string mismatch) =>
        Assert.Equal(mismatch, Unsaved.FindMismatch(new(AdHoc, Of(environment, customer, address))));

    [Fact]
    public void A_saved_profile_of_the_row_is_named_as_well() =>
        Assert.Contains(
            "customer 7099 in Live (profile 'South')",
            Connected.FindMismatch(new("South", Of(OnefileEnvironment.Live, "7099"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_same_name_of_a_profile_does_not_make_another_customer_the_same() =>
        Assert.NotNull(Connected.FindMismatch(new("Live", Of(OnefileEnvironment.Live, "7099"), "3101")));

    [Theory]
    [InlineData("Renamed")]
    [InlineData(AdHoc)]
    [InlineData(null)]
    public void A_renamed_profile_of_the_same_customer_is_the_same(string? profile) =>
        Assert.Null(Connected.FindMismatch(new(profile, Of(OnefileEnvironment.Live, "7001"), "a centre that has gone")));

    [Fact]
    public void A_row_of_version_0_1_0_is_judged_by_its_profile() => Assert.NotNull(Connected.FindMismatch(new("Practice")));

    [Theory]
    [InlineData("3101", true)]
    [InlineData(" 3108 ", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("9", false)]
    public void A_row_of_version_0_1_0_is_judged_by_its_centre_too(string? centre, bool isTaken) =>
        Assert.Equal(isTaken, Unsaved.FindMismatch(new(AdHoc, null, centre)) is null);

    [Fact]
    public void The_centres_of_both_are_named() =>
        Assert.Equal(
            "found in centre 9, and customer 7001 (Northmoor) in Live is connected, which has the centre(s) 3101, 3108",
            Unsaved.FindMismatch(new(AdHoc, null, "9"))
        );

    [Theory]
    [InlineData(AdHoc, "Ann Bell", "Owen Tansley", false)]
    [InlineData(AdHoc, " OWEN TANSLEY", "Owen Tansley ", true)]
    [InlineData(AdHoc, null, "Owen Tansley", true)]
    [InlineData(AdHoc, "Ann Bell", null, true)]
    [InlineData("Live", "Ann Bell", "Owen Tansley", true)]
    [InlineData(null, "Ann Bell", "Owen Tansley", true)]
    public void The_name_counts_where_no_profile_was_saved_and_no_origin_is_known(string? profile, string? was, string? now, bool isTaken)
    {
        var connected = profile == AdHoc ? Unsaved : Connected;

        Assert.Equal(isTaken, connected.FindMismatch(new(profile, PicsWebName: was), now) is null);
    }

    [Fact]
    public void What_a_person_typed_is_of_no_other_customer() => Assert.Null(Connected.FindMismatch(RowSource.Unknown, "Owen Tansley"));

    [Fact]
    public void A_column_of_another_meaning_is_no_origin() => Assert.Null(Connected.FindMismatch(new(null, "Human Resources")));
}
