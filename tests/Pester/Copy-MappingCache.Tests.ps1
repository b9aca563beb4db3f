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
        Join-Path $TestDrive "moved/cache.before-first-write.$($twin.Environment).csv" | Should -Exist
    }

    It 'makes nothing with -WhatIf' {
        Copy-MappingCache (Join-Path $TestDrive 'not.db') -WhatIf
        Join-Path $TestDrive 'not.db' | Should -Not -Exist
    }

    It 'keeps what lies there, and replaces an older copy with -Force' {
        $path = Join-Path $TestDrive 'nightly.db'
        Copy-MappingCache $path -Confirm:$false
        (Get-ErrorOf { Copy-MappingCache $path -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        $pair = Get-FreePair $twin | Select-Object -First 1
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
        (Copy-MappingCache $path -Force -PassThru -Confirm:$false).Head | Should -Be (Test-LinkHistory).Head
    }
}
