using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>Save-PicsOnefileProfile: named settings without secrets, so that the next connection is one word.</summary>
public sealed class SavePicsOnefileProfileTests
{
    [Fact]
    public async Task Settings_are_kept_under_their_name()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var saved = Assert.Single(
            twin.Must("Save-PicsOnefileProfile Kept -Environment Practice -CallLimit 100 -Terminology @{ Assessor = 'Tutor' } -PassThru")
        );
        Assert.Equal("100", saved.Text("CallLimit"));
        Assert.Equal("Practice", Assert.Single(twin.Must("Get-PicsOnefileProfile Kept")).Text("Environment"));
    }

    [Fact]
    public async Task A_word_that_nobody_would_see_is_refused_with_those_there_are()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var error = twin.Fails("Save-PicsOnefileProfile Misspelt -Terminology @{ Asessor = 'Tutor' }");
        error.Is("TerminologyInvalid", System.Management.Automation.ErrorCategory.InvalidArgument, "Asessor");
        Assert.Contains("Assessor, Placement, Officer, Organisation", error.Exception.Message);
        Assert.Empty(twin.Must("Get-PicsOnefileProfile Misspelt*"));
    }

    [Fact]
    public async Task The_findings_and_the_preview_say_the_customers_words()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string name = "words " + System.Guid.NewGuid().ToString("N");
        twin.Must(
            $"Save-PicsOnefileProfile '{name}' -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -PicsWebAddress $picsWeb "
                + $"-CachePath $cache -Terminology @{{ Assessor = 'Tutor'; Placement = 'Workplace'; Organisation = 'Employer' }}"
        );
        twin.Must($"Connect-PicsOnefile '{name}' -CustomerToken $token -ApiUser $user");
        string told = string.Join('\n', twin.Must("Test-PicsWebSync").All("Message").Concat(twin.Must("Test-PicsWebSync -Preview").All("Reason")));
        Assert.Contains("Tutor", told);
        Assert.Contains("Employer", told);
        Assert.DoesNotMatch("\\b(assessor|placement|organisation) \\d", told);
    }

    [Fact]
    public async Task What_is_not_given_stays_as_it_was()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile Partly -Environment Beta -PicsWebAddress https://college.example");
        twin.Must("Get-PicsOnefileProfile Partly | Save-PicsOnefileProfile -CallLimit 60");
        var profile = Assert.Single(twin.Must("Get-PicsOnefileProfile Partly"));
        Assert.Equal(("Beta", "60", "https://college.example/"), (profile.Text("Environment"), profile.Text("CallLimit"), profile.Text("PicsWebAddress")));
    }

    [Fact]
    public async Task WhatIf_saves_nothing()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile NeverSaved -Environment Live -WhatIf");
        twin.Fails("Get-PicsOnefileProfile NeverSaved").Is("ProfileUnknown", ErrorCategory.ObjectNotFound, "NeverSaved");
    }

    [Fact]
    public async Task Where_the_system_protects_nothing_no_secret_is_kept_and_no_profile_is_made()
    {
        if (System.OperatingSystem.IsWindows())
            return;
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails("Save-PicsOnefileProfile Keeping -Environment Live -CustomerToken $token").Is("SecretNotKept", ErrorCategory.NotEnabled, "Keeping");
        twin.Fails("Save-PicsOnefileProfile Keeping -ApiUser $user -WhatIf").Is("SecretNotKept", ErrorCategory.NotEnabled, "Keeping");
        twin.Fails("Get-PicsOnefileProfile Keeping").Is("ProfileUnknown", ErrorCategory.ObjectNotFound, "Keeping");
        Assert.DoesNotContain(Directory.EnumerateFiles(TwinShell.Home, "*.secrets", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public async Task An_API_map_that_cannot_be_right_is_not_saved()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string map = twin.Save("map.json", "{ \"operations\": ");
        twin.Fails($"Save-PicsOnefileProfile BadMap -ApiMap '{map}'").Is("ApiMapInvalid", ErrorCategory.ParserError);
        twin.Fails("Get-PicsOnefileProfile BadMap").Is("ProfileUnknown", ErrorCategory.ObjectNotFound);
    }
}

/// <summary>Get-PicsOnefileProfile: which connections are set up here.</summary>
public sealed class GetPicsOnefileProfileTests
{
    [Fact]
    public async Task Profiles_are_found_by_wildcard_in_the_order_of_their_names()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile 'Group B' -Environment Live; Save-PicsOnefileProfile 'Group A' -Environment Live");
        Assert.Equal(["Group A", "Group B"], twin.Must("Get-PicsOnefileProfile group*").All("ProfileName"));
    }

    [Fact]
    public async Task A_name_without_a_profile_is_an_error_and_a_pattern_without_one_is_not()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails("Get-PicsOnefileProfile Nobody").Is("ProfileUnknown", ErrorCategory.ObjectNotFound, "Nobody");
        Assert.Empty(twin.Must("Get-PicsOnefileProfile Nobody*"));
    }

    [Fact]
    public async Task A_damaged_profile_is_told_and_does_not_hide_the_others()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile Whole -Environment Live; Save-PicsOnefileProfile Damaged -Environment Live");
        string path = Path.Combine(TwinShell.Home, "profiles", "damaged.json");
        File.WriteAllText(path, "{ \"ProfileName\": ");
        var result = twin.Run("Get-PicsOnefileProfile *");
        File.Delete(path);
        Assert.Contains("Whole", result.Output.All("ProfileName"));
        Assert.Single(result.Errors).Is("ProfileDamaged", ErrorCategory.InvalidData, path);
    }
}

