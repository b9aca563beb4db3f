using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Restore-LinkBackup: what stood in both systems before the first write.</summary>
public sealed class RestoreLinkBackupTests
{
    [Fact]
    public async Task WhatIf_shows_each_record_and_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        var (officer, organisation) = (twin.FreeOfficers()[0], twin.FreeOrganisations()[0]);
        twin.Must(
            $"Set-OfficerLink {officer.Ident} {officer.OnefileId} -Confirm:$false; Set-OrganisationLink {organisation.Ident} {organisation.OnefileId} "
                + "-Confirm:$false"
        );
        Assert.Empty(twin.ChangesNothing("Restore-LinkBackup -WhatIf").Errors);
        Assert.Contains($"Clear the Additional ID {officer.OnefileId}", twin.Screen);
    }
}
