# The twin as it is built, or the published program in the folder that PICSONEFILE_SANDBOX names.

BeforeDiscovery {
    # Under Wine no program of this system can be started: a broker starts the twins there.
    $cannotStart = [bool] $env:PICSONEFILE_TWIN_BROKER
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $program = Get-SandboxFolder
    $size = @{ Assessors = 12; Placements = 8; InformationAction = 'Ignore' }

    function Wait-Gone([int] $Id) {
        for ($left = 100; $left -gt 0 -and (Get-Process -Id $Id -ErrorAction Ignore); $left--) { Start-Sleep -Milliseconds 100 }
        Get-Process -Id $Id -ErrorAction Ignore
    }
}

Describe 'Start-PicsOnefileSandbox' -Skip:$cannotStart {
    AfterEach {
        Stop-PicsOnefileSandbox -ErrorAction Ignore
    }

    It 'starts, connects and says what to type next' {
        $sandbox = Start-PicsOnefileSandbox -Path $program -Assessors 12 -Placements 8 -Seed 3 -InformationVariable said -InformationAction Ignore
        $sandbox.ProfileName | Should -Be 'Sandbox'
        $sandbox.Seed | Should -Be 3
        $sandbox.OnefileAddress | Should -Match '^http://127\.0\.0\.1:'
        (Get-Process -Id $sandbox.Id).Id | Should -Be $sandbox.Id
        "$said" | Should -Match 'Find-OfficerLink'
        (Find-OfficerLink).ProfileName | Select-Object -Unique | Should -Be 'Sandbox'
    }

    It 'is the whole work in one session: find, link, look' {
        $null = Start-PicsOnefileSandbox $program @size
        Find-OfficerLink | Where-Object Confidence -EQ 'Certain' | Set-OfficerLink -Confirm:$false
        @(Get-OfficerLink | Where-Object State -EQ 'Linked').Count | Should -BeGreaterThan 0
        (Test-LinkHistory).Ok | Should -BeTrue
        @(Test-PicsWebSync).Count | Should -BeGreaterThan 0
    }

    It 'leads to the first refused switch, with its reasons, in two lines' {
        $null = Start-PicsOnefileSandbox $program @size
        $told = Get-ErrorOf { Enable-PicsWebSync -Environment Live -HandOverCustomerToken $true -Confirm:$false }
        Assert-Error $told NotReady InvalidOperation
        "$told" | Should -Match 'PO-'
    }

    It 'makes the same records of the same seed, and others of another' {
        $names = foreach ($seed in 1, 1, 2) {
            $null = Start-PicsOnefileSandbox $program -Seed $seed @size
            (Get-PicsOfficer | ForEach-Object { $_.Surname }) -join ','
            Stop-PicsOnefileSandbox
        }
        $names[0] | Should -Be $names[1]
        $names[0] | Should -Not -Be $names[2]
    }

    It 'has several centres, and a PICSWeb without the API' {
        $sandbox = Start-PicsOnefileSandbox $program -Centres 3 -NoPicsWebApi @size
        $sandbox.PicsWebAddress | Should -BeNullOrEmpty
        (Get-PicsOnefileConnection).LinkBy | Should -Be 'MisValue'
        (Get-PicsOnefileConnection).PicsWebBy | Should -Be 'ExportedLists'
        @(Get-PicsOfficer).Count | Should -BeGreaterThan 0
    }

    It 'does not start a second one' {
        $sandbox = Start-PicsOnefileSandbox $program @size
        $told = Get-ErrorOf { Start-PicsOnefileSandbox $program @size }
        Assert-Error $told SandboxRunning ResourceExists
        "$told" | Should -Match "process $($sandbox.Id)"
    }

    It 'starts nothing with -WhatIf' {
        Start-PicsOnefileSandbox $program -WhatIf | Should -BeNullOrEmpty
        Get-PicsOnefileConnection | Should -BeNullOrEmpty
    }

    It 'leaves nothing behind where the shell is killed' {
        $manifest = Join-Path $script:Module 'PicsOnefile.PowerShell.psd1'
        $line = "Import-Module '$manifest'; `$s = Start-PicsOnefileSandbox '$program' -Assessors 6 -Placements 4 -InformationAction Ignore; " +
            "[Console]::WriteLine(`$s.Id); [Console]::WriteLine(`$s.Folder); Start-Sleep 300"
        # PowerShell as a .NET tool is run by dotnet.
        $shell = (Get-Process -Id $PID).Path
        $inside = if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { "`"$([Environment]::GetCommandLineArgs()[0])`" " }
        $start = New-Object Diagnostics.ProcessStartInfo $shell, "$inside-NoProfile -Command `"$line`""
        $start.RedirectStandardOutput = $true
        $start.UseShellExecute = $false
        $process = [Diagnostics.Process]::Start($start)
        $id = [int] $process.StandardOutput.ReadLine()
        $folder = $process.StandardOutput.ReadLine()
        Get-Process -Id $id | Should -Not -BeNullOrEmpty
        $folder | Should -Exist
        $process.Kill()
        $process.WaitForExit()
        Wait-Gone $id | Should -BeNullOrEmpty
        $folder | Should -Not -Exist
    }
}

Describe 'Start-PicsOnefileSandbox without its program' {
    It 'says where to get it' {
        $told = Get-ErrorOf { Start-PicsOnefileSandbox -Path $TestDrive }
        Assert-Error $told SandboxNotFound ObjectNotFound
        $told.ErrorDetails.RecommendedAction | Should -Match 'release'
    }
}
