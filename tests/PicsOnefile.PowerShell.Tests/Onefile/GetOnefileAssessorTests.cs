using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Onefile;

/// <summary>Get-OnefileAssessor: who has an account in Onefile, and whose account is linked.</summary>
public sealed class GetOnefileAssessorTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void A_name_may_be_a_pattern_and_an_e_mail_address_is_asked_of_the_server()
    {
        var user = twin.Twin.World.Assessors.First(user => !user.Archived && user.Email.Length > 0);
        Assert.Contains(
            $"{user.Id}",
            twin.Must($"Get-OnefileAssessor -Name '* {user.LastName.Replace("'", "''", System.StringComparison.Ordinal)}'").All("AssessorId")
        );
        Assert.Contains($"{user.Id}", twin.Must($"Get-OnefileAssessor -Email '{user.Email}'").All("AssessorId"));
    }

    [Fact]
    public void Unlinked_leaves_out_who_is_linked()
    {
        var linked = twin.Twin.World.Officers.Values.Select(officer => officer.AdditionalId).ToHashSet();
        var unlinked = twin.Must("Get-OnefileAssessor -Unlinked");
        Assert.NotEmpty(unlinked);
        Assert.DoesNotContain(unlinked.All("AssessorId"), linked.Contains);
        Assert.All(unlinked.All("LinkState"), state => Assert.Equal("Unlinked", state));
    }
}

/// <summary>How a Get- cmdlet uses what was read before.</summary>
public sealed class CachedReadingTests
{
    [Fact]
    public async Task Offline_says_how_many_addresses_it_does_not_know()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-OnefileAssessor");
        var result = twin.Run("Get-OnefileAssessor -Offline -Email somebody@college.example");
        Assert.Contains("not in the cache", Assert.Single(result.Warnings));
    }
}
