# The nightly run as a scheduler starts it: a process of its own, nobody to ask, an exit code.

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-BuiltModule
    $script:Audit = Join-Path $script:Module 'examples/Nightly-Audit.ps1'
    $script:Register = Join-Path $script:Module 'examples/Register-NightlyAudit.ps1'
    $script:Twin = Start-Twin
    $script:Folder = Join-Path $TestDrive 'audit'
    Connect-PicsOnefile -Environment $Twin.Environment -OnefileAddress $Twin.Onefile -PicsWebAddress $Twin.PicsWeb -CustomerToken $Twin.Token -ApiUser $Twin.User -SaveAs Nightly | Out-Null

    # Nobody is there to answer: not interactive, and nothing to read.
    function Invoke-Shell([string] $Script, [string[]] $Argument = @()) {
        $shell = (Get-Process -Id $PID).Path
        # PowerShell as a .NET tool runs inside dotnet.
        $inside = @(if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { [Environment]::GetCommandLineArgs()[0] })
        $said = $null | & $shell @inside -NoProfile -NonInteractive -File $Script @Argument
        [pscustomobject]@{ ExitCode = $LASTEXITCODE; Said = "$said" }
    }

    function Invoke-Audit([string] $ProfileName = 'Nightly', [string[]] $More = @(), $Twin = $script:Twin, [string] $Folder = $script:Folder) {
        $env:PICSONEFILE_CUSTOMER_TOKEN = (New-Object pscredential 'x', $Twin.Token).GetNetworkCredential().Password
        $env:PICSONEFILE_API_USER = $Twin.User.UserName
        $env:PICSONEFILE_API_PASSWORD = $Twin.User.GetNetworkCredential().Password
        try {
            Invoke-Shell $Audit (@('-ProfileName', $ProfileName, '-Folder', $Folder) + $More)
        }
        finally {
            Remove-Item env:PICSONEFILE_CUSTOMER_TOKEN, env:PICSONEFILE_API_USER, env:PICSONEFILE_API_PASSWORD
        }
    }
}

AfterAll { Stop-Twin $script:Twin }

