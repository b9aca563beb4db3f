using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Onefile;

/// <summary>Get-OnefileAssessor: who has an account in Onefile, and whose account is linked.</summary>
public sealed class GetOnefileAssessorTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public async Task Assessors_and_trainee_assessors_that_are_not_archived_are_shown()
    {
        await using var own = await TwinShell.StartAsync(TwinShell.SmallWithArchivedRows());
        var live = own.Twin.World.Assessors.Where(user => !user.Archived).Select(user => $"{user.Id}").Order();
        Assert.Equal(live, own.Must("Get-OnefileAssessor").All("AssessorId").Order());
    }

    [Fact]
    public async Task Archived_accounts_come_when_asked_for()
    {
        await using var own = await TwinShell.StartAsync(TwinShell.SmallWithArchivedRows());
        var archived = own.Twin.World.Assessors.Where(user => user.Archived).Select(user => $"{user.Id}").ToList();
        Assert.NotEmpty(archived);
        var rows = own.Must("Get-OnefileAssessor -IncludeArchived");
        Assert.Equal(own.Twin.World.Assessors.Count(), rows.Count);
        Assert.Equal(archived.Order(), rows.Where(row => row.Text("Archived") == "True").All("AssessorId").Order());
    }

    [Fact]
    public void An_assessor_asked_for_by_ID_comes_with_the_e_mail_address()
    {
        var user = twin.Twin.World.Assessors.First(user => !user.Archived && user.Email.Length > 0);
        var row = Assert.Single(twin.Must($"Get-OnefileAssessor {user.Id}"));
        Assert.Equal((user.Email, user.FirstName, user.LastName), (row.Text("Email"), row.Text("FirstName"), row.Text("LastName")));
    }

    [Fact]
    public void IDs_come_through_the_pipeline_by_property_name()
    {
        var ids = twin.Twin.World.Assessors.Where(user => !user.Archived).Take(3).Select(user => $"{user.Id}").ToList();
        string rows = string.Join(", ", ids.Select(id => $"[pscustomobject]@{{ AssessorId = '{id}' }}"));
        Assert.Equal(ids, twin.Must($"{rows} | Get-OnefileAssessor").All("AssessorId"));
    }

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

    [Fact]
    public void An_ID_that_Onefile_does_not_have_is_told_and_the_others_come()
    {
        var user = twin.Twin.World.Assessors.First(user => !user.Archived);
        var result = twin.Run($"Get-OnefileAssessor 1, {user.Id}");
        Assert.Single(result.Errors).Is("RecordUnknown", ErrorCategory.ObjectNotFound, "1");
        Assert.Equal([$"{user.Id}"], result.Output.All("AssessorId"));
    }

    [Fact]
    public void Refresh_and_Offline_together_are_refused()
    {
        var error = twin.Fails("Get-OnefileAssessor -Refresh -Offline");
        Assert.Equal("RefreshAndOffline", error.FullyQualifiedErrorId.Split(',')[0]);
    }
}

/// <summary>How a Get- cmdlet uses what was read before.</summary>
public sealed class CachedReadingTests
{
    [Fact]
    public async Task A_second_look_makes_no_call_and_Refresh_sees_what_is_new()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-OnefileAssessor");
        int id = twin.Twin.World.Assessors.First(user => !user.Archived).Id;
        twin.Edit(world => world.Users[id].FirstName = "Renamed");
        int calls = twin.Twin.Calls.Total;
        Assert.DoesNotContain("Renamed", twin.Must("Get-OnefileAssessor").All("FirstName"));
        Assert.Equal(calls, twin.Twin.Calls.Total);
        Assert.Contains("Renamed", twin.Must("Get-OnefileAssessor -Refresh").All("FirstName"));
    }

    [Fact]
    public async Task Offline_says_when_nothing_has_been_read_yet()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Fails("Get-OnefileAssessor -Offline").Is("NeverRead", ErrorCategory.ResourceUnavailable);
    }

    [Fact]
    public async Task Offline_says_how_many_addresses_it_does_not_know()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-OnefileAssessor");
        var result = twin.Run("Get-OnefileAssessor -Offline -Email somebody@college.example");
        Assert.Contains("not in the cache", Assert.Single(result.Warnings));
    }
}
