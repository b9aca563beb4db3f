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

Describe 'Get-MappingCache' {
    It 'counts what was read, with its age and the calls it cost' {
        $null = Get-OnefileAssessor
        $entry = Get-MappingCache | Where-Object Kind -EQ Assessor
        $entry.Rows | Should -Be @(Get-TwinRecord $twin assessors).Count
        $entry.ReadAt | Should -BeOfType ([DateTimeOffset])
        $entry.Calls | Should -BeGreaterThan 0
    }

    It 'shows what was never read as such' {
        $entry = Get-MappingCache | Where-Object Kind -EQ Qualification
        $entry.Rows | Should -Be 0
        $entry.ReadAt | Should -BeNullOrEmpty
    }

    It 'tells the cache from the journal, which cannot be read again' {
        $entries = Get-MappingCache
        ($entries | Where-Object Kind -EQ Officer).CanBeRebuilt | Should -BeTrue
        ($entries | Where-Object Kind -EQ Change).CanBeRebuilt | Should -BeFalse
    }

    It 'says where the file is, and the file is there' {
        (Get-MappingCache)[0].Location | Should -Be (Join-Path $TestDrive 'cache.db')
        (Get-MappingCache)[0].Location | Should -Exist
    }

    It 'tells a connection that is closed' {
        $closed = Connect-Twin $twin (Join-Path $TestDrive 'other')
        Disconnect-PicsOnefile -Connection $closed
        Assert-Error (Get-ErrorOf { Get-MappingCache -Connection $closed }) NotConnected InvalidOperation
    }
}
