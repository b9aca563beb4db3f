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

Describe 'Clear-MappingCache' {
    It 'drops what was read and keeps what was done' {
        $pair = @(Get-FreePair $twin)[0]
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
        $journal = Test-LinkHistory
        Clear-MappingCache -Confirm:$false
        Get-MappingCache | Where-Object CanBeRebuilt | Where-Object Rows | Should -BeNullOrEmpty
        (Test-LinkHistory).Head | Should -Be $journal.Head
        (Test-LinkHistory).Ok | Should -BeTrue
    }

    It 'has the next cmdlet read again' {
        Clear-MappingCache -Confirm:$false
        Assert-Error (Get-ErrorOf { Get-PicsOfficer -Offline -ErrorAction Stop }) NeverRead ResourceUnavailable
        @(Get-PicsOfficer) | Should -HaveCount @(Get-TwinRecord $twin officers).Count
    }

    It 'drops one person whom the pipeline names, and nobody else' {
        $officer = @(Get-PicsOfficer)[0]
        $journal = Test-LinkHistory
        $officer | Clear-MappingCache -Person -Confirm:$false
        $left = @(Get-PicsOfficer -Offline)
        $left.OfficerIdent | Should -Not -Contain $officer.OfficerIdent
        $left | Should -HaveCount (@(Get-TwinRecord $twin officers).Count - 1)
        (Test-LinkHistory).Head | Should -Be $journal.Head
        @(Get-PicsOfficer).OfficerIdent | Should -Contain $officer.OfficerIdent
    }

    It 'drops nothing with -WhatIf' {
        $null = Get-PicsOfficer
        $before = Get-StateAndJournal $twin
        Clear-MappingCache -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
        @(Get-PicsOfficer -Offline) | Should -HaveCount @(Get-TwinRecord $twin officers).Count
    }

    It 'tells a connection that is closed' {
        $closed = Connect-Twin $twin (Join-Path $TestDrive 'other')
        Disconnect-PicsOnefile -Connection $closed
        (Get-ErrorOf { Clear-MappingCache -Connection $closed -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
    }
}
