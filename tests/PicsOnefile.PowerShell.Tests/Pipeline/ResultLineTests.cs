using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Pipeline;

/// <summary>Every bulk command ends with one line that says what it did, and Write-Host's rules hold for it.</summary>
public sealed class ResultLineTests
{
    private const string Linked = "^2 linked, 0 refused, 0 conflicts; run \\S+$";

    [Fact]
    public async Task Rows_that_come_one_by_one_end_with_one_line_on_the_screen_and_in_the_information_stream()
    {
        await using var twin = await StartAsync(2);
        var result = twin.Run("$rows | ForEach-Object { $_ } | Set-OfficerLink -Confirm:$false");
        Assert.Matches(Linked, Assert.Single(result.Information));
        Assert.Contains(result.Information[0], twin.Screen);
        Assert.Empty(result.Output);
        Assert.Equal("0 linked, 2 already linked", Only(twin, "$rows | Set-OfficerLink -Confirm:$false"));
    }

    [Fact]
    public async Task A_review_is_counted_by_its_decisions_in_the_line_of_the_last_command()
    {
        await using var twin = await StartAsync(2);
        twin.Must("$found = Find-OfficerLink -IncludeUnmatched; $found | Export-LinkReview $folder/officers.csv");
        var read = Only(twin, "$read = Import-LinkReview $folder/officers.csv");
        int accepted = (int)twin.Must("@($read | Where-Object Decision -EQ Accept).Count")[0].BaseObject;
        int undecided = (int)twin.Must("@($read | Where-Object { $null -eq $_.Decision }).Count")[0].BaseObject;
        Assert.True(accepted > 0 && undecided > 0);
        Assert.Equal($"{accepted} accepted, {undecided} undecided", read);
        var linked = Only(twin, "Import-LinkReview $folder/officers.csv | Set-OfficerLink -Confirm:$false");
        Assert.Matches($"^{accepted} linked, {undecided} undecided, 0 refused, 0 conflicts; run \\S+$", linked);
    }

    [Fact]
    public async Task WhatIf_ends_with_a_total_after_PowerShells_own_lines()
    {
        await using var twin = await StartAsync(2);
        Assert.Equal("What if: 2 would be linked", Only(twin, "$rows | Set-OfficerLink -WhatIf"));
        Assert.Equal(3, twin.Screen.Split("What if: ").Length - 1);
        // Reading a review changes nothing, so that -WhatIf is no word about it.
        twin.Must("Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.csv");
        Assert.Matches("^\\d+ accepted", Only(twin, "$WhatIfPreference = $true; $null = Import-LinkReview $folder/officers.csv; $WhatIfPreference = $false"));
    }

    [Fact]
    public async Task PassThru_and_Ignore_leave_it_out_and_an_information_variable_takes_it()
    {
        await using var twin = await StartAsync(2);
        Assert.Empty(twin.Run("$rows | Set-OfficerLink -PassThru -Confirm:$false").Information);
        Assert.Empty(twin.Run("$rows | Set-OfficerLink -Confirm:$false -InformationAction Ignore").Information);
        Assert.Empty(twin.Run("$InformationPreference = 'Ignore'; $rows | Set-OfficerLink -Confirm:$false").Information);
        twin.Must("$InformationPreference = 'SilentlyContinue'");
        Assert.Single(twin.Run("$rows | Set-OfficerLink -Confirm:$false -InformationAction SilentlyContinue").Information);
        var taken = twin.Must("$rows | Set-OfficerLink -Confirm:$false -InformationVariable told; $told.MessageData.Message; $told.Tags");
        Assert.Equal(["0 linked, 2 already linked", "PSHOST"], taken.Select(one => one.ToString()));
        Assert.Equal("0 linked, 2 already linked", Assert.Single(twin.Must("$rows | Set-OfficerLink -Confirm:$false 6>&1")).ToString());
    }

