using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>Save-PicsOnefileProfile: named settings without secrets, so that the next connection is one word.</summary>
public sealed class SavePicsOnefileProfileTests
{
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
}

/// <summary>Remove-PicsOnefileProfile: a connection that is not used any more. What was done with it stays on record.</summary>
public sealed class RemovePicsOnefileProfileTests
{
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
