using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Readiness;

/// <summary>A list that comes back empty, or much shorter than a minute ago, does not open the gate.</summary>
public sealed class OutageTests
{
    private const string EmptyPage = """{"pageNumber":1,"totalRecordCount":0,"results":[]}""";
    private const string PageWithoutRows = """{"pageNumber":1,"totalRecordCount":12,"results":[]}""";

    public static TheoryData<string, string, string> Outages =>
        new()
        {
            { "Officer", "/api/v1/officers", "[]" },
            { "Officer", "/api/v1/officers", EmptyPage },
            { "Officer", "/api/v1/officers", PageWithoutRows },
            { "Officer", "/api/v1/officers", "" },
            { "Organisation", "/api/v1/organisations", "[]" },
            { "Organisation", "/api/v1/organisations", "" },
            { "Assessor", "/api/v2.1/User/Search", "" },
            { "Assessor", "/api/v2.1/User/Search", "[]" },
            { "Placement", "/api/v2.1/Placement/Search", "" },
        };

    private static async Task<(TwinShell Twin, OddFront Front)> StartAsync()
    {
        var twin = await TwinShell.StartAsync(connect: false);
        var front = await OddFront.BeforeAsync(twin);
        return (twin, front);
    }

    private static List<string> Errors(TwinShell twin, string with) =>
        [
            .. twin.Run($"Test-PicsWebSync -DesktopIntegration NeverUsed {with}")
                .Output.Where(row => row.Text("Severity") == "Error")
                .Select(row => $"{row.Text("RuleId")} {row.Text("Target")}")
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Readiness_does_not_turn_green_and_the_switch_stays_off(string list, string route, string answer)
    {
        var (twin, front) = await StartAsync();
        await using var one = twin;
        await using var other = front;
        twin.Must($"$null = {twin.ConnectLine}");
        var before = Errors(twin, "-Refresh");
        Assert.NotEmpty(before);
        Assert.DoesNotContain(before, error => error.StartsWith("PO-C008", StringComparison.Ordinal));

        (front.Route, front.Answer) = (route, answer);

        var during = Errors(twin, "-Refresh");
        Assert.Equal(before, during.Where(error => !error.StartsWith("PO-C008", StringComparison.Ordinal)));
        Assert.StartsWith($"PO-C008 {list}", Assert.Single(during.Except(before)), StringComparison.Ordinal);
        twin.Fails("Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false -WarningAction SilentlyContinue")
            .Is("NotReady", ErrorCategory.InvalidOperation);
        Assert.False(twin.Twin.World.Integration.Enabled);

        front.Route = null;
        Assert.Equal(before, Errors(twin, "-Refresh"));
    }

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Nor_does_it_where_the_list_was_never_read_before_and_all_else_is_well(string list, string route, string answer)
    {
        var (twin, front) = await StartAsync();
        await using var one = twin;
        await using var other = front;
        twin.PrepareByHand();
        (front.Route, front.Answer) = (route, answer);
        twin.Must($"$null = {twin.ConnectLine}");

        var error = twin.Fails("Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false -WarningAction SilentlyContinue")
            .Is("NotReady", ErrorCategory.InvalidOperation);

        Assert.Contains("PO-C008", error.ToString(), StringComparison.Ordinal);
        var findings = twin.Run("Test-PicsWebSync -DesktopIntegration NeverUsed").Output;
        Assert.Equal($"Update-MappingCache -AcceptShrunk {list}", Assert.Single(findings, finding => finding.Text("RuleId") == "PO-C008").Text("Remedy"));
        Assert.Contains(findings, finding => finding.Text("Severity") == "NotChecked" && finding.Text("RuleId") == "PO-L004");

        front.Route = null;
        twin.Must("$null = Test-PicsWebSync -Refresh");
        twin.Must("$null = Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false");
        Assert.True(twin.Twin.World.Integration.Enabled);
    }

    [Theory]
    [InlineData("Officer", "/api/v1/officers", 403)]
    [InlineData("Officer", "/api/v1/officers", 404)]
    [InlineData("Organisation", "/api/v1/organisations", 501)]
    [InlineData("Officer", "/api/v2.1/User/Search", 400)]
    [InlineData("Organisation", "/api/v2.1/Placement/Search", 403)]
    public async Task Nor_does_it_where_a_list_that_was_never_read_before_fails_and_all_else_is_well(string kind, string route, int status)
    {
        var (twin, front) = await StartAsync();
        await using var one = twin;
        await using var other = front;
        twin.PrepareByHand();
        (front.Route, front.Status) = (route, status);
        twin.Must($"$null = {twin.ConnectLine}");

        var error = twin.Fails("Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false -WarningAction SilentlyContinue")
            .Is("NotReady", ErrorCategory.InvalidOperation);

        Assert.Contains("PO-C008", error.ToString(), StringComparison.Ordinal);
        var finding = Assert.Single(twin.Run("Test-PicsWebSync -DesktopIntegration NeverUsed").Output, found => found.Text("RuleId") == "PO-C008");
        Assert.Equal((kind, "Error"), (finding.Text("Target"), finding.Text("Severity")));
        Assert.StartsWith("Test-PicsWebSync -Refresh when they can be read.", finding.Text("Remedy"), StringComparison.Ordinal);

        front.Route = null;
        twin.Must("$null = Test-PicsWebSync -Refresh");
        twin.Must("$null = Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false");
        Assert.True(twin.Twin.World.Integration.Enabled);
    }

    [Theory]
    [InlineData("Officer", "Get-PicsOfficer -Refresh", "/api/v1/officers", 403)]
    [InlineData("Organisation", "Update-MappingCache", "/api/v1/organisations", 501)]
    [InlineData("Assessor", "Get-OnefileAssessor -Refresh", "/api/v2.1/User/Search", 400)]
    [InlineData("Placement", "Get-OnefilePlacement -Refresh", "/api/v2.1/Placement/Search", 403)]
    public async Task Nor_does_it_within_the_hour_in_which_the_list_of_before_is_used(string list, string command, string route, int status)
    {
        var (twin, front) = await StartAsync();
        await using var one = twin;
        await using var other = front;
        twin.PrepareByHand();
        twin.Must($"$null = {twin.ConnectLine}");
        twin.Must("Update-MappingCache");
        Assert.DoesNotContain(Errors(twin, ""), error => error.StartsWith("PO-C008", StringComparison.Ordinal));
        (front.Route, front.Status) = (route, status);
        // A list that is lost (501) is no error of this call.
        twin.Run(command);

        foreach (string with in new[] { "-WarningAction SilentlyContinue", "-Offline -WarningAction SilentlyContinue" })
            Assert.Single(Errors(twin, with), error => error.StartsWith($"PO-C008 {list}", StringComparison.Ordinal));
        twin.Fails("Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false -WarningAction SilentlyContinue")
            .Is("NotReady", ErrorCategory.InvalidOperation);

        front.Route = null;
        Assert.DoesNotContain(Errors(twin, "-Refresh"), error => error.StartsWith("PO-C008", StringComparison.Ordinal));
        twin.Must("$null = Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Confirm:$false");
    }

    [Fact]
    public async Task Reading_finding_and_linking_go_on_with_the_list_of_before()
    {
        var (twin, front) = await StartAsync();
        await using var one = twin;
        await using var other = front;
        twin.Must($"$null = {twin.ConnectLine}");
        int officers = twin.Must("Get-PicsOfficer").Count;
        var pair = twin.FreeOfficers()[0];

        (front.Route, front.Answer) = ("/api/v1/officers", "[]");
        // Single records are no list.
        front.Ends = true;

        var during = twin.Run("Get-PicsOfficer -Refresh");
        Assert.Equal(officers, during.Output.Count);
        Assert.Contains("Update-MappingCache -AcceptShrunk Officer", Assert.Single(during.Warnings), StringComparison.Ordinal);
        Assert.NotEmpty(twin.Run("Get-OnefileAssessor | Find-OfficerLink").Output);
        twin.Must($"Set-OfficerLink '{pair.Ident}' {pair.OnefileId} -Confirm:$false -WarningAction SilentlyContinue");
        Assert.Equal($"{pair.OnefileId}", twin.Twin.World.OfficerByIdent(pair.Ident)!.AdditionalId);
    }

    [Fact]
    public async Task A_list_that_is_truly_so_short_is_accepted_and_the_journal_keeps_both_lengths()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.PrepareByHand();
        twin.Must("Update-MappingCache");
        int before = twin.Must("Get-PicsOrganisation").Count;
        twin.Edit(world =>
        {
            world.Organisations.Clear();
            world.Placements.Clear();
            world.Learners.Clear();
        });
        Assert.Equal(
            ["PO-C008 Organisation", $"PO-C008 Placement {twin.Twin.World.Centres.Keys.Single()}"],
            Errors(twin, "-Refresh").Where(error => error.StartsWith("PO-C008", StringComparison.Ordinal))
        );

        twin.ChangesNothing("Update-MappingCache -AcceptShrunk Organisation, Placement -WhatIf");
        twin.Must("Update-MappingCache -AcceptShrunk Organisation");
        Assert.Single(Errors(twin, ""), error => error.StartsWith("PO-C008 Placement", StringComparison.Ordinal));
        twin.Must("Update-MappingCache -AcceptShrunk Placement, Organisation");

        Assert.DoesNotContain(Errors(twin, "-Refresh"), error => error.StartsWith("PO-C008", StringComparison.Ordinal));
        var accepted = twin.Must("Get-LinkHistory -Kind Reading");
        Assert.Equal(
            [("Organisation", $"{before}", "0"), ("Placement", accepted[1].Text("OldValue"), "0")],
            accepted.Select(row => (row.Text("Key"), row.Text("OldValue"), row.Text("NewValue")))
        );
        Assert.True((bool)twin.Must("Test-LinkHistory").Single().Properties["Ok"].Value);
    }

