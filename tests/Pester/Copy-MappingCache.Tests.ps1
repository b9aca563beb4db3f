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

Describe 'Copy-MappingCache' {
    It 'copies the journal with everything else, to a path beside the current location' {
        $pair = Get-FreePair $twin | Select-Object -First 1
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
        Push-Location $TestDrive
        try {
            $copy = Copy-MappingCache './moved/cache.db' -PassThru -Confirm:$false
        }
        finally {
            Pop-Location
        }
        $copy.Location | Should -Be (Join-Path $TestDrive 'moved/cache.db')
        $copy.Head | Should -Be (Test-LinkHistory).Head
        $copy.Backups | Should -Be 1
        Join-Path $TestDrive "moved/cache.before-first-write.$($twin.Environment).csv" | Should -Exist
    }

    It 'makes a cache to connect with' {
        $keys = (Get-LinkHistory -Detailed).Key
        $keys | Should -Not -BeNullOrEmpty
        $copy = Copy-MappingCache (Join-Path $TestDrive 'other/cache.db') -PassThru -Confirm:$false
        $again = Connect-Twin $twin (Join-Path $TestDrive 'other')
        (Test-LinkHistory -Connection $again).Head | Should -Be $copy.Head
        (Get-LinkHistory -Connection $again -Detailed).Key | Should -Be $keys
        $again | Disconnect-PicsOnefile
    }

    It 'makes nothing with -WhatIf' {
        $before = Get-StateAndJournal $twin
        Copy-MappingCache (Join-Path $TestDrive 'not.db') -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
        Join-Path $TestDrive 'not.db' | Should -Not -Exist
    }

    It 'keeps what lies there, and replaces an older copy with -Force' {
        $path = Join-Path $TestDrive 'nightly.db'
        Copy-MappingCache $path -Confirm:$false
        Assert-Error (Get-ErrorOf { Copy-MappingCache $path -Confirm:$false }) FileExists ResourceExists $path
        $pair = Get-FreePair $twin | Select-Object -First 1
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
        (Copy-MappingCache $path -Force -PassThru -Confirm:$false).Head | Should -Be (Test-LinkHistory).Head
        Copy-MappingCache $path -Force -Confirm:$false | Should -BeNullOrEmpty
    }
}
