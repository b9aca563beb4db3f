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

Describe 'Set-OfficerLink' {
    It 'links a pair given by its IDs, and the other fields stay' {
        $pair = @(Get-FreePair $twin)[0]
        $before = Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident
        $link = Set-OfficerLink $pair.Ident $pair.OnefileId -Reason 'asked by phone' -PassThru -Confirm:$false
        $link.OfficerIdent, $link.AssessorId, $link.State | Should -Be $pair.Ident, $pair.OnefileId, 'Linked'
        $after = Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident
        $after.additionalId | Should -Be $pair.OnefileId
        ($after | Select-Object * -ExcludeProperty additionalId | ConvertTo-Json) | Should -Be ($before | Select-Object * -ExcludeProperty additionalId | ConvertTo-Json)
        $history = Get-LinkHistory -Kind Officer -Key $pair.Ident -Detailed
        $history.State | Should -Be 'Intended', 'Done'
        $history.NewValue | Should -Be $pair.OnefileId, $pair.OnefileId
        $history.Reason | Should -Be 'asked by phone', 'asked by phone'
    }

    It 'links rows of a CSV file whose Ident starts with zeros' {
        $pair = @(Get-FreePair $twin)[0]
        $path = Join-Path $TestDrive 'links.csv'
        [pscustomobject]@{ OfficerIdent = $pair.Ident; AssessorId = $pair.OnefileId } | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Set-OfficerLink -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }

    It 'links a CSV file from the time of PICS Desktop by its own headings' {
        $pair = @(Get-FreePair $twin)[0]
        $path = Join-Path $TestDrive 'desktop.csv'
        [pscustomobject]@{ 'Officer Code' = $pair.Ident; 'Officer Name' = 'somebody'; 'OneFile ID' = $pair.OnefileId } | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Set-OfficerLink -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }

    It 'keeps in the journal how many wrong links the run of a candidate might expect' {
        $path = Join-Path $TestDrive 'certain.csv'
        $found = @(Find-OfficerLink -MaximumExpectedWrong 0.004 | Where-Object Confidence -EQ Certain)[0..1]
        $found[0] | Set-OfficerLink -Confirm:$false
        $found[1] | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Set-OfficerLink -Confirm:$false
        foreach ($one in $found) {
            @(Get-LinkHistory -Kind Officer -Key $one.OfficerIdent -Detailed)[-1].Reason |
                Should -Be "Certain, score $($one.Score), at most 0.004 wrong links expected in its run"
        }
    }

    It 'changes nothing with -WhatIf' {
        $pair = @(Get-FreePair $twin)[0]
        $before = Get-StateAndJournal $twin
        Set-OfficerLink $pair.Ident $pair.OnefileId -PassThru -WhatIf | Should -BeNullOrEmpty
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'leaves an officer alone who is linked elsewhere, until -Force' {
        $one, $other = @(Get-FreePair $twin)[0..1]
        Set-OfficerLink $one.Ident $one.OnefileId -Confirm:$false
        $before = Get-StateAndJournal $twin
        $told = Get-ErrorOf { Set-OfficerLink $one.Ident $other.OnefileId -Confirm:$false -ErrorAction Stop }
        Assert-Error $told AlreadyLinkedElsewhere ResourceExists $one.Ident
        Get-StateAndJournal $twin | Should -Be $before
        Set-OfficerLink $one.Ident $other.OnefileId -Force -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $one.Ident).additionalId | Should -Be $other.OnefileId
    }

    It 'tells an unknown officer, and links the others' {
        $pair, $other = @(Get-FreePair $twin)[0..1]
        [pscustomobject]@{ OfficerIdent = 'NOSUCH'; AssessorId = $other.OnefileId }, [pscustomobject]@{ OfficerIdent = $pair.Ident; AssessorId = $pair.OnefileId } |
            Set-OfficerLink -Confirm:$false -ErrorVariable told -ErrorAction SilentlyContinue
        $told | Should -HaveCount 1
        Assert-Error $told[0] RecordUnknown ObjectNotFound NOSUCH
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }

    It 'tells an account that Onefile does not have' {
        $told = Get-ErrorOf { Set-OfficerLink (@(Get-FreePair $twin)[0].Ident) 1 -Confirm:$false -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound
        "$told" | Should -Match "'1'"
    }
}