Describe 'Nightly-Audit' {
    It 'ends with 2 where the switch would be refused, and writes log and report' {
        $run = Invoke-Audit
        $run.ExitCode | Should -Be 2
        $run.Said | Should -Match 'Nightly: 0 changes, [1-9]\d* errors, \d+ warnings, exit code 2\.'
        Get-Content "$Folder/audit.log" | Select-Object -Last 1 | Should -Match ([regex]::Escape($run.Said))
        "$Folder/report.html" | Should -Exist
    }

    It 'says first what changed since the last run' {
        Find-OfficerLink | Where-Object Confidence -EQ Certain | Select-Object -First 1 | Set-OfficerLink -Confirm:$false
        (Invoke-Audit).Said | Should -Match 'Nightly: [1-9]\d* changes'
        Get-Content "$Folder/audit.log" -Raw | Should -Match 'Since the last run[\s\S]*Officer links that changed to Linked: 1'
    }

    It 'notices that the journal lost its end' {
        $memory = Import-Clixml "$Folder/last-run.xml"
        $memory.Head = '0' * 64
        $memory | Export-Clixml "$Folder/last-run.xml"
        (Invoke-Audit).ExitCode | Should -Be 2
    }

    It 'goes on as a first run where the memory of the last run is damaged, and puts it aside: <Name>' -TestCases @(
        @{ Name = 'empty'; Text = '' }
        @{ Name = 'cut off'; Text = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN' }
        @{ Name = 'something else'; Text = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><S>nothing</S></Objs>' }
    ) {
        Set-Content "$Folder/last-run.xml" $Text -NoNewline
        (Invoke-Audit).ExitCode | Should -Be 2
        $log = Get-Content "$Folder/audit.log" -Raw
        $log | Should -Match 'The memory of the last run, .*last-run\.xml, cannot be read: .*put aside as .*last-run\.damaged\.xml\.'
        $log.Substring($log.LastIndexOf('put aside')) | Should -Match 'The first run: there is nothing to compare with\.'
        Get-Content "$Folder/last-run.damaged.xml" -Raw | Should -Be $(if ($Text) { $Text })
        (Import-Clixml "$Folder/last-run.xml").Head | Should -Match '^[0-9a-f]{64}$'
        "$Folder/last-run.xml.new" | Should -Not -Exist
        (Invoke-Audit).Said | Should -Match '0 changes'
    }

    It 'keeps the memory of the last run whole where it cannot be written' {
        $before = Get-Content "$Folder/last-run.xml" -Raw
        New-Item -ItemType Directory "$Folder/last-run.xml.new" | Out-Null
        try { (Invoke-Audit).ExitCode | Should -Be 3 }
        finally { Remove-Item "$Folder/last-run.xml.new" }
        Get-Content "$Folder/last-run.xml" -Raw | Should -Be $before
    }

    It 'says that -Folder is a file' {
        $run = Invoke-Audit -Folder "$Folder/audit.log"
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match '-Folder .*audit\.log is a file\. Give a folder'
    }

    It 'says that -Folder or -DataFolder lies on no disk' {
        $run = Invoke-Audit -Folder 'Function:audit'
        $run.ExitCode | Should -Be 3
        $run.Said | Should -BeLike '*Function:audit is in Function and not on a disk.'
        (Invoke-Audit -More '-DataFolder', 'Env:data').Said | Should -BeLike '*Env:data is in Environment and not on a disk.*'
    }

    It 'ends with 3 and the reason where it cannot connect, without a question' {
        $run = Invoke-Audit -ProfileName NoSuchProfile
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match 'could not run: .*NoSuchProfile'
    }

    It 'puts a full log aside and keeps so many' {
        1..3 | ForEach-Object {
            Add-Content "$Folder/audit.log" ('x' * 2000)
            Invoke-Audit -More '-LargestLog', '1024', '-KeepLogs', '2' | Out-Null
        }
        @(Get-ChildItem "$Folder/audit.log*").Count | Should -Be 3
    }

    It 'writes the head of the journal into the log' {
        $head = (Test-LinkHistory).Head
        Invoke-Audit | Out-Null
        $kept = [regex]::Matches((Get-Content "$Folder/audit.log" -Raw), 'head ([0-9a-f]{64})') | Select-Object -Last 1
        $kept.Groups[1].Value | Should -Be $head
    }

    It 'calls the hook at the end with the outcome' {
        $hook = Join-Path $TestDrive 'hook.ps1'
        $told = Join-Path $TestDrive 'told.txt'
        Set-Content $hook "& '$Audit' -ProfileName NoSuchProfile -Folder '$Folder' -AfterRun { param(`$run) Set-Content '$told' `"`$(`$run.ExitCode) `$(`$run.Log) `$(`$run.Summary)`" }; exit `$LASTEXITCODE"
        (Invoke-Shell $hook).ExitCode | Should -Be 3
        Get-Content $told | Should -Match '^3 .*audit\.log The audit could not run'
    }

    It 'keeps its exit code when the hook fails, and says so' {
        $hook = Join-Path $TestDrive 'broken.ps1'
        Set-Content $hook "& '$Audit' -ProfileName NoSuchProfile -Folder '$Folder' -AfterRun { throw 'no mail server' }; exit `$LASTEXITCODE"
        $run = Invoke-Shell $hook
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match 'The log or the hook failed: no mail server'
    }

    It 'writes no secret' {
        $token = (New-Object pscredential 'x', $Twin.Token).GetNetworkCredential().Password
        Get-ChildItem $Folder | ForEach-Object { Get-Content $_.FullName -Raw | Should -Not -Match ([regex]::Escape($token)) }
    }

    It 'is registered with WhatIf without doing anything' {
        { & $Register -ProfileName Nightly -Folder $Folder -At 03:15 -WhatIf } | Should -Not -Throw
    }
}