/// <summary>Remove-PicsOnefileProfile: a connection that is not used any more. What was done with it stays on record.</summary>
public sealed class RemovePicsOnefileProfileTests
{
    [Fact]
    public async Task A_profile_is_removed_by_its_name()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile Unused -Environment Live; Remove-PicsOnefileProfile Unused -Confirm:$false");
        twin.Fails("Get-PicsOnefileProfile Unused").Is("ProfileUnknown", ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public async Task Profiles_through_the_pipeline_are_removed()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile 'Old 1' -Environment Live; Save-PicsOnefileProfile 'Old 2' -Environment Live");
        twin.Must("Get-PicsOnefileProfile 'Old *' | Remove-PicsOnefileProfile -Confirm:$false");
        Assert.Empty(twin.Must("Get-PicsOnefileProfile 'Old *'"));
    }

    [Fact]
    public async Task WhatIf_removes_nothing()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile Staying -Environment Live; Remove-PicsOnefileProfile Staying -WhatIf");
        Assert.Single(twin.Must("Get-PicsOnefileProfile Staying"));
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_named_and_the_others_are_removed()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must("Save-PicsOnefileProfile Existing -Environment Live");
        var result = twin.Run("'Missing', 'Existing' | ForEach-Object { [pscustomobject]@{ ProfileName = $_ } } | Remove-PicsOnefileProfile -Confirm:$false");
        Assert.Single(result.Errors).Is("ProfileUnknown", ErrorCategory.ObjectNotFound, "Missing");
        Assert.Empty(twin.Must("Get-PicsOnefileProfile Exist*"));
    }

    [Fact]
    public async Task The_journal_of_a_removed_profile_stays()
    {
        await using var twin = await TwinShell.StartAsync(with: "-SaveAs Journalled");
        var pair = twin.FreeOfficers()[0];
        twin.Must(
            $"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; Disconnect-PicsOnefile; Remove-PicsOnefileProfile Journalled -Confirm:$false"
        );
        twin.Must($"$null = {twin.ConnectLine}");
        Assert.Contains(pair.Ident, twin.Must("Get-LinkHistory").All("Key").Distinct());
    }
}
