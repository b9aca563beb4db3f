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

Describe 'New-PicsOnefileDiagnostic' {
    It 'writes the versions that this shell has, and which operations PICSWeb offers' {
        $file = New-PicsOnefileDiagnostic (Join-Path $TestDrive 'diagnostic.txt') -PassThru
        $text = Get-Content $file.FullName -Raw -Encoding UTF8
        $text | Should -Match "PowerShell +$([regex]::Escape("$($PSVersionTable.PSVersion)")) \($($PSVersionTable.PSEdition)"
        $text | Should -Match 'officers\.update +Available'
    }

    It 'ends its lines as this system does, for Notepad' {
        New-PicsOnefileDiagnostic (Join-Path $TestDrive 'lines.txt')
        $text = [IO.File]::ReadAllText((Join-Path (Get-Item $TestDrive).FullName 'lines.txt'))
        $ends = [regex]::Matches($text, '\r?\n') | ForEach-Object Value
        $ends.Count | Should -BeGreaterThan 20
        $ends | Sort-Object -Unique | Should -BeExactly ([Environment]::NewLine)
    }

    It 'counts the errors of this session by their IDs, and nobody else''s' {
        $error.Clear()
        Get-PicsOfficer NOSUCH -ErrorAction SilentlyContinue
        Write-Error 'Hannah Brook has left' -ErrorId 'HannahBrook' -ErrorAction SilentlyContinue
        New-PicsOnefileDiagnostic (Join-Path $TestDrive 'errors.txt')
        $text = Get-Content (Join-Path $TestDrive 'errors.txt') -Raw
        $text | Should -Match 'RecordUnknown +1'
        $text | Should -Not -Match 'Hannah|NOSUCH'
    }

    It 'holds no name, no address and no secret' {
        Update-MappingCache
        New-PicsOnefileDiagnostic (Join-Path $TestDrive 'telling.txt') -IncludeReadiness
        $text = Get-Content (Join-Path $TestDrive 'telling.txt') -Raw
        $telling = @(
            Get-TwinRecord $twin officers | ForEach-Object { $_.surname, $_.ident }
            Get-TwinRecord $twin users | ForEach-Object { "$($_.id)" }
            $twin.User.UserName
            ([uri] $twin.Onefile).Authority
            "$TestDrive"
        )
        $telling | Where-Object { $_ } | Where-Object { $text -cmatch "\b$([regex]::Escape($_))\b" } | Should -BeNullOrEmpty
    }

    It 'does not overwrite a file without -Force, and writes none with -WhatIf' {
        $path = Join-Path $TestDrive 'kept.txt'
        Set-Content $path 'mine'
        $before = Get-StateAndJournal $twin
        Assert-Error (Get-ErrorOf { New-PicsOnefileDiagnostic $path }) FileExists ResourceExists $path
        Get-Content $path | Should -Be 'mine'
        New-PicsOnefileDiagnostic $path -Force
        Get-Content $path -First 1 | Should -BeLike 'Diagnostic of PicsOnefile.PowerShell*'
        New-PicsOnefileDiagnostic (Join-Path $TestDrive 'never.txt') -WhatIf
        Join-Path $TestDrive 'never.txt' | Should -Not -Exist
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'looks at a cache file without connecting' {
        New-PicsOnefileDiagnostic (Join-Path $TestDrive 'cache.txt') -CachePath (Join-Path $TestDrive 'cache.db')
        Get-Content (Join-Path $TestDrive 'cache.txt') -Raw | Should -Match 'Schema +\d+ \(the module'
    }
}
