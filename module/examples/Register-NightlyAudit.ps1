#requires -Version 5.1
<#
.SYNOPSIS
    Schedules Nightly-Audit.ps1: with Task Scheduler on Windows, with a systemd user timer or cron elsewhere.
.DESCRIPTION
    On Windows the task runs as the given account without a desktop. Elsewhere it runs as the account that registers it. The secrets must be at hand for that
    account: about_PicsOnefile_ScheduledTasks.
.EXAMPLE
    ./Register-NightlyAudit.ps1 -ProfileName Live -Folder C:\Onefile -Credential (Get-Credential)
.EXAMPLE
    ./Register-NightlyAudit.ps1 -ProfileName Live -Folder ~/onefile -At 02:30 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The saved profile to connect with.
    [Parameter(Mandatory)]
    [ValidatePattern('^[\w .-]+$')]
    [string] $ProfileName,

    # Where the log and the report are written.
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Folder,

    # The time of day.
    [timespan] $At = '02:00',

    # The name of the task or timer.
    [ValidatePattern('^[\w-]+$')]
    [string] $TaskName = 'PicsOnefile-Nightly-Audit',

    # The account of the task on Windows; without it the task runs only while the present account is logged on.
    [pscredential] $Credential
)

$ErrorActionPreference = 'Stop'
$audit = Join-Path $PSScriptRoot 'Nightly-Audit.ps1'
$Folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Folder)
if ($Folder -match '["%\r\n]' -or $audit -match '["%\r\n]') { throw "A path with a quotation mark, a percent sign or a line break cannot be scheduled: $Folder" }
$shell = (Get-Process -Id $PID).Path
# PowerShell as a .NET tool runs inside dotnet.
$inside = if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { "`"$([Environment]::GetCommandLineArgs()[0])`" " }
$arguments = "$inside-NoProfile -NonInteractive -File `"$audit`" -ProfileName `"$ProfileName`" -Folder `"$Folder`""
$onWindows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
$time = '{0:hh\:mm}' -f $At

if ($onWindows) {
    if (-not $PSCmdlet.ShouldProcess($TaskName, "Register a task that runs at $time")) { return }
    $task = @{
        TaskName = $TaskName
        Action   = New-ScheduledTaskAction -Execute $shell -Argument $arguments.Replace('-NonInteractive', '-NonInteractive -ExecutionPolicy RemoteSigned') -WorkingDirectory $PSScriptRoot
        Trigger  = New-ScheduledTaskTrigger -Daily -At ([datetime]::Today + $At)
        Settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 4)
        Force    = $true
    }
    if ($Credential) { $task += @{ User = $Credential.UserName; Password = $Credential.GetNetworkCredential().Password } }
    Register-ScheduledTask @task | Out-Null
    Write-Output "The task $TaskName runs every day at $time."
}
elseif (Test-Path "$([Environment]::GetEnvironmentVariable('XDG_RUNTIME_DIR'))/systemd") {
    $units = Join-Path $HOME '.config/systemd/user'
    if (-not $PSCmdlet.ShouldProcess("$units/$TaskName.timer", "Register a timer that runs at $time")) { return }
    New-Item -ItemType Directory -Path $units -Force | Out-Null
    Set-Content -LiteralPath "$units/$TaskName.service" -Value "[Unit]`nDescription=Nightly audit of the links between PICSWeb and Onefile`n`n[Service]`nType=oneshot`nSuccessExitStatus=1 2`nExecStart=`"$shell`" $arguments"
    Set-Content -LiteralPath "$units/$TaskName.timer" -Value "[Unit]`nDescription=Nightly audit of the links between PICSWeb and Onefile`n`n[Timer]`nOnCalendar=*-*-* ${time}:00`nPersistent=true`n`n[Install]`nWantedBy=timers.target"
    systemctl --user daemon-reload
    systemctl --user enable --now "$TaskName.timer"
    if ($LASTEXITCODE -ne 0) { throw "systemctl ended with $LASTEXITCODE; the units are in $units." }
    Write-Output "The timer $TaskName runs every day at $time. Without a login it runs only after: loginctl enable-linger"
}
else {
    if (-not $PSCmdlet.ShouldProcess("crontab", "Register a line that runs at $time")) { return }
    if (-not (Get-Command crontab -ErrorAction Ignore)) { throw 'Neither systemd nor cron is here: schedule Nightly-Audit.ps1 with what this computer has.' }
    $others = @(crontab -l 2>$null | Where-Object { $_ -notlike "*# $TaskName" })
    $others + "$($At.Minutes) $($At.Hours) * * * `"$shell`" $arguments # $TaskName" | crontab -
    if ($LASTEXITCODE -ne 0) { throw "crontab ended with $LASTEXITCODE." }
    Write-Output "A line of the crontab runs it every day at $time."
}
