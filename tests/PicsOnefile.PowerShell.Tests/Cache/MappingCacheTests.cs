using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Cache;

/// <summary>Update-MappingCache: everything is read anew.</summary>
public sealed class UpdateMappingCacheTests
{
    [Fact]
    public async Task A_list_that_cannot_be_read_is_told_and_the_old_one_stays()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Update-MappingCache");
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.Echo, Status = 403, Route = "*officers*" });
        twin.Fails("Update-MappingCache").Is("PicsWebDenied", ErrorCategory.PermissionDenied);
        Assert.Equal(twin.Twin.World.Officers.Count, twin.Must("Get-PicsOfficer -Offline").Count);
    }
}

/// <summary>Clear-MappingCache: what was read is dropped, what was done never.</summary>
public sealed class ClearMappingCacheTests
{
    [Fact]
    public async Task One_persons_data_leave_the_file_and_the_journal_stays_whole()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        const string Name = "Zyxwvutsrq";
        twin.Edit(world =>
        {
            world.OfficerByIdent(pair.Ident)!.Surname = Name;
            world.Users[int.Parse(pair.OnefileId, System.Globalization.CultureInfo.InvariantCulture)].LastName = Name;
        });
        twin.Must(
            $"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; Update-MappingCache; Get-OnefileAssessor {pair.OnefileId}; Test-PicsWebSync"
        );
        string head = twin.Must("Test-LinkHistory")[0].Text("Head");
        Assert.True(Holds(twin, Name), "The name was never in the file.");

        twin.ChangesNothing($"Clear-MappingCache -Person -OfficerIdent {pair.Ident} -WhatIf");
        Assert.True(Holds(twin, Name));
        var told = twin.Run($"Get-PicsOfficer {pair.Ident} -Offline | Clear-MappingCache -Person -Confirm:$false -Verbose");
        Assert.Empty(told.Errors.Select(error => error.ToString()).Concat(told.Warnings));
        Assert.Contains($"Dropped: officer {pair.Ident}, assessor {pair.OnefileId}.", told.Verbose);
        Assert.False(Holds(twin, Name), "The name is still in the file.");
        var check = twin.Must("Test-LinkHistory")[0];
        Assert.Equal((head, "True"), (check.Text("Head"), check.Text("Ok")));

        // Whoever is still in the systems comes back with the next reading, and has not left in between.
        Assert.Equal("Linked", twin.Must($"Get-OfficerLink {pair.Ident}")[0].Text("State"));
        Assert.DoesNotContain("Broken", twin.Must("Get-OfficerLink -Since ([datetime]::Now.AddHours(-1))").All("State"));
    }

    [Fact]
    public async Task A_person_who_is_not_named_or_not_there_is_told_and_nobody_elses_data_go()
    {
        await using var twin = await TwinShell.StartAsync();
        int officers = twin.Must("Get-PicsOfficer").Count;
        twin.Fails("Clear-MappingCache -Person -Confirm:$false").Is("InputUnusable", ErrorCategory.InvalidData);
        Assert.Contains("Nothing was cached about officer NOSUCH.", twin.Run("Clear-MappingCache -Person -OfficerIdent NOSUCH -Confirm:$false").Warnings);
        var forgotten = twin.Run("Get-PicsOfficer -Offline | Clear-MappingCache -Confirm:$false");
        Assert.Contains(
            "InputUnusable,PicsOnefile.PowerShell.Cache.ClearMappingCacheCommand",
            forgotten.Errors.Concat([forgotten.Ended?.ErrorRecord!]).Where(error => error is not null).Select(error => error.FullyQualifiedErrorId)
        );
        Assert.Equal(officers, twin.Must("Get-PicsOfficer -Offline").Count);
    }

    private static bool Holds(TwinShell twin, string text) =>
        System
            .IO.Directory.GetFiles(twin.Folder, "cache.db*")
            .Any(file => System.Text.Encoding.Latin1.GetString(Shared(file)).Contains(text, System.StringComparison.Ordinal));

    private static byte[] Shared(string file)
    {
        using var stream = new System.IO.FileStream(
            file,
            System.IO.FileMode.Open,
            System.IO.FileAccess.Read,
            System.IO.FileShare.ReadWrite | System.IO.FileShare.Delete
        );
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
