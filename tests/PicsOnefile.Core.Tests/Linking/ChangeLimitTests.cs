using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Linking;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>-MaximumChange: a number or a percentage, and what counts towards it.</summary>
public sealed class ChangeLimitTests
{
    [Theory]
    [InlineData("0", 500, 0)]
    [InlineData(" 25 ", 500, 25)]
    [InlineData("10%", 500, 50)]
    [InlineData("10 %", 19, 1)]
    [InlineData("0.5%", 500, 2)]
    [InlineData("100%", 7, 7)]
    public void A_number_or_a_percentage_of_the_live_records_is_allowed(string given, int live, int allowed) =>
        Assert.Equal(allowed, ChangeLimit.Parse(given).Allowed(live));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("-5%")]
    [InlineData("101%")]
    [InlineData("0.1")]
    [InlineData("1,000")]
    [InlineData("ten")]
    [InlineData("%")]
    public void Anything_else_is_refused_in_a_sentence(string given) =>
        Assert.Contains("'10%'", Assert.Throws<FormatException>(() => ChangeLimit.Parse(given)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_negative_number_is_refused() => Assert.Throws<FormatException>(() => (ChangeLimit)(-1));

    [Fact]
    public async Task An_officer_with_an_account_in_each_centre_counts_once_and_what_is_rejected_does_not_count()
    {
        using var provider = new Provider(LinkBy.MisValue).With(
            new Officer { OfficerIdent = "A", OfficerId = "1" },
            new Officer { OfficerIdent = "B", OfficerId = "2" },
            new Assessor { AssessorId = "11", CentreId = "1" },
            new Assessor { AssessorId = "21", CentreId = "2" },
            new Assessor { AssessorId = "12", CentreId = "1" }
        );
        var snapshot = await provider.ReadAsync();
        LinkRequest[] requests =
        [
            new(LinkKind.Officer, "A", "11"),
            new(LinkKind.Officer, "A", "21"),
            new(LinkKind.Officer, "B", "12") { Decision = ReviewDecision.Reject },
        ];
        var plan = LinkPlanner.Plan(snapshot, requests, provider.Links.Options(Confidence.Certain, false, null));

        Assert.Null(LinkLimits.Exceeded(snapshot, plan, 1, Terms.Vendors));
        Assert.Null(LinkLimits.Exceeded(snapshot, plan, ChangeLimit.Parse("50%"), Terms.Vendors));
        Assert.Equal("ChangeLimitExceeded", LinkLimits.Exceeded(snapshot, plan, 0, Terms.Vendors)!.Kind.Id);
    }

    [Fact]
    public async Task The_message_says_how_many_there_are_how_many_may_be_and_what_a_percentage_is_of()
    {
        using var provider = new Provider();
        for (var number = 1; number <= 20; number++)
            provider.With(
                new Officer
                {
                    OfficerIdent = $"P{number}",
                    OfficerId = $"{number}",
                    Status = number > 10 ? "Dormant" : "Live",
                },
                new Assessor { AssessorId = $"{100 + number}", CentreId = "1" }
            );
        var snapshot = await provider.ReadAsync();
        var plan = LinkPlanner.Plan(
            snapshot,
            [.. Enumerable.Range(1, 3).Select(number => new LinkRequest(LinkKind.Officer, $"P{number}", $"{100 + number}"))],
            provider.Links.Options(Confidence.Certain, false, null)
        );

        Assert.Equal(
            "This would change 3 officers, and -MaximumChange allows 25% of 10 live officers, which is 2. Nothing was written.",
            LinkLimits.Exceeded(snapshot, plan, ChangeLimit.Parse("25%"), Terms.Vendors)!.Message
        );
    }
}
