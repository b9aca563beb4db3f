BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $officers = @(Get-FreePair $twin)[0..2]
    $organisation = @(Get-FreePair $twin organisations)[0]
    $rows = $officers | ForEach-Object { [pscustomobject]@{ OfficerIdent = $_.Ident; AssessorId = $_.OnefileId } }
    $rows | Set-OfficerLink -Confirm:$false
    Set-OrganisationLink $organisation.Ident $organisation.OnefileId -Confirm:$false
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-LinkRun' {
    It 'shows one row for each run, the newest first' {
        $runs = @(Get-LinkRun)
        $runs.Command | Should -Be 'Set-OrganisationLink', 'Set-OfficerLink'
        $runs.Done | Should -Be 1, 3
        $runs[0].At | Should -BeOfType [DateTimeOffset]
        $runs[0].Actor, $runs[0].Machine | Should -Be (Get-LinkHistory)[0].Actor, (Get-LinkHistory)[0].Machine
        $runs.Undone | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'selects by number, by time and by pattern' {
        (Get-LinkRun -Newest 1).Command | Should -Be 'Set-OrganisationLink'
        Get-LinkRun -Since (Get-Date).AddHours(1) | Should -BeNullOrEmpty
        Get-LinkRun '20*' -Since (Get-Date).AddHours(-1) | Should -HaveCount 2
        Get-LinkRun 'NOSUCH*' | Should -BeNullOrEmpty
        (Get-LinkRun (Get-LinkRun)[1].RunId).Done | Should -Be 3
    }

    It 'goes through the pipeline into the history and the undo' {
        (Get-LinkRun | Where-Object Command -EQ 'Set-OfficerLink' | Get-LinkHistory).Key | Sort-Object | Should -Be ($officers.Ident | Sort-Object)
        $run = Get-LinkRun -Newest 1
        $run | Undo-LinkChange -Confirm:$false
        $undo, $undone = Get-LinkRun -Newest 2
        $undone.RunId, $undone.Undone | Should -Be $run.RunId, $undo.RunId
        $undo.Undoes, $undo.Command | Should -Be $run.RunId, 'Undo-LinkChange'
    }

    It 'says in its table what was not done, what waits, and how much of the run is undone' {
        $run = @{ RunId = '20261129T134300123Z-b7c1d2'; Command = 'Set-OfficerLink'; Actor = 'amina'; Done = 4 }
        function Show([hashtable] $with) { New-Object PicsOnefile.LinkRun -Property ($run + $with) | Format-Table | Out-String -Width 160 }
        Show @{ NotUndone = 4 } | Should -Match '(?m)^ +4 .* Set-OfficerLink amina\s*$'
        Show @{ NotUndone = 6; Failed = 6; Conflicts = 1; Skipped = 3; Pending = 2 } | Should -Match 'amina: 6 failed, 1 conflict, 3 not done, 2 waiting'
        Show @{ NotUndone = 1; UndoneChanges = 3; Undone = 'other' } | Should -Match '(?m)^3 undone +4'
        Show @{ UndoneChanges = 4; Undone = 'other' } | Should -Match '(?m)^Undone +4'
        Show @{ NotUndone = 5; Open = 1 } | Should -Match '(?m)^1 open +4'
    }

    It 'names a run that the journal does not have' {
        $told = Get-ErrorOf { Get-LinkRun NOSUCH -ErrorAction Stop }
        Assert-Error $told RunUnknown ObjectNotFound NOSUCH
    }
}
