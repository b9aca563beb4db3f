BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Undo-LinkChange' {
    BeforeEach {
        $before = Get-TwinState $twin
        $pairs = @(Get-FreePair $twin)[0..1]
        $pairs | ForEach-Object { [pscustomobject]@{ OfficerIdent = $_.Ident; AssessorId = $_.OnefileId } } | Set-OfficerLink -Confirm:$false
        $run = (Get-LinkHistory)[-1].RunId
    }

    AfterEach {
        foreach ($pair in $pairs) { Edit-TwinRecord $twin officers $pair.Ident additionalId '' }
        Update-MappingCache
    }

    It 'takes a whole run back, and the journal says so' {
        Undo-LinkChange $run -Reason 'The wrong review file' -Confirm:$false
        Get-TwinState $twin | Should -Be $before
        @(Get-LinkHistory $run | Where-Object State -EQ Undone) | Should -HaveCount 2
        (Get-LinkHistory).Reason -match 'The wrong review file' | Should -Not -BeNullOrEmpty
    }

    It 'takes the history through the pipeline, each run once' {
        $undone = Get-LinkHistory $run | Undo-LinkChange -PassThru -Confirm:$false
        $undone.OldValue | Sort-Object | Should -Be ($pairs.OnefileId | Sort-Object)
        $undone.NewValue | Where-Object { $_ } | Should -BeNullOrEmpty
        Get-TwinState $twin | Should -Be $before
    }

    It 'changes nothing with -WhatIf' {
        $linked = Get-StateAndJournal $twin
        Undo-LinkChange $run -WhatIf
        Get-StateAndJournal $twin | Should -Be $linked
    }

    It 'leaves alone what somebody changed since, and takes the rest back' {
        Edit-TwinRecord $twin officers $pairs[0].Ident additionalId 'elsewhere'
        Undo-LinkChange $run -Confirm:$false -ErrorVariable told -ErrorAction SilentlyContinue
        $told | Should -HaveCount 1
        Assert-Error $told[0] ValueChanged ResourceExists $pairs[0].Ident
        "$($told[0])" | Should -Match "'elsewhere'"
        @(Get-LinkHistory $run | Where-Object State -EQ Undone) | Should -HaveCount 1
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pairs[0].Ident).additionalId | Should -Be 'elsewhere'
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pairs[1].Ident).additionalId | Should -BeNullOrEmpty
    }

    It 'undoes the newest run with -Last, and says how much' {
        Undo-LinkChange -Last -Confirm:$false -InformationVariable told
        Get-TwinState $twin | Should -Be $before
        "$told" | Should -Match '^2 undone, 0 refused, 0 conflicts; run \S+$'
        (Get-LinkRun $run).Undone | Should -Be (Get-LinkRun -Newest 1).RunId
    }

    It 'tells a run that the journal does not have' {
        $told = Get-ErrorOf { Undo-LinkChange NOSUCH -Confirm:$false -ErrorAction Stop }
        Assert-Error $told RunUnknown ObjectNotFound NOSUCH
    }
}
