using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Records;

/// <summary>Where rows come from, as the one text that travels with them.</summary>
public class RecordOriginTests
{
    private static readonly RecordOrigin Ours = RecordOrigin.From(OnefileEnvironment.Live, "7001", "https://northmoor.picsweb.example/app");

    [Fact]
    public void The_text_names_environment_and_customer_and_hides_the_address()
    {
        Assert.Matches("^Live/7001/[0-9a-f]{8}$", Ours.ToString());
        Assert.Equal("Practice/7001", RecordOrigin.From(OnefileEnvironment.Practice, "7001", null).ToString());
    }

    [Theory]
    [InlineData("7001", "https://northmoor.picsweb.example/app")]
    [InlineData("a/b c", "http://127.0.0.1:5000/picsweb")]
    [InlineData("7001", null)]
    public void The_text_comes_back_as_the_origin_that_it_was(string customer, string? address)
    {
        var origin = RecordOrigin.From(OnefileEnvironment.Beta, customer, address);

        Assert.Equal(origin, RecordOrigin.Parse($" {origin} "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Live")]
    [InlineData("Live/")]
    [InlineData("Live//5f2a91c4")]
    [InlineData("0/7001")]
    [InlineData("Human Resources/North")]
    [InlineData("a/b/c/d")]
    public void Any_other_text_is_none(string? text) => Assert.Null(RecordOrigin.Parse(text));

    [Theory]
    [InlineData(OnefileEnvironment.Live, "7001", "https://NORTHMOOR.picsweb.example", false)]
    [InlineData(OnefileEnvironment.Live, "7001", null, false)]
    [InlineData(OnefileEnvironment.Practice, "7001", "https://northmoor.picsweb.example", true)]
    [InlineData(OnefileEnvironment.Live, "7002", "https://northmoor.picsweb.example", true)]
    [InlineData(OnefileEnvironment.Live, "7001", "https://southmoor.picsweb.example", true)]
    public void Environment_customer_and_PICSWeb_count_and_an_unknown_PICSWeb_differs_from_none(
        OnefileEnvironment environment,
        string customer,
        string? address,
        bool differs
    )
    {
        var other = RecordOrigin.From(environment, customer, address);

        Assert.Equal((differs, differs), (Ours.Differs(other), other.Differs(Ours)));
    }
}
