BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $before = Get-TwinState $twin
    $own = Join-Path $TestDrive "cache.before-first-write.$($twin.Environment).csv"
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Restore-LinkBackup' {
    BeforeEach {
        $officer = @(Get-FreePair $twin)[0]
        $organisation = @(Get-FreePair $twin organisations)[0]
        Set-OfficerLink $officer.Ident $officer.OnefileId -Confirm:$false
        Set-OrganisationLink $organisation.Ident $organisation.OnefileId -Confirm:$false
    }

    AfterEach {
        Restore-LinkBackup -Confirm:$false
    }

    It 'brings back what stood in both systems before the first write' {
        $restored = Restore-LinkBackup -Reason 'Start again' -PassThru -Confirm:$false
        Get-TwinState $twin | Should -Be $before
        $restored.RunId | Select-Object -Unique | Should -HaveCount 1
        Restore-LinkBackup -PassThru -Confirm:$false | Should -BeNullOrEmpty
    }

    It 'brings back one kind' {
        Restore-LinkBackup -Kind Officer -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $officer.Ident).additionalId | Should -BeNullOrEmpty
        (Get-TwinRecord $twin organisations | Where-Object ident -EQ $organisation.Ident).additionalId | Should -Be $organisation.OnefileId
    }

    It 'takes a copy that was kept elsewhere' {
        Copy-Item $own (Join-Path $TestDrive 'kept.csv')
        Restore-LinkBackup (Join-Path $TestDrive 'kept.csv') -Confirm:$false
        Get-TwinState $twin | Should -Be $before
    }

    It 'tells where its own file was moved away' {
        Move-Item $own (Join-Path $TestDrive 'moved.csv')
        try {
            Assert-Error (Get-ErrorOf { Restore-LinkBackup -Confirm:$false -ErrorAction Stop }) BackupMissing ObjectNotFound
        }
        finally {
            Move-Item (Join-Path $TestDrive 'moved.csv') $own
        }
    }

    It 'changes nothing with -WhatIf' {
        $linked = Get-StateAndJournal $twin
        Restore-LinkBackup -WhatIf
        Get-StateAndJournal $twin | Should -Be $linked
    }

    It 'leaves all alone when there are more than -MaximumChange' {
        $linked = Get-StateAndJournal $twin
        Assert-Error (Get-ErrorOf { Restore-LinkBackup -MaximumChange 1 -Confirm:$false }) ChangeLimitExceeded LimitsExceeded
        Get-StateAndJournal $twin | Should -Be $linked
    }

    It 'refuses a backup of another environment' {
        $path = Join-Path $TestDrive 'practice.csv'
        Set-Content $path "Kind,Key,Field,Value,CentreId,Environment`nOfficer,A,AdditionalId,9,,Practice" -Encoding UTF8
        $linked = Get-StateAndJournal $twin
        Assert-Error (Get-ErrorOf { Restore-LinkBackup $path -Confirm:$false }) BackupForeign InvalidArgument
        Get-StateAndJournal $twin | Should -Be $linked
    }
}
