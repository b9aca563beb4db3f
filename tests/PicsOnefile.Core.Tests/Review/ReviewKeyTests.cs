using PicsOnefile.Review;
using Xunit;

namespace PicsOnefile.Core.Tests.Review;

/// <summary>The key of a row, in both of its versions.</summary>
public class ReviewKeyTests
{
    private const string Origin = "Live/7001/5f2a91c4";

    // Rows of Release-0.1.0 in the folder of the tests: the module of that version wrote them.
    private const string ReleasedOfficer = "KOHU3Y3BRD5HR6T2UIEPTIOBUGAZB6MZRGEPUQYLSOJXXOZDBNRSQ";
    private const string ReleasedStandard = "KLNDL76BRD5IR6MJZGYPVG5DBNZSGC4TED4YTSNSBKMPTEMBTHAPUQYLSOJXXOZDBNRSQ";

    [Fact]
    public void A_key_says_of_which_customer_it_is()
    {
        var key = new ReviewKey(LinkKind.Officer, "0012", "4711", "3101", "(ad hoc)", Origin);

        Assert.Equal(key, ReviewKey.Parse(key.ToString()));
        Assert.Equal(("(ad hoc)", Origin, "3101"), (key.Source.ProfileName, key.Source.Origin, key.Source.CentreId));
    }

    [Fact]
    public void A_key_of_a_standard_says_so_too()
    {
        var key = new StandardReviewKey("196", StandardComponentKind.Gateway, "196GW", "0012", "(ad hoc)", Origin);

        Assert.Equal(key, StandardReviewKey.Parse(key.ToString()));
    }

    [Fact]
    public void Keys_of_version_0_1_0_open_without_an_origin()
    {
        Assert.Equal(new ReviewKey(LinkKind.Officer, "OTA", "48402", "311", "Harrowdale", null), ReviewKey.Parse(ReleasedOfficer));
        Assert.Equal(
            new StandardReviewKey("196", StandardComponentKind.Standard, "196AS", "2038", "Harrowdale", null),
            StandardReviewKey.Parse(ReleasedStandard)
        );
    }

    [Fact]
    public void A_key_of_a_version_with_other_parts_is_none()
    {
        Assert.Null(ReviewKey.Parse(KeyText.Create("1", "O", "0012", "4711", "3101", "Live", Origin)));
        Assert.Null(ReviewKey.Parse(KeyText.Create("2", "O", "0012", "4711", "3101", "Live")));
        Assert.Null(ReviewKey.Parse(KeyText.Create("3", "O", "0012", "4711", "3101", "Live", Origin)));
        Assert.Null(StandardReviewKey.Parse(KeyText.Create("2", "Q", "196", "Gateway", "196GW", "0012", "Live")));
    }
}