Describe 'Nightly-Audit under an account without a profile folder and a console' {
    BeforeAll {
        $script:DataFolder = Join-Path $TestDrive 'task data'
        $script:Unattended = Join-Path $TestDrive 'unattended'
        $ours = $env:PICSONEFILE_HOME
        $env:PICSONEFILE_HOME = $DataFolder
        try { Connect-PicsOnefile -Environment $Twin.Environment -OnefileAddress $Twin.Onefile -PicsWebAddress $Twin.PicsWeb -CustomerToken $Twin.Token -ApiUser $Twin.User -SaveAs Unattended | Out-Null }
        finally { $env:PICSONEFILE_HOME = $ours }

        # As Task Scheduler starts it for an account that nobody logs on with: no variable names a folder of its own, no window, nothing to read.
        function Invoke-Unattended([string] $More) {
            $shell = (Get-Process -Id $PID).Path
            $inside = if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { "`"$([Environment]::GetCommandLineArgs()[0])`" " }
            $start = New-Object Diagnostics.ProcessStartInfo $shell, "$inside-NoProfile -NonInteractive -File `"$Audit`" -ProfileName Unattended -Folder `"$Unattended`" $More"
            # Without a home PowerShell keeps its own cache where it is started.
            $start.WorkingDirectory = "$TestDrive"
            $start.UseShellExecute = $false
            $start.CreateNoWindow = $true
            $start.RedirectStandardInput = $true
            $start.RedirectStandardOutput = $true
            $start.RedirectStandardError = $true
            foreach ($name in 'HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'HOMEDRIVE', 'HOMEPATH', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'PICSONEFILE_HOME') {
                $start.EnvironmentVariables.Remove($name)
            }
            $start.EnvironmentVariables['PICSONEFILE_CUSTOMER_TOKEN'] = (New-Object pscredential 'x', $Twin.Token).GetNetworkCredential().Password
            $start.EnvironmentVariables['PICSONEFILE_API_USER'] = $Twin.User.UserName
            $start.EnvironmentVariables['PICSONEFILE_API_PASSWORD'] = $Twin.User.GetNetworkCredential().Password
            $process = [Diagnostics.Process]::Start($start)
            $process.StandardInput.Close()
            $said = $process.StandardOutput.ReadToEnd().Trim()
            $process.WaitForExit()
            [pscustomobject]@{ ExitCode = $process.ExitCode; Said = $said }
        }
    }

    It 'does its work with the folder that -DataFolder names' {
        $run = Invoke-Unattended "-DataFolder `"$DataFolder`""
        $run.Said | Should -Match '^Unattended: 0 changes, [1-9]\d* errors, \d+ warnings, exit code 2\.$'
        $run.ExitCode | Should -Be 2
        "$Unattended/report.html" | Should -Exist
    }

    It 'says as whom it ran, where it looked and how to give another folder, where the account has no profile' {
        $run = Invoke-Unattended
        $run.ExitCode | Should -Be 3
        $run.Said | Should -Match "could not run: There is no profile 'Unattended'\..* It ran as .*, (with profiles and caches in .*PicsOnefile\.PowerShell\. Another folder is given|which has no folder for profiles and caches\. Give one) with -DataFolder\."
        Get-Content "$Unattended/audit.log" -Raw | Should -Match 'It ran as '
    }

    It 'leaves the folder of the session that calls it as it was' {
        $hook = Join-Path $TestDrive 'in-session.ps1'
        Set-Content $hook "& '$Audit' -ProfileName NoSuchProfile -Folder '$Unattended' -DataFolder '$DataFolder'; Write-Output `"after: `$env:PICSONEFILE_HOME`""
        (Invoke-Shell $hook).Said | Should -Match "after: $([regex]::Escape($env:PICSONEFILE_HOME))$"
    }
}

Describe 'Nightly-Audit after the preparation' {
    BeforeAll {
        $script:Ready = Start-Twin '--data', "`"$(Join-Path $PSScriptRoot 'help-world')`""
        Connect-PicsOnefile -Environment $Ready.Environment -OnefileAddress $Ready.Onefile -PicsWebAddress $Ready.PicsWeb -CustomerToken $Ready.Token -ApiUser $Ready.User -CachePath (Join-Path $TestDrive 'ready.db') -SaveAs Ready | Out-Null
        Complete-Preparation $Ready
        Test-PicsWebSync -DesktopIntegration NeverUsed | Out-Null
        function Invoke-ReadyAudit { Invoke-Audit -ProfileName Ready -Twin $Ready -Folder (Join-Path $TestDrive 'ready') }
    }

    AfterAll {
        Disconnect-PicsOnefile
        Stop-Twin $script:Ready
    }

    # What is left is for a person to decide: one assessor, one placement, one component of a standard. "ZZ Test Employer" is marked as not in use, and nobody is asked about it.
    It 'ends with 1 where there is nothing worse than warnings, and writes each rule into the log' {
        $run = Invoke-ReadyAudit
        $run.Said | Should -Be 'Ready: 0 changes, 0 errors, 3 warnings, exit code 1.'
        $run.ExitCode | Should -Be 1
        $log = Get-Content (Join-Path $TestDrive 'ready/audit.log') -Raw
        $log | Should -Match 'Warning PO-L001, 2 times: '
        $log | Should -Match 'Warning PO-Q005, 1 times: '
    }

    It 'ends with 0 once the last decision was made, and has nothing to say about errors and warnings' {
        Add-LinkExclusion -Kind Officer -AssessorId 48377 -Reason 'Agency' -Confirm:$false
        '90533', '90601' | ForEach-Object { Add-LinkExclusion -Kind Organisation -PlacementId $_ -Reason 'No employer of ours' -Confirm:$false }
        Add-LinkExclusion -Kind Qualification -Code 196GW -Reason 'No gateway is recorded' -Confirm:$false
        $run = Invoke-ReadyAudit
        $run.Said | Should -Be 'Ready: 3 changes, 0 errors, 0 warnings, exit code 0.'
        $run.ExitCode | Should -Be 0
        $log = Get-Content (Join-Path $TestDrive 'ready/audit.log') -Raw
        $log.Substring($log.IndexOf('Since the last run')) | Should -Not -Match 'Error |Warning |NotChecked '
    }

    It 'ends with 0 the night after, and tells no change twice' {
        $run = Invoke-ReadyAudit
        $run.Said | Should -Be 'Ready: 0 changes, 0 errors, 0 warnings, exit code 0.'
        $run.ExitCode | Should -Be 0
    }

    # Both ends of it stand alone now.
    It 'ends with 2 on the night after somebody took a link away' {
        Edit-TwinRecord $Ready officers HBR additionalId ''
        $run = Invoke-ReadyAudit
        $run.Said | Should -Match '^Ready: 2 changes, 1 errors, 0 warnings, exit code 2\.$'
        $run.ExitCode | Should -Be 2
    }
}