    [Fact]
    public async Task Refused_rows_and_values_that_somebody_changed_are_counted()
    {
        await using var twin = await StartAsync(2);
        twin.Must("Get-OfficerLink | Out-Null");
        var pair = twin.FreeOfficers()[0];
        twin.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = "elsewhere");
        var result = twin.Run("$rows + [pscustomobject]@{ OfficerIdent = 'NOSUCH'; AssessorId = '1' } | Set-OfficerLink -Confirm:$false");
        Assert.Equal(2, result.Errors.Count);
        Assert.Matches("^1 linked, 1 refused, 1 conflict; run \\S+$", Assert.Single(result.Information));
    }

    [Fact]
    public async Task A_command_that_could_not_begin_writes_none()
    {
        await using var twin = await StartAsync(2);
        var result = twin.Run("$rows | Set-OfficerLink -MaximumChange 1 -Confirm:$false");
        Assert.Single(result.Errors);
        Assert.Empty(result.Information);
        Assert.DoesNotContain("linked", twin.Screen);
    }

    [Fact]
    public async Task After_Ctrl_C_the_screen_says_what_was_done_and_that_the_rest_was_not()
    {
        await using var twin = await StartAsync(5);
        twin.Must("Get-OfficerLink | Out-Null");
        var stopped = 0;
        twin.Twin.BeforeCall = _ =>
        {
            if (Writes(twin) >= 1 && Interlocked.Exchange(ref stopped, 1) == 0)
                twin.Shell.Stop();
        };
        twin.Run("$rows | Set-OfficerLink -Confirm:$false");
        twin.Twin.BeforeCall = null;
        string line = twin.Screen.Split('\n').Select(one => one.TrimEnd('\r')).Single(one => one.StartsWith("Stopped: ", StringComparison.Ordinal));
        Assert.Matches("^Stopped: \\d linked, 0 refused, 0 conflicts, \\d not done(, \\d sent and not confirmed yet)?; run \\S+$", line);
        int done = Count(line, "linked"), rest = Count(line, "not done"), open = Count(line, "sent");
        Assert.Equal(5, done + rest + open);
        Assert.InRange(Writes(twin), done, done + open);
        Assert.Equal(open, twin.Must("Get-LinkHistory -Open").Count);
        // Nothing is lost: the same line does the rest.
        Only(twin, "$rows | Set-OfficerLink -Confirm:$false");
        Assert.Equal(5, Writes(twin));
    }

    [Fact]
    public async Task An_error_that_ends_the_script_does_not_keep_the_line_from_the_screen()
    {
        await using var twin = await StartAsync(2);
        twin.Must("Get-OfficerLink | Out-Null");
        var pair = twin.FreeOfficers()[0];
        twin.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = "elsewhere");
        var result = twin.Run("$ErrorActionPreference = 'Stop'; $rows | Set-OfficerLink -Confirm:$false");
        Assert.NotNull(result.Ended);
        Assert.Matches("(?m)^1 linked, 0 refused, 1 conflict; run \\S+\\s*$", twin.Screen);
    }

    [Fact]
    public async Task Every_bulk_command_has_its_words()
    {
        await using var twin = await StartAsync(2);
        Assert.Matches(Linked, Only(twin, "$rows | Set-OfficerLink -Confirm:$false"));
        Assert.Matches("^2 unlinked, 0 refused, 0 conflicts; run \\S+$", Only(twin, "$rows | Remove-OfficerLink -Confirm:$false"));
        Assert.Equal("0 unlinked, 2 refused", Assert.Single(twin.Run("$rows | Remove-OfficerLink -Confirm:$false").Information));
        Assert.Matches(Linked, Only(twin, "$rows | Set-OfficerLink -Confirm:$false"));
        Assert.Matches("^2 undone, 0 refused, 0 conflicts; run \\S+$", Only(twin, "Undo-LinkChange -Last -Confirm:$false"));
        Assert.Matches(Linked, Only(twin, "$rows | Set-OfficerLink -Confirm:$false"));
        Assert.Matches("^2 restored, 0 refused, 0 conflicts; run \\S+$", Only(twin, "Restore-LinkBackup -Confirm:$false"));
        twin.Must("$idents = $rows | ForEach-Object { [pscustomobject]@{ OfficerIdent = $_.OfficerIdent } }");
        Assert.Equal("2 excluded", Only(twin, "$idents | Add-LinkExclusion Officer -Reason left -Confirm:$false"));
        Assert.Equal("2 no longer excluded", Only(twin, "$idents | Remove-LinkExclusion Officer -Confirm:$false"));
        Assert.Empty(twin.Run("Add-LinkExclusion Officer -Ident $rows[0].OfficerIdent -Reason left -Confirm:$false").Information);
        var aims = twin.Must("$refresh = Invoke-QualificationRefresh -Confirm:$false; $refresh.LearningAims")[0];
        Assert.Equal($"{aims} learning aims read, 0 added, 0 removed, 0 renamed", Only(twin, "$refresh = Invoke-QualificationRefresh -Confirm:$false"));
        Assert.Equal("What if: 1 refresh would be made", Only(twin, "Invoke-QualificationRefresh -WhatIf"));
        var result = twin.Run("$wrong = Get-StandardVqReference | Where-Object State -in Wrong, Empty; $wrong | Set-StandardVqReference -Confirm:$false");
        Assert.Matches("^\\d+ set, .*refused, 0 conflicts; run \\S+$", Assert.Single(result.Information));
    }

    [Fact]
    public async Task What_a_person_has_to_key_in_is_waiting_and_the_worklist_counts_too()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["officers.update"] });
        Give(twin, 2);
        Assert.Matches("^0 linked, 0 refused, 0 conflicts, 2 waiting for a person; run \\S+$", Only(twin, "$rows | Set-OfficerLink -Confirm:$false"));
        Assert.Equal("1 ticked off", Only(twin, "@(Export-LinkWorklist)[0] | Complete-LinkWorklist -Confirm:$false"));
        Assert.Equal("2 taken off the worklist", Only(twin, "Export-LinkWorklist | Complete-LinkWorklist -NotWanted -Confirm:$false"));
    }

    [PwshFact]
    public async Task A_job_a_transcript_and_every_preference_treat_it_as_they_treat_Write_Host()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var pair = twin.FreeOfficers()[0];
        var told = await ShellProcess.MustAsync(
            "pwsh",
            twin,
            $$"""
            Import-Module $module
            $to = @{ Environment = $environment; OnefileAddress = $onefile; PicsWebAddress = $picsWeb; CachePath = "$folder/cache.db" }
            $null = Connect-PicsOnefile @to -SaveAs ResultLines
            $null = Start-Transcript "$folder/transcript.txt"
            Set-OfficerLink {{pair.Ident}} {{pair.OnefileId}} -Confirm:$false
            $null = Stop-Transcript
            "transcript: $(@(Get-Content "$folder/transcript.txt" | Where-Object { $_ -match '^1 linked, ' }).Count)"
            foreach ($action in 'Continue', 'SilentlyContinue', 'Ignore') {
                $ours = @(Set-OfficerLink {{pair.Ident}} {{pair.OnefileId}} -Confirm:$false -InformationAction $action 6>&1)
                $hosts = @(Write-Host 'x' -InformationAction $action 6>&1)
                "$action`: $($ours.Count -eq $hosts.Count)"
                $InformationPreference = $action
                $ours = @(Set-OfficerLink {{pair.Ident}} {{pair.OnefileId}} -Confirm:$false 6>&1)
                $hosts = @(Write-Host 'x' 6>&1)
                "preference $action`: $($ours.Count -eq $hosts.Count)"
                $InformationPreference = 'SilentlyContinue'
            }
            $job = Start-Job {
                Import-Module $using:module
                $null = Connect-PicsOnefile -ProfileName ResultLines
                Set-OfficerLink {{pair.Ident}} {{pair.OnefileId}} -Confirm:$false
            }
            $null = Wait-Job $job
            "job: $(Receive-Job $job 6>&1)"
            """
        );
        Assert.Contains("transcript: 1", told);
        foreach (var action in new[] { "Continue", "SilentlyContinue", "Ignore" })
        {
            Assert.Contains($"{action}: True", told);
            Assert.Contains($"preference {action}: True", told);
        }
        Assert.Contains("job: 0 linked, 1 already linked", told);
    }

    private static async Task<TwinShell> StartAsync(int rows)
    {
        var twin = await TwinShell.StartAsync();
        Give(twin, rows);
        return twin;
    }

    private static void Give(TwinShell twin, int rows)
    {
        twin.Must("$rows = @()");
        foreach (var pair in twin.FreeOfficers().Take(rows))
            twin.Must($"$rows += [pscustomobject]@{{ OfficerIdent = '{pair.Ident}'; AssessorId = '{pair.OnefileId}' }}");
    }

    private static string Only(TwinShell twin, string line)
    {
        ShellResult result = twin.Run(line);
        Assert.Null(result.Ended);
        Assert.Empty(result.Errors);
        return Assert.Single(result.Information);
    }

    private static int Count(string line, string word) =>
        line.Replace("Stopped: ", "", StringComparison.Ordinal)
            .Split(", ")
            .Select(part => part.Split(' ', 2))
            .Where(part => part[1].StartsWith(word, StringComparison.Ordinal))
            .Select(part => int.Parse(part[0], System.Globalization.CultureInfo.InvariantCulture))
            .SingleOrDefault();

    private static int Writes(TwinShell twin)
    {
        lock (twin.Twin.World.Gate)
            return twin.Twin.Writes.Writes.Count(write => write.Field == "additionalId" && write.NewValue.Length > 0);
    }
}
