BeforeDiscovery {
    $cannotStart = [bool] $env:PICSONEFILE_TWIN_BROKER
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $size = @{ Path = Get-SandboxFolder; Assessors = 6; Placements = 4; InformationAction = 'Ignore' }
}

Describe 'Stop-PicsOnefileSandbox' -Skip:$cannotStart {
    It 'ends the process, closes the connection and deletes the folder' {
        $sandbox = Start-PicsOnefileSandbox @size
        $sandbox.Folder | Should -Exist
        Stop-PicsOnefileSandbox | Should -BeNullOrEmpty
        Get-Process -Id $sandbox.Id -ErrorAction Ignore | Should -BeNullOrEmpty
        $sandbox.Folder | Should -Not -Exist
        Get-PicsOnefileConnection | Should -BeNullOrEmpty
        (Get-PicsOnefileProfile).ProfileName | Should -Not -Contain 'Sandbox'
    }

    It 'ends nothing with -WhatIf' {
        $sandbox = Start-PicsOnefileSandbox @size
        Stop-PicsOnefileSandbox -WhatIf
        (Get-Process -Id $sandbox.Id).Id | Should -Be $sandbox.Id
        Stop-PicsOnefileSandbox
    }

    It 'says that the process has died' {
        $sandbox = Start-PicsOnefileSandbox @size
        $process = Get-Process -Id $sandbox.Id
        $process.Kill()
        $process.WaitForExit()
        Stop-PicsOnefileSandbox -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -Match "ID $($sandbox.Id)\) has ended by itself"
        Get-PicsOnefileConnection | Should -BeNullOrEmpty
    }

    It 'leaves with the module' {
        $sandbox = Start-PicsOnefileSandbox @size
        Remove-Module PicsOnefile.PowerShell
        Get-Process -Id $sandbox.Id -ErrorAction Ignore | Should -BeNullOrEmpty
        Import-BuiltModule
    }
}

Describe 'Stop-PicsOnefileSandbox without one' {
    It 'says that none was started' {
        $told = Get-ErrorOf { Stop-PicsOnefileSandbox -ErrorAction Stop }
        Assert-Error $told SandboxNotRunning InvalidOperation
    }
}
