BeforeDiscovery {
    # Windows PowerShell 5.1 has no variable for it.
    $onWindows = $env:OS -eq 'Windows_NT'
    # The share of the drive: every Windows has it for administrators, and under Wine the host of the tests makes one.
    $shared = if ($onWindows) { '\\localhost\{0}$\{1}' -f [IO.Path]::GetTempPath()[0], [IO.Path]::GetTempPath().Substring(3) }
    $onServer = $onWindows -and (Test-Path -LiteralPath $shared)
    $exports = @(
        @{ Cmdlet = 'Export-LinkReport'; Line = { param($Path, $Rest) Export-LinkReport $Path @Rest }; Ending = '.html' }
        @{ Cmdlet = 'Export-LinkReview'; Line = { param($Path, $Rest) Find-OfficerLink | Export-LinkReview $Path @Rest }; Ending = '.csv' }
        @{ Cmdlet = 'Export-LinkWorklist'; Line = { param($Path, $Rest) Export-LinkWorklist $Path @Rest }; Ending = '.csv' }
        @{ Cmdlet = 'New-PicsOnefileDiagnostic'; Line = { param($Path, $Rest) New-PicsOnefileDiagnostic $Path @Rest }; Ending = '.txt' }
        @{ Cmdlet = 'Copy-MappingCache'; Line = { param($Path, $Rest) Copy-MappingCache $Path -Confirm:$false @Rest }; Ending = '.db' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $suite = $PSScriptRoot
    $here = (Get-Item $TestDrive).FullName
    $deep = (1..5 | ForEach-Object { 'd' * 60 }) -join [IO.Path]::DirectorySeparatorChar
    $server = if ($env:OS -eq 'Windows_NT') { '\\localhost\{0}$\{1}' -f $here[0], $here.Substring(3) }
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'What Windows does with the path of <Cmdlet>' -ForEach $exports {
    It 'refuses a reserved name, with an ending and as a folder too' -Skip:(-not $onWindows) {
        foreach ($name in 'CON', "nul$Ending", "COM1$Ending", "LPT$([char]0xB2)$Ending", "aux\a$Ending") {
            $told = Get-ErrorOf { & $Line (Join-Path $here $name) @{ Force = $true } }
            Assert-Error $told PathInvalid InvalidArgument
            "$told" | Should -BeLike '*is a reserved name, which Windows keeps for a device.'
        }
    }

    It 'refuses a stream, and a character that no name may have' -Skip:(-not $onWindows) {
        Assert-Error (Get-ErrorOf { & $Line (Join-Path $here "a$($Ending):x") @{} }) PathInvalid InvalidArgument
        Assert-Error (Get-ErrorOf { & $Line (Join-Path $here "a|b$Ending") @{} }) PathInvalid InvalidArgument
        Test-Path (Join-Path $here "a$Ending") | Should -BeFalse
    }

    It 'refuses NUL on every system' {
        Assert-Error (Get-ErrorOf { & $Line (Join-Path $here "a`0b$Ending") @{} }) PathInvalid InvalidArgument
    }

    It 'drops a dot and a blank at the end of a name' -Skip:(-not $onWindows) {
        & $Line (Join-Path $here "dropped$Ending. ") @{}
        Join-Path $here "dropped$Ending" | Should -Exist
        Assert-Error (Get-ErrorOf { & $Line (Join-Path $here "dropped$Ending.") @{} }) FileExists ResourceExists
    }

    It 'takes C:name for the folder where the shell is' -Skip:(-not $onWindows) {
        $null = New-Item -ItemType Directory (Join-Path $here 'relative') -Force
        Push-Location (Join-Path $here 'relative')
        try { & $Line "$($here.Substring(0, 2))rel$Ending" @{} } finally { Pop-Location }
        Join-Path $here "relative\rel$Ending" | Should -Exist
    }

    It 'goes beyond 260 characters' {
        $folder = [IO.Directory]::CreateDirectory((Join-Path $here $deep)).FullName
        & $Line (Join-Path $folder "long$Ending") @{}
        [IO.File]::Exists((Join-Path $folder "long$Ending")) | Should -BeTrue
    }

    It 'writes to a server' -Skip:(-not $onServer) {
        & $Line (Join-Path $server "shared$Ending") @{}
        Join-Path $here "shared$Ending" | Should -Exist
    }

    It 'replaces a read-only file with -Force alone, and it stays read-only' {
        $path = Join-Path $here "guarded$Ending"
        & $Line $path @{}
        Set-ItemProperty $path IsReadOnly $true
        Assert-Error (Get-ErrorOf { & $Line $path @{} }) FileExists ResourceExists
        & $Line $path @{ Force = $true }
        (Get-Item $path).IsReadOnly | Should -BeTrue
        Set-ItemProperty $path IsReadOnly $false
    }
}

Describe 'What Windows does with files that are open' {
    It 'says that Excel probably has the file that is to be written, and reads it' -Skip:(-not $onWindows) {
        $path = Join-Path $here 'open.csv'
        Find-OfficerLink | Export-LinkReview $path
        $excel = [IO.File]::Open($path, 'Open', 'ReadWrite', 'Read')
        try {
            Import-LinkReview $path | Should -Not -BeNullOrEmpty
            $told = Get-ErrorOf { Find-OfficerLink | Export-LinkReview $path -Force }
            Assert-Error $told FileNotWritten WriteError
            "$told" | Should -BeLike '*another program has it open, probably Excel.*'
        }
        finally { $excel.Dispose() }
        Find-OfficerLink | Export-LinkReview $path -Force
    }
}

Describe 'What Windows does with the path of a cache' {
    BeforeAll {
        function Connect-At([string] $Path) {
            $settings = @{
                Environment = $twin.Environment; OnefileAddress = $twin.Onefile; PicsWebAddress = $twin.PicsWeb
                CustomerToken = $twin.Token; ApiUser = $twin.User; CachePath = $Path
            }
            Connect-PicsOnefile @settings
        }
    }

    AfterEach { $null = Connect-Twin $twin $TestDrive }

    It 'refuses a reserved name, for a profile too' -Skip:(-not $onWindows) {
        Assert-Error (Get-ErrorOf { Connect-At (Join-Path $here 'nul.db') }) PathInvalid InvalidArgument
        Assert-Error (Get-ErrorOf { Save-PicsOnefileProfile Reserved -CachePath (Join-Path $here 'con.db') }) PathInvalid InvalidArgument
        { Get-PicsOnefileProfile Reserved } | Should -Throw
    }

    It 'says that another program has it open' -Skip:(-not $onWindows) {
        $path = Join-Path $here 'held.db'
        $null = Connect-At $path
        Disconnect-PicsOnefile
        $held = [IO.File]::Open($path, 'Open', 'ReadWrite', 'None')
        try { $told = Get-ErrorOf { Connect-At $path } } finally { $held.Dispose() }
        Assert-Error $told CacheUnusable ResourceUnavailable
        "$told" | Should -BeLike '*cannot be used: another program has it open. Close it there.'
    }

    It 'keeps one beyond 260 characters' {
        $null = Connect-At (Join-Path (Join-Path $here $deep) 'deep.db')
        Get-PicsOfficer -Refresh | Should -Not -BeNullOrEmpty
        (Get-MappingCache | Where-Object Location -Like '*deep.db') | Should -Not -BeNullOrEmpty
    }

    It 'keeps one on a server' -Skip:(-not $onServer) {
        $null = Connect-At (Join-Path $server 'shared.cache.db')
        Get-PicsOfficer -Refresh | Should -Not -BeNullOrEmpty
        Join-Path $here 'shared.cache.db' | Should -Exist
    }

    It 'is one cache in every letter case' -Skip:(-not $onWindows) {
        $null = Connect-At (Join-Path $here 'case.db')
        $pair = @(Get-FreePair $twin)[0]
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
        $null = Connect-At (Join-Path $here 'CASE.DB').ToUpperInvariant()
        (Get-LinkHistory | Where-Object State -EQ Done).Key | Should -Contain $pair.Ident
    }
}

Describe 'What Windows does with two processes on one cache' -Skip:(-not $onWindows) {
    It 'lets both link at the same time, and loses nothing' {
        $path = Join-Path $here 'both.db'
        $pairs = @(Get-FreePair $twin)
        $mine, $others = $pairs[0], $pairs[1]
        $script = Join-Path $here 'other.ps1'
        Set-Content -LiteralPath $script -Value @"
`$ErrorActionPreference = 'Stop'
. '$suite\common.ps1'
Import-BuiltModule
`$credentials = Invoke-RestMethod '$($twin.Control)/credentials'
`$settings = @{
    Environment = `$credentials.environment; OnefileAddress = `$credentials.onefileAddress; PicsWebAddress = `$credentials.picsWebAddress
    CustomerToken = ConvertTo-Secret `$credentials.customerToken; CachePath = '$path'
    ApiUser = New-Object pscredential `$credentials.apiUser, (ConvertTo-Secret `$credentials.apiPassword)
}
`$null = Connect-PicsOnefile @settings
Set-OfficerLink '$($others.Ident)' '$($others.OnefileId)' -Confirm:`$false
Update-MappingCache
"@
        $null = Connect-PicsOnefile -Environment $twin.Environment -OnefileAddress $twin.Onefile -PicsWebAddress $twin.PicsWeb -CustomerToken $twin.Token -ApiUser $twin.User -CachePath $path
        $start = New-Object Diagnostics.ProcessStartInfo (Get-Process -Id $PID).Path, "-NoProfile -NonInteractive -ExecutionPolicy Bypass -File `"$script`""
        $start.UseShellExecute = $false
        $other = [Diagnostics.Process]::Start($start)
        do { Update-MappingCache } until ($other.HasExited)
        Set-OfficerLink $mine.Ident $mine.OnefileId -Confirm:$false
        $other.ExitCode | Should -Be 0
        $done = @((Get-LinkHistory | Where-Object State -EQ Done).Key)
        $done | Should -Contain $mine.Ident
        $done | Should -Contain $others.Ident
        { Test-LinkHistory -ErrorAction Stop } | Should -Not -Throw
    }
}
