# The task of Task Scheduler: its XML everywhere, and on Windows the task itself. What Task Scheduler takes is held by the xunit tests too, from Microsoft's schema.

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Register = Join-Path $script:Module 'examples/Register-NightlyAudit.ps1'
    $script:TaskName = "PicsOnefile-Test-$PID"
    $script:Folder = Join-Path $TestDrive 'audit'

    # Why no task can be registered here, or nothing.
    function Get-Hindrance {
        if (-not ($PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows)) { return 'Task Scheduler is a part of Windows' }
        if (-not (Get-Command Register-ScheduledTask -ErrorAction Ignore)) { return 'there is no module ScheduledTasks: Wine has no Task Scheduler' }
        $me = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
        if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { return 'only an administrator registers a task for SYSTEM' }
    }
    $script:Hindrance = Get-Hindrance
}

AfterAll {
    if (-not $script:Hindrance) { Unregister-ScheduledTask -TaskName $script:TaskName -Confirm:$false -ErrorAction Ignore }
}

Describe 'Register-NightlyAudit' {
    It 'writes a task and registers nothing with -AsXml' {
        $task = [xml](& $Register -ProfileName Live -Folder $Folder -TaskName $TaskName -ServiceAccount 'COLLEGE\gmsa-onefile$' -AsXml)
        $task.Task.Principals.Principal.UserId | Should -Be 'COLLEGE\gmsa-onefile$'
        $task.Task.Principals.Principal.LogonType | Should -Be 'Password'
        $task.Task.Settings.StartWhenAvailable | Should -Be 'true'
        $task.Task.Actions.Exec.Arguments | Should -Match '-NonInteractive .*-ProfileName "Live"'
        if (-not $Hindrance) { Get-ScheduledTask -TaskName $TaskName -ErrorAction Ignore | Should -BeNullOrEmpty }
    }

    It 'does nothing with -WhatIf for a service account' {
        if ($Hindrance -like 'Task Scheduler is*') { Set-ItResult -Skipped -Because "an account is given on Windows alone: $Hindrance"; return }
        { & $Register -ProfileName Live -Folder $Folder -TaskName $TaskName -ServiceAccount SYSTEM -WhatIf } | Should -Not -Throw
        if (-not $Hindrance) { Get-ScheduledTask -TaskName $TaskName -ErrorAction Ignore | Should -BeNullOrEmpty }
    }

    It 'refuses an account that needs a password, and a password beside a service account' {
        { & $Register -ProfileName Live -Folder $Folder -ServiceAccount 'COLLEGE\svc' -AsXml } | Should -Throw '*is not an account without a password*-Credential*'
        $user = New-Object pscredential 'COLLEGE\svc', (ConvertTo-Secret 'secret')
        { & $Register -ProfileName Live -Folder $Folder -ServiceAccount SYSTEM -Credential $user -AsXml } | Should -Throw
    }

    It 'takes a time of day and nothing else: <At>' -TestCases @(
        @{ At = 2 }
        @{ At = '26' }
        @{ At = '-02:00' }
        @{ At = '1.02:00' }
        @{ At = '02:00:30' }
    ) {
        { & $Register -ProfileName Live -Folder $Folder -ServiceAccount SYSTEM -AsXml -At $At } | Should -Throw '*no time of day*02:30*'
    }

    It 'takes the first minute of a day and the last' {
        foreach ($time in '00:00', '23:59') {
            & $Register -ProfileName Live -Folder $Folder -ServiceAccount SYSTEM -AsXml -At $time | Should -Match "T$($time):00</StartBoundary>"
        }
    }

    It 'refuses a folder that is on no disk, and a name that ends with a line break' {
        { & $Register -ProfileName Live -Folder Env:audit -ServiceAccount SYSTEM -AsXml } | Should -Throw '*Env:audit is in Environment and not on a disk.'
        { & $Register -ProfileName Live -Folder $Folder -DataFolder Function:data -ServiceAccount SYSTEM -AsXml } | Should -Throw '*not on a disk.'
        { & $Register -ProfileName "Live`n" -Folder $Folder -ServiceAccount SYSTEM -AsXml } | Should -Throw
        { & $Register -ProfileName Live -TaskName "Task`n" -Folder $Folder -ServiceAccount SYSTEM -AsXml } | Should -Throw
    }

    It 'refuses what systemd or a shell would replace in a folder' -Skip:($PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows) {
        foreach ($name in 'a$HOME', 'a`id`', 'a%h') {
            { & $Register -ProfileName Live -Folder "/data/$name" -WhatIf } | Should -Throw '*cannot be scheduled*'
        }
    }

    Context 'for a managed account' {
        BeforeAll {
            # Task Scheduler itself, as far as this needs it: the tasks by name. It refuses an account that the computer may not use.
            $script:Tasks = @{}
            function Get-ScheduledTask($TaskName) { $Tasks[$TaskName] }
            function New-ScheduledTaskPrincipal($UserId, $LogonType, $RunLevel) { [pscustomobject]@{ UserId = $UserId; LogonType = $LogonType; RunLevel = $RunLevel } }
            function Unregister-ScheduledTask($TaskName, [switch] $Confirm) { $Tasks.Remove($TaskName) }
            function Register-ScheduledTask($TaskName, $Xml, $Action, $Trigger, $Settings, $Description, $Principal, [switch] $Force) {
                if ($Principal.UserId -like '*refused$') { throw 'The user name or password is incorrect.' }
                if ($Xml) { $Action, $Trigger, $Settings, $Description = 'the action', 'the trigger', 'the settings', 'the description' }
                $Tasks[$TaskName] = [pscustomobject]@{ Actions = $Action; Triggers = $Trigger; Settings = $Settings; Description = $Description; Principal = $Principal }
            }
        }

        It 'registers the whole task with the account' {
            if ($Hindrance -like 'Task Scheduler is*') { Set-ItResult -Skipped -Because "an account is given on Windows alone: $Hindrance"; return }
            & $Register -ProfileName Live -Folder $Folder -TaskName Audit -ServiceAccount 'COLLEGE\gmsa-onefile$' | Should -Match 'Audit runs every day'
            $Tasks.Keys | Should -Be 'Audit'
            $Tasks.Audit.Actions, $Tasks.Audit.Triggers, $Tasks.Audit.Settings, $Tasks.Audit.Description | Should -Be 'the action', 'the trigger', 'the settings', 'the description'
            $Tasks.Audit.Principal.UserId, $Tasks.Audit.Principal.LogonType | Should -Be 'COLLEGE\gmsa-onefile$', 'Password'
        }

        It 'leaves the task of before where Windows refuses the account' {
            if ($Hindrance -like 'Task Scheduler is*') { Set-ItResult -Skipped -Because "an account is given on Windows alone: $Hindrance"; return }
            $Tasks.Clear()
            $before = $Tasks.Audit = [pscustomobject]@{ Description = 'the task of before' }
            { & $Register -ProfileName Live -Folder $Folder -TaskName Audit -ServiceAccount 'COLLEGE\refused$' } |
                Should -Throw '*refuses COLLEGE\refused$, and nothing was changed: The user name or password is incorrect.*'
            $Tasks.Keys | Should -Be 'Audit'
            $Tasks.Audit | Should -Be $before
        }
    }

    It 'makes XML in which Task Scheduler finds nothing wrong: <Account>' -TestCases @(
        @{ Account = 'the present account' }
        @{ Account = 'NT AUTHORITY\SYSTEM' }
        @{ Account = 'NT AUTHORITY\NETWORK SERVICE' }
    ) {
        if ($Hindrance) { Set-ItResult -Skipped -Because $Hindrance; return }
        $as = if ($Account -like 'NT *') { @{ ServiceAccount = $Account } } else { @{} }
        $xml = & $Register -ProfileName Live -Folder $Folder -TaskName $TaskName @as -AsXml
        $service = New-Object -ComObject Schedule.Service
        $service.Connect()
        # 1: it is looked at and not registered.
        { $service.GetFolder('\').RegisterTask($TaskName, $xml, 1, $null, $null, 0) } | Should -Not -Throw
    }

    It 'registers the task with Register-ScheduledTask -Xml, which Windows keeps as it was written' {
        if ($Hindrance) { Set-ItResult -Skipped -Because $Hindrance; return }
        & $Register -ProfileName NoSuchProfile -Folder $Folder -At 03:15 -TaskName $TaskName -ServiceAccount 'NT AUTHORITY\SYSTEM' |
            Should -Be "The task $TaskName runs every day at 03:15."
        $task = Get-ScheduledTask -TaskName $TaskName
        "$($task.Principal.LogonType)" | Should -Be 'ServiceAccount'
        $task.Principal.UserId | Should -BeIn 'SYSTEM', 'NT AUTHORITY\SYSTEM', 'S-1-5-18'
        "$($task.Settings.MultipleInstances)" | Should -Be 'IgnoreNew'
        $task.Settings.StartWhenAvailable | Should -BeTrue
        $task.Settings.DisallowStartIfOnBatteries | Should -BeFalse
        $task.Settings.StopIfGoingOnBatteries | Should -BeFalse
        $task.Settings.ExecutionTimeLimit | Should -Be 'PT4H'
        $task.Triggers[0].StartBoundary | Should -Match 'T03:15:00$'
    }

    It 'runs the audit as SYSTEM, which has no desktop, and says in the log why it could not run' {
        if ($Hindrance) { Set-ItResult -Skipped -Because $Hindrance; return }
        Start-ScheduledTask -TaskName $TaskName
        $end = (Get-Date).AddMinutes(2)
        do {
            Start-Sleep -Milliseconds 250
            $task = Get-ScheduledTask -TaskName $TaskName
        } while ((-not (Test-Path "$Folder/audit.log") -or "$($task.State)" -eq 'Running') -and (Get-Date) -lt $end)
        Get-Content "$Folder/audit.log" -Raw | Should -Match 'could not run: .*NoSuchProfile.*It ran as .*-DataFolder'
        (Get-ScheduledTaskInfo -TaskName $TaskName).LastTaskResult | Should -Be 3
    }
}
