using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Cache;

/// <summary>Get-MappingCache: what is cached, how old and how large.</summary>
public sealed class GetMappingCacheTests
{
    [Fact]
    public async Task What_was_read_is_counted_and_the_journal_cannot_be_rebuilt()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-OnefileAssessor");
        var entries = twin.Must("Get-MappingCache -Connection $connection").ToDictionary(row => row.Text("Kind"), System.StringComparer.OrdinalIgnoreCase);
        Assert.Equal($"{twin.Twin.World.Assessors.Count()}", entries["assessor"].Text("Rows"));
        Assert.NotEqual("", entries["assessor"].Text("ReadAt"));
        Assert.Equal(("True", "False"), (entries["assessor"].Text("CanBeRebuilt"), entries["change"].Text("CanBeRebuilt")));
    }

    [Fact]
    public async Task A_closed_connection_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Disconnect-PicsOnefile");
        twin.Fails("Get-MappingCache -Connection $connection").Is("NotConnected", ErrorCategory.InvalidOperation);
    }
}

/// <summary>Update-MappingCache: everything is read anew.</summary>
public sealed class UpdateMappingCacheTests
{
    [Fact]
    public async Task Every_list_of_both_systems_is_read_anew()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-PicsOfficer");
        twin.Edit(world => world.Officers.Values.First().Surname = "Renamed");
        var entries = twin.Must("Update-MappingCache -PassThru").ToDictionary(row => row.Text("Kind"), System.StringComparer.OrdinalIgnoreCase);
        foreach (string kind in new[] { "centre", "assessor", "placement", "learningaim", "officer", "organisation", "qualification", "learner" })
            Assert.NotEqual("", entries[kind].Text("ReadAt"));
        Assert.Contains("Renamed", twin.Must("Get-PicsOfficer -Offline").All("Surname"));
    }

    [Fact]
    public async Task WhatIf_makes_no_call()
    {
        await using var twin = await TwinShell.StartAsync();
        int calls = twin.Twin.Calls.Total;
        twin.ChangesNothing("Update-MappingCache -WhatIf");
        Assert.Equal(calls, twin.Twin.Calls.Total);
    }

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
    public async Task The_records_go_and_the_journal_stays()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        int journal = twin.JournalLength;
        twin.Must("Clear-MappingCache -Connection $connection -Confirm:$false");
        Assert.Equal(journal, twin.JournalLength);
        twin.Fails("Get-PicsOfficer -Offline").Is("NeverRead", ErrorCategory.ResourceUnavailable);
    }

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

    [Fact]
    public async Task WhatIf_drops_nothing()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-PicsOfficer");
        twin.ChangesNothing("Clear-MappingCache -WhatIf");
        Assert.Equal(twin.Twin.World.Officers.Count, twin.Must("Get-PicsOfficer -Offline").Count);
    }

    [Fact]
    public async Task Without_a_connection_it_says_what_to_do()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Fails("Clear-MappingCache -Confirm:$false").Is("NotConnected", ErrorCategory.InvalidOperation);
    }
}

/// <summary>Get-LinkHistory: who changed what, when and why.</summary>
public sealed class GetLinkHistoryTests
{
    [Fact]
    public async Task A_run_a_record_and_a_kind_select()
    {
        await using var twin = await TwinShell.StartAsync();
        var (officer, organisation) = (twin.FreeOfficers()[0], twin.FreeOrganisations()[0]);
        twin.Must(
            $"Set-OfficerLink {officer.Ident} {officer.OnefileId} -Confirm:$false; Set-OrganisationLink {organisation.Ident} {organisation.OnefileId} "
                + "-Confirm:$false"
        );
        var first = twin.Must("Get-LinkHistory")[0];
        Assert.Equal([officer.Ident], twin.Must($"Get-LinkHistory {first.Text("RunId")}").All("Key").Distinct());
        Assert.Equal([organisation.Ident], twin.Must("Get-LinkHistory -Kind Organisation").All("Key").Distinct());
        Assert.Equal([officer.Ident], twin.Must($"Get-LinkHistory -Key {officer.Ident}").All("Key").Distinct());
        Assert.NotEqual("", first.Text("Actor"));
    }

    [Fact]
    public async Task A_run_through_the_pipeline_selects()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; $run = (Get-LinkHistory)[0].RunId");
        Assert.Equal(2, twin.Must("[pscustomobject]@{ RunId = $run } | Get-LinkHistory").Count);
    }

    [Fact]
    public async Task Since_leaves_out_what_is_older_and_Open_shows_what_was_never_finished()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal(2, twin.Must("Get-LinkHistory -Since ([DateTimeOffset]::UtcNow.AddHours(-1))").Count);
        Assert.Empty(twin.Must("Get-LinkHistory -Since ([DateTimeOffset]::UtcNow.AddHours(1))"));
        Assert.Empty(twin.Must("Get-LinkHistory -Open"));
    }

    [Fact]
    public async Task A_kind_that_does_not_exist_is_refused()
    {
        await using var twin = await TwinShell.StartAsync();
        Assert.Equal(ErrorCategory.InvalidData, twin.Fails("Get-LinkHistory -Kind Nonsense").CategoryInfo.Category);
    }
}

/// <summary>Copy-MappingCache: the whole cache, journal and all, in another file.</summary>
public sealed class CopyMappingCacheTests
{
    [Fact]
    public async Task The_copy_is_a_cache_to_connect_with()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        string head = twin.Must("Test-LinkHistory")[0].Text("Head");
        var copy = Assert.Single(
            twin.Must(
                "$ExecutionContext.SessionState.Path.SetLocation($folder) > $null; Copy-MappingCache './copies/[2026] cache.db' -PassThru -Confirm:$false"
            )
        );
        Assert.Equal(System.IO.Path.Combine(twin.Folder, "copies", "[2026] cache.db"), copy.Text("Location"));
        Assert.Equal((head, "1"), (copy.Text("Head"), copy.Text("Backups")));
        twin.Must("Disconnect-PicsOnefile; $cache = \"$folder/copies/[2026] cache.db\"; " + twin.ConnectLine);
        Assert.Equal(head, twin.Must("Test-LinkHistory")[0].Text("Head"));
        Assert.Contains(pair.Ident, twin.Must("Get-LinkHistory").All("Key"));
    }

    [Fact]
    public async Task WhatIf_makes_no_file_and_one_that_is_there_is_kept()
    {
        await using var twin = await TwinShell.StartAsync();
        string path = System.IO.Path.Combine(twin.Folder, "copy.db");
        twin.ChangesNothing($"Copy-MappingCache '{path}' -WhatIf");
        Assert.False(System.IO.File.Exists(path));
        twin.Must($"Copy-MappingCache '{path}' -Confirm:$false");
        twin.Fails($"Copy-MappingCache '{path}' -Confirm:$false").Is("FileExists", ErrorCategory.ResourceExists, path);
        Assert.Empty(twin.Must($"Copy-MappingCache '{path}' -Force -Confirm:$false"));
    }
}
