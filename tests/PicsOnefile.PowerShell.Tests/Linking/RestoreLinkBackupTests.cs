using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Restore-LinkBackup: what stood in both systems before the first write.</summary>
public sealed class RestoreLinkBackupTests
{
    [Fact]
    public async Task Everything_that_was_changed_is_as_it_was_before_the_first_write()
    {
        await using var twin = await TwinShell.StartAsync();
        string before = twin.Fields();
        Work(twin);
        Assert.NotEqual(before, twin.Fields());
        var rows = twin.Must("Restore-LinkBackup -PassThru -Confirm:$false");
        Assert.Equal(before, twin.Fields());
        Assert.Single(rows.All("RunId").Distinct());
        Assert.Empty(twin.Must("Restore-LinkBackup -PassThru -Confirm:$false"));
    }

    [Fact]
    public async Task WhatIf_shows_each_record_and_changes_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Work(twin);
        Assert.Empty(twin.ChangesNothing("Restore-LinkBackup -WhatIf").Errors);
        Assert.Contains($"Clear the Additional ID {pair.OnefileId}", twin.Screen);
    }

    [Fact]
    public async Task A_limit_holds_it_back_as_a_whole()
    {
        await using var twin = await TwinShell.StartAsync();
        Work(twin);
        var result = twin.ChangesNothing("Restore-LinkBackup -MaximumChange 1 -Confirm:$false");
        Assert.Single(result.Errors).Is("ChangeLimitExceeded", ErrorCategory.LimitsExceeded);
    }

    [Fact]
    public async Task One_kind_by_itself_from_a_file_that_was_moved()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = Work(twin);
        string organisation = twin
            .Twin.World.Organisations.Values.First(row =>
                row.AdditionalId.Length > 0 && twin.Twin.World.Placements.ContainsKey(TruePairs.Number(row.AdditionalId))
            )
            .Ident;
        string linked = twin.OrganisationLink(organisation);
        File.Move(Path.Combine(twin.Folder, "cache.before-first-write.Live.csv"), Path.Combine(twin.Folder, "moved.csv"));
        twin.Fails("Restore-LinkBackup -Confirm:$false").Is("BackupMissing", ErrorCategory.ObjectNotFound);
        twin.Must("Restore-LinkBackup $folder/moved.csv -Kind Officer -Confirm:$false");
        Assert.Equal(("", linked), (twin.OfficerLink(pair.Ident), twin.OrganisationLink(organisation)));
    }

    [Fact]
    public async Task A_backup_of_another_environment_is_refused()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Save("practice.csv", "Kind,Key,Field,Value,CentreId,Environment\r\nOfficer,A,AdditionalId,9,,Practice\r\n");
        var result = twin.ChangesNothing("Restore-LinkBackup $folder/practice.csv -Confirm:$false");
        Assert.Single(result.Errors).Is("BackupForeign", ErrorCategory.InvalidArgument);
    }

    private static TruePair Work(TwinShell twin)
    {
        var (officer, organisation) = (twin.FreeOfficers()[0], twin.FreeOrganisations()[0]);
        twin.Must(
            $"Set-OfficerLink {officer.Ident} {officer.OnefileId} -Confirm:$false; Set-OrganisationLink {organisation.Ident} {organisation.OnefileId} "
                + "-Confirm:$false"
        );
        return officer;
    }
}
