# What a Windows that is locked down does with the module: the execution policy, the mark of the web, and the constrained language. No other system has them.
BeforeDiscovery {
    $script:notWindows = [Environment]::OSVersion.Platform -ne 'Win32NT'
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')

    # A PowerShell of the same edition, started anew: both policies are read when it starts. It answers its lines; each error is a line too.
    function Invoke-NewPowerShell {
        param([string] $Policy, [string] $Command)

        $shell = (Get-Process -Id $PID).Path
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("`$ProgressPreference = 'SilentlyContinue'; $Command"))
        & $shell -NoProfile -NonInteractive -OutputFormat Text -ExecutionPolicy $Policy -EncodedCommand $encoded
    }

    # The import, how many cmdlets it gave, and what it said. Nothing here needs another module: a policy may refuse that too.
    function Invoke-Import {
        param([string] $Policy, [string] $Folder)

        Invoke-NewPowerShell $Policy @"
try { Import-Module '$Folder' -ErrorAction Stop } catch { "error: `$_" }
"cmdlets: `$(@(Get-Command -Module PicsOnefile.PowerShell).Count)"
"@
    }
}

Describe 'The execution policy of Windows' -Skip:$notWindows {
    It 'refuses the whole module under <_>, for without its views every column of a person would be shown' -ForEach 'Restricted', 'AllSigned' {
        $said = Invoke-Import $_ $Module
        $said -join "`n" | Should -Match '(?s)error: .*\.ps1xml'
        $said | Should -Contain 'cmdlets: 0'
    }

    It 'lets it in under Restricted where it is installed for all users, and refuses its scripts there too' {
        $installed = Join-Path $env:ProgramFiles "PicsOnefile-Test-$PID"
        try { Copy-Item $Module $installed -Recurse -ErrorAction Stop }
        catch { Set-ItResult -Skipped -Because 'only an administrator writes to Program Files'; return }
        try {
            (Invoke-Import Restricted (Join-Path $installed 'PicsOnefile.PowerShell.psd1')) -join "`n" | Should -Match 'cmdlets: [1-9]'
            $audit = Join-Path $installed 'examples\Nightly-Audit.ps1'
            $said = Invoke-NewPowerShell Restricted "try { & '$audit' } catch { ""error: `$_"" }"
            $said -join "`n" | Should -Match 'error: .*running scripts is disabled'
        }
        finally { Remove-Item $installed -Recurse -Force }
    }

    It 'lets it in under <_>, as it lies on a disk' -ForEach 'RemoteSigned', 'Bypass' {
        $said = Invoke-Import $_ $Module
        $said -join "`n" | Should -Not -Match 'error'
        $said | Should -Contain "cmdlets: $(@((Import-PowerShellDataFile (Join-Path $Module 'PicsOnefile.PowerShell.psd1')).CmdletsToExport).Count)"
    }
}

Describe 'The mark of the web' -Skip:$notWindows {
    BeforeAll {
        $folder = Join-Path $TestDrive 'PicsOnefile.PowerShell'
        Copy-Item $Module $folder -Recurse
        # A file system without streams keeps no mark.
        $hasStreams = try {
            Get-ChildItem $folder -Recurse -File | ForEach-Object { Set-Content -LiteralPath $_.FullName -Stream Zone.Identifier -Value '[ZoneTransfer]', 'ZoneId=3' }
            [bool](Get-Content -LiteralPath (Join-Path $folder 'PicsOnefile.PowerShell.psd1') -Stream Zone.Identifier)
        }
        catch { $false }
    }

    It 'blocks a module out of a zip from a browser under RemoteSigned' {
        if (-not $hasStreams) { Set-ItResult -Skipped -Because 'this file system has no streams, so that nothing can be marked' }
        Invoke-Import RemoteSigned $folder | Should -Contain 'cmdlets: 0'
    }

    It 'is taken off by Unblock-File' {
        if (-not $hasStreams) { Set-ItResult -Skipped -Because 'this file system has no streams, so that nothing can be marked' }
        Get-ChildItem $folder -Recurse | Unblock-File
        Invoke-Import RemoteSigned $folder | Should -Not -Contain 'cmdlets: 0'
    }
}

Describe 'The constrained language' -Skip:$notWindows {
    BeforeAll {
        $machine = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
        # PowerShell's own switch for trying it: a real one needs a policy of App Control.
        $isLocked = try { Set-ItemProperty $machine -Name __PSLockdownPolicy -Value '4'; $true } catch { $false }
        $twin = Start-Twin
    }

    AfterAll {
        if ($isLocked) { Remove-ItemProperty $machine -Name __PSLockdownPolicy }
        Stop-Twin $twin
    }

    It 'does the whole preparation, for every step is a cmdlet' {
        if (-not $isLocked) { Set-ItResult -Skipped -Because 'only an administrator may lock a computer down' }
        $said = Invoke-NewPowerShell Bypass @"
`$ErrorActionPreference = 'Stop'
"mode: `$(`$ExecutionContext.SessionState.LanguageMode)"
Import-Module '$Module'
`$user = New-Object pscredential '$($twin.User.UserName)', (ConvertTo-SecureString '$($twin.User.GetNetworkCredential().Password)' -AsPlainText -Force)
`$token = ConvertTo-SecureString '$((New-Object pscredential 'x', $twin.Token).GetNetworkCredential().Password)' -AsPlainText -Force
`$null = Connect-PicsOnefile -Environment $($twin.Environment) -OnefileAddress $($twin.Onefile) -PicsWebAddress $($twin.PicsWeb) ``
    -CustomerToken `$token -ApiUser `$user -CachePath '$TestDrive\locked.db'
"linked: `$(@(Find-OfficerLink | Set-OfficerLink -PassThru | Where-Object State -eq Linked).Count)"
Find-OrganisationLink | Export-LinkReview '$TestDrive\locked.csv'
Import-LinkReview '$TestDrive\locked.csv' | Set-OrganisationLink
`$null = Invoke-QualificationRefresh
Get-StandardVqReference | Where-Object State -in Wrong, Empty | Set-StandardVqReference
"findings: `$(@(Test-PicsWebSync -DesktopIntegration NeverUsed).Count)"
"rows: `$(@(Get-LinkHistory).Count)"
"@
        $said | Should -Contain 'mode: ConstrainedLanguage'
        # Each command that changes something says besides what it did.
        foreach ($part in 'linked', 'findings', 'rows') { $said -match "^${part}: [1-9]\d*$" | Should -HaveCount 1 -Because $part }
    }
}