    [Fact]
    public async Task The_figures_are_settings_of_the_profile()
    {
        await using var twin = await TwinShell.StartAsync(with: "-ShrinkPercent 0 -ShrinkRecords 0 -SaveAs Strict");
        twin.Must("Get-PicsOfficer");
        twin.Edit(world => world.Officers.Remove(world.Officers.Keys.First()));
        Assert.Single(twin.Run("Get-PicsOfficer -Refresh").Warnings);

        twin.Must("Save-PicsOnefileProfile Strict -ShrinkRecords 1; Connect-PicsOnefile Strict -CustomerToken $token -ApiUser $user");

        Assert.Empty(twin.Run("Get-PicsOfficer -Refresh").Warnings);
        var profile = twin.Must("Get-PicsOnefileProfile Strict").Single();
        Assert.Equal(("0", "1"), (profile.Text("ShrinkPercent"), profile.Text("ShrinkRecords")));
    }

    [Fact]
    public async Task The_preview_does_not_call_new_what_it_cannot_see()
    {
        var twin = await TwinShell.StartAsync(EnrolmentWorld.Options(1, 1), connect: false);
        await using var one = twin;
        await using var front = await OddFront.BeforeAsync(twin);
        (front.Route, front.Answer) = ("/api/v2.1/Placement/Search", "");
        twin.Must($"$null = {twin.ConnectLine}");

        var placements = twin.Run("Test-PicsWebSync -Preview").Output.Where(row => row.Text("Kind") == "Placement").ToList();

        Assert.NotEmpty(placements);
        Assert.DoesNotContain(placements, row => row.Text("Action") == "Create");
        (front.Route, front.Answer) = ("/api/v1/officers", "[]");
        twin.Must("Clear-MappingCache -Confirm:$false");
        twin.Fails("Test-PicsWebSync -Preview -WarningAction SilentlyContinue").Is("ListWithheld", ErrorCategory.ResourceUnavailable);
    }
}
