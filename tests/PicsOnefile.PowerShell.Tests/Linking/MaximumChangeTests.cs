using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>-MaximumChange: a run that would change more than it may changes nothing.</summary>
public sealed class MaximumChangeTests
{
    private const string Link = "Set-OfficerLink -Confirm:$false";

    [Theory]
    [InlineData("2")]
    [InlineData("'2'")]
    [InlineData("1%")]
    [InlineData("'0.5%'")]
    public async Task Nothing_is_written_when_the_input_as_a_whole_is_too_much(string limit)
    {
        await using var twin = await TwinShell.StartAsync();
        var result = twin.ChangesNothing($"{Rows(twin, 3)} | {Link} -MaximumChange {limit}");
        Assert.Single(result.Errors).Is("ChangeLimitExceeded", ErrorCategory.LimitsExceeded);
        Assert.Contains("would change 3 officers", result.Errors[0].Exception.Message);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("'100%'")]
    public async Task What_stays_within_it_is_written(string limit)
    {
        await using var twin = await TwinShell.StartAsync();
        Assert.Equal(3, twin.Must($"{Rows(twin, 3)} | {Link} -PassThru -MaximumChange {limit}").Count);
    }

    [Fact]
    public async Task WhatIf_shows_the_plan_and_tells_that_it_would_be_refused()
    {
        await using var twin = await TwinShell.StartAsync();
        var result = twin.ChangesNothing($"{Rows(twin, 3)} | Set-OfficerLink -WhatIf -MaximumChange 2");
        Assert.Null(result.Ended);
        Assert.Contains("-MaximumChange allows 2", Assert.Single(result.Warnings));
        Assert.All(twin.FreeOfficers().Take(3), pair => Assert.Contains($"Set the Additional ID to {pair.OnefileId}", twin.Screen));
    }

    [Fact]
    public async Task Taking_links_off_has_the_same_limit()
    {
        await using var twin = await TwinShell.StartAsync();
        string rows = Rows(twin, 3);
        twin.Must($"{rows} | {Link}");
        var result = twin.ChangesNothing($"{rows} | Remove-OfficerLink -Confirm:$false -MaximumChange 2");
        Assert.Single(result.Errors).Is("ChangeLimitExceeded", ErrorCategory.LimitsExceeded);
    }

    [Fact]
    public async Task Organisations_are_counted_among_organisations()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOrganisations()[0];
        twin.Fails($"Set-OrganisationLink {pair.Ident} {pair.OnefileId} -MaximumChange 0 -Confirm:$false")
            .Is("ChangeLimitExceeded", ErrorCategory.LimitsExceeded);
        Assert.Equal("", twin.OrganisationLink(pair.Ident));
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("'101%'")]
    public async Task What_is_no_limit_is_refused_before_anything_is_read(string limit)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        Assert.Equal("CannotConvertArgumentNoMessage", twin.Fails($"Set-OfficerLink A 1 -MaximumChange {limit}").FullyQualifiedErrorId.Split(',')[0]);
    }

    private static string Rows(TwinShell twin, int count) =>
        string.Join(
            ", ",
            twin.FreeOfficers().Take(count).Select(pair => $"[pscustomobject]@{{ OfficerIdent = '{pair.Ident}'; AssessorId = '{pair.OnefileId}' }}")
        );
}
