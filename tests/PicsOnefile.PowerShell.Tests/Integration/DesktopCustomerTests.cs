using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Integration;

/// <summary>Enable-PicsWebSync for a former customer of PICS Desktop's integration: what the first two-way run will do is told before it asks.</summary>
public sealed class DesktopCustomerTests
{
    [Fact]
    public async Task The_first_run_is_told_before_confirming_with_counts()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.PrepareByHand();
        var inOnefile = twin.Twin.World.Learners.Values.Where(learner => learner.OneFileId.Length > 0).ToList();
        var officers = inOnefile.SelectMany(learner => learner.Officers).Distinct().Select(ident => twin.Twin.World.OfficerByIdent(ident)!).ToList();

        var result = twin.ChangesNothing("Enable-PicsWebSync -Environment Live -DesktopIntegration Deactivated -WhatIf");

        Assert.Contains(result.Warnings, warning => warning.Contains($"{inOnefile.Count} learner(s) who have a Onefile ID", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning =>
            warning.Contains(
                $"{officers.Count} officer(s), {officers.Count(officer => officer.AdditionalId.Length == 0)} of them without a link",
                StringComparison.Ordinal
            )
        );
        Assert.Contains(result.Warnings, warning => warning.Contains("Onefile's value wins", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task As_many_officers_are_created_by_the_first_run_as_were_counted_without_a_link(int seed)
    {
        var options = TwinShell.Small(seed);
        await using var twin = await TwinShell.StartAsync(options with { World = options.World with { DesktopCustomer = true, Assessors = 40 } });

        var warnings = twin.Run("Enable-PicsWebSync -Environment Live -DesktopIntegration Deactivated -Force -Reason test -WhatIf").Warnings;

        twin.Twin.EnableIntegration();
        twin.Twin.Sync();
        var account = twin.Twin.Account();
        int created = account.Duplicates.Concat(account.CreatedRightly).Count();
        Assert.NotEqual(0, created);
        Assert.Contains(warnings, warning => warning.Contains($"{created} of them without a link", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Others_are_not_told_of_it()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.PrepareByHand();
        Assert.DoesNotContain(twin.Run("Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -WhatIf").Warnings, warning =>
            warning.Contains("PICS Desktop", StringComparison.Ordinal)
        );
    }
}
