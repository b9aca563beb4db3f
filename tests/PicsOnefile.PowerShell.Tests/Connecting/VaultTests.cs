using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>
/// Secrets by name from a vault. SecretManagement is no package: a function stands in for its Get-Secret, which answers the kinds of object and writes the
/// errors that version 1.1.2 with SecretStore 1.0.6 did when it was tried.
/// </summary>
public sealed class VaultTests
{
    private const string Vault = """
        function global:Get-Secret {
            [CmdletBinding()] param([string] $Name, [string] $Vault)
            $global:asked += , "$Vault/$Name"
            if ($Vault -notin '', 'Apprenticeships') { throw [Management.Automation.PSInvalidOperationException]::new("Vault not found in registry: $Vault") }
            if ($secrets.ContainsKey($Name)) { return $secrets[$Name] }
            $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new(
                [Management.Automation.ItemNotFoundException]::new("The secret $Name was not found."), 'GetSecretNotFound', 'ObjectNotFound', $null))
        }
        $global:secrets = @{ OnefileLive = $token; PicsWebApi = $user }
        $global:asked = @()
        """;

    [Theory]
    [InlineData("-Vault Apprenticeships", "Apprenticeships/OnefileLive,Apprenticeships/PicsWebApi")]
    [InlineData("", "/OnefileLive,/PicsWebApi")]
    public async Task A_profile_connects_with_the_secrets_that_it_names(string vault, string asked)
    {
        await using var twin = await StartAsync(out string profile, vault);
        var connection = Assert.Single(twin.Must($"Connect-PicsOnefile -ProfileName {profile}"));
        Assert.Equal("Api", connection.Text("PicsWebBy"));
        Assert.NotEmpty(twin.Must("Get-OnefileAssessor"));
        Assert.Equal(asked, string.Join(',', twin.Must("$asked").Select(name => name.ToString())));
    }

    [Theory]
    [InlineData("-CustomerTokenSecret NoSuch", "The secret 'NoSuch' did not come from the vault 'Apprenticeships': The secret NoSuch was not found.")]
    [InlineData("-ApiUserSecret NoSuch", "The secret 'NoSuch' did not come from the vault 'Apprenticeships': The secret NoSuch was not found.")]
    [InlineData("-Vault Elsewhere", "The secret 'OnefileLive' did not come from the vault 'Elsewhere': Vault not found in registry: Elsewhere")]
    [InlineData("-CustomerTokenSecret PicsWebApi", "The secret 'PicsWebApi' of the vault 'Apprenticeships' is not a SecureString: keep it again with "
        + "Set-Secret.")]
    [InlineData("-ApiUserSecret OnefileLive", "The secret 'OnefileLive' of the vault 'Apprenticeships' is not a PSCredential: keep it again with Set-Secret.")]
    public async Task What_the_vault_does_not_give_is_told_in_its_own_words(string change, string told)
    {
        await using var twin = await StartAsync(out string profile, "-Vault Apprenticeships");
        twin.Must($"Save-PicsOnefileProfile {profile} {change}");
        var error = twin.Fails($"Connect-PicsOnefile -ProfileName {profile}").Is("SecretMissing", ErrorCategory.AuthenticationError);
        Assert.Equal(told, error.Exception.Message);
    }

    [Fact]
    public async Task Without_the_module_it_is_told_which_one_to_install()
    {
        await using var twin = await StartAsync(out string profile, "");
        twin.Must("$ExecutionContext.SessionState.InvokeProvider.Item.Remove('Function:\\Get-Secret', $false)");
        var error = twin.Fails($"Connect-PicsOnefile -ProfileName {profile}").Is("SecretMissing", ErrorCategory.AuthenticationError);
        Assert.Contains("Microsoft.PowerShell.SecretManagement", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_given_goes_before_one_that_is_named()
    {
        await using var twin = await StartAsync(out string profile, "-Vault Elsewhere");
        Assert.Single(twin.Must($"Connect-PicsOnefile -ProfileName {profile} -CustomerToken $token -ApiUser $user"));
        Assert.Empty(twin.Must("$asked"));
    }

    private static Task<TwinShell> StartAsync(out string profile, string vault)
    {
        string name = profile = $"Vault{Guid.NewGuid():N}";
        return MakeAsync();

        async Task<TwinShell> MakeAsync()
        {
            var twin = await TwinShell.StartAsync(connect: false);
            twin.Must(Vault);
            twin.Must(
                $"Save-PicsOnefileProfile {name} -Environment Live -OnefileAddress $onefile -PicsWebAddress $picsWeb -CachePath $cache -CustomerTokenSecret "
                    + $"OnefileLive -ApiUserSecret PicsWebApi {vault}"
            );
            return twin;
        }
    }
}
