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
    ./Register-NightlyAudit.ps1 -ProfileName Live -Folder C:\Onefile -DataFolder D:\OnefileData -ServiceAccount 'COLLEGE\gmsa-onefile$'

    Windows knows the password of a group-managed service account, and changes it.
.EXAMPLE
    ./Register-NightlyAudit.ps1 -ProfileName Live -Folder C:\Onefile -ServiceAccount 'NT AUTHORITY\SYSTEM' -AsXml | Set-Content audit.xml -Encoding Unicode

    Writes the task and registers nothing: for schtasks /create /xml, a group policy or Intune.
.EXAMPLE
    ./Register-NightlyAudit.ps1 -ProfileName Live -Folder ~/onefile -At 02:30 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Credential')]
param(
    # The saved profile to connect with.
    [Parameter(Mandatory)]
    [ValidatePattern('^[\w .-]+\z')]
    [string] $ProfileName,

    # Where the log and the report are written.
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Folder,

    # Where profiles and caches lie, for an account that has no folder of its own.
    [ValidateNotNullOrEmpty()]
    [string] $DataFolder,

    # The time of day, in hours and minutes.
    [ValidateScript({ ($_ -ge [timespan]::Zero -and $_.Days -eq 0 -and $_.Ticks % [timespan]::TicksPerMinute -eq 0) -or $(throw "$_ is no time of day. Give hours and minutes, as in 02:30.") })]
    [timespan] $At = '02:00',

    # The name of the task or timer.
    [ValidatePattern('^[\w-]+\z')]
    [string] $TaskName = 'PicsOnefile-Nightly-Audit',

    # A run that takes longer is ended; Windows only.
    [ValidateRange(1, 72)]
    [int] $HourLimit = 4,

    # The account of the task on Windows; without it the task runs only while the present account is logged on.
    [Parameter(ParameterSetName = 'Credential')]
    [pscredential] $Credential,

    # An account of Windows without a password: SYSTEM, LOCAL SERVICE, NETWORK SERVICE, or a managed service account as DOMAIN\NAME$.
    [Parameter(ParameterSetName = 'ServiceAccount', Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $ServiceAccount,

    # Writes the task of Task Scheduler as XML and registers nothing.
    [switch] $AsXml
)

$ErrorActionPreference = 'Stop'

# Accounts of Windows itself. Their names are translated, their identifiers are not. Task Scheduler has no logon type for them.
$WindowsAccounts = @{ 'SYSTEM' = 'S-1-5-18'; 'LOCALSYSTEM' = 'S-1-5-18'; 'LOCAL SERVICE' = 'S-1-5-19'; 'LOCALSERVICE' = 'S-1-5-19'; 'NETWORK SERVICE' = 'S-1-5-20'; 'NETWORKSERVICE' = 'S-1-5-20' }
# Task Scheduler's schema, pathType.
$LongestPath = 260

function Get-PresentAccount { [pscustomobject]@{ UserId = "$([Environment]::UserDomainName)\$([Environment]::UserName)"; LogonType = 'InteractiveToken' } }

# Who the task runs as, and how that account logs on. No other type runs without a desktop and can open what the account has encrypted.
function Get-Principal {
    if ($Credential) { return [pscustomobject]@{ UserId = $Credential.UserName; LogonType = 'Password' } }
    if (-not $ServiceAccount) { return Get-PresentAccount }
    $name = $ServiceAccount -replace '^NT AUTHORITY\\'
    if ($WindowsAccounts.Contains($name)) { return [pscustomobject]@{ UserId = $WindowsAccounts[$name]; LogonType = $null } }
    if ($WindowsAccounts.Values -contains $name) { return [pscustomobject]@{ UserId = $name; LogonType = $null } }
    # Windows fetches the password of a managed account when the task starts.
    if ($ServiceAccount -match '^[^\\@"]+\\[^\\@"]+\$$') { return [pscustomobject]@{ UserId = $ServiceAccount; LogonType = 'Password' } }
    throw "$ServiceAccount is not an account without a password: SYSTEM, LOCAL SERVICE, NETWORK SERVICE, or a managed service account as DOMAIN\NAME`$. Give any other with -Credential."
}

# The next time of day, without a zone: 02:00 stays 02:00 when the clocks change.
function Get-Start {
    $start = [datetime]::Today + $At
    if ($start -le (Get-Date)) { $start = $start.AddDays(1) }
    $start.ToString('yyyy-MM-ddTHH:mm:ss', [cultureinfo]::InvariantCulture)
}

# A backslash before a quotation mark would belong to the text.
function ConvertTo-Argument([string] $Text) { '"' + ($Text -replace '(\\+)$', '$1$1') + '"' }

# A path on a disk. Of a path of another provider (HKLM:) nothing but its end would be left.
function Resolve-DiskPath([string] $Path) {
    $provider = $drive = $null
    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref] $provider, [ref] $drive)
    if ($provider.Name -ne 'FileSystem') { throw "$Path is in $($provider.Name) and not on a disk." }
    $full
}

function ConvertTo-XmlText([string] $Text) { [Security.SecurityElement]::Escape($Text) }

# A task as Task Scheduler takes it. Of its elements only those of a trigger have an order that counts.
function Get-TaskXml([object] $Principal, [string] $Command, [string] $Arguments, [string] $WorkingFolder) {
    foreach ($path in $Command, $WorkingFolder) {
        if ($path.Length -gt $LongestPath) { throw "Task Scheduler takes no path of more than $LongestPath characters: $path" }
    }
    $logonType = if ($Principal.LogonType) { "`n      <LogonType>$($Principal.LogonType)</LogonType>" }
    @"
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Nightly audit of the links between PICSWeb and Onefile</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>$(Get-Start)</StartBoundary>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>$(ConvertTo-XmlText $Principal.UserId)</UserId>$logonType
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <ExecutionTimeLimit>PT$($HourLimit)H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>$(ConvertTo-XmlText $Command)</Command>
      <Arguments>$(ConvertTo-XmlText $Arguments)</Arguments>
      <WorkingDirectory>$(ConvertTo-XmlText $WorkingFolder)</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"@
}

# The documented way for a managed account is a principal, and Register-ScheduledTask takes a task as XML or a principal. So a draft of another name turns the
# XML into the parts of a task. The task itself is registered in one step: where Windows refuses the account, the task of before stays as it was.
function Register-ManagedTask([string] $Xml, [string] $UserId) {
    $draft = "$TaskName-draft-$PID"
    Register-ScheduledTask -TaskName $draft -Xml $Xml -Force | Out-Null
    try {
        $parts = Get-ScheduledTask -TaskName $draft
        $task = @{ Action = $parts.Actions; Trigger = $parts.Triggers; Settings = $parts.Settings; Description = $parts.Description }
        $task.Principal = New-ScheduledTaskPrincipal -UserId $UserId -LogonType Password -RunLevel Limited
        Register-ScheduledTask -TaskName $TaskName @task -Force | Out-Null
    }
    catch {
        throw "Task Scheduler refuses $UserId, and nothing was changed: $($_.Exception.Message) This computer must be allowed to fetch its password (Test-ADServiceAccount), and the account to log on as a batch job."
    }
    finally { Unregister-ScheduledTask -TaskName $draft -Confirm:$false }
}

$audit = Join-Path $PSScriptRoot 'Nightly-Audit.ps1'
$Folder = Resolve-DiskPath $Folder
if ($DataFolder) { $DataFolder = Resolve-DiskPath $DataFolder }
$onWindows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
if (-not $onWindows -and -not $AsXml -and ($Credential -or $ServiceAccount)) {
    throw 'An account is given on Windows alone. Here the audit runs as the account that registers it: leave -Credential and -ServiceAccount out, and run this as that account.'
}
# What systemd and the shell of cron replace inside quotation marks.
$special = if ($onWindows -or $AsXml) { '["%\r\n]|\$\(' } else { '["%\r\n$`]' }
foreach ($path in $Folder, $DataFolder, $audit) {
    if ($path -match $special) { throw "A path with a quotation mark, a percent sign, a line break or, but on Windows, a dollar sign or a backtick cannot be scheduled: $path" }
}
$shell = (Get-Process -Id $PID).Path
# PowerShell as a .NET tool runs inside dotnet.
$inside = if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { "`"$([Environment]::GetCommandLineArgs()[0])`" " }
$data = if ($DataFolder) { " -DataFolder $(ConvertTo-Argument $DataFolder)" }
$arguments = "$inside-NoProfile -NonInteractive -File `"$audit`" -ProfileName `"$ProfileName`" -Folder $(ConvertTo-Argument $Folder)$data"
$time = '{0:hh\:mm}' -f $At

if ($onWindows -or $AsXml) {
    $principal = Get-Principal
    $managed = $ServiceAccount -and $principal.LogonType -and -not $AsXml
    $xml = @{
        Principal     = if ($managed) { Get-PresentAccount } else { $principal }
        Command       = $shell
        Arguments     = $arguments.Replace('-NonInteractive', '-NonInteractive -ExecutionPolicy RemoteSigned')
        WorkingFolder = $PSScriptRoot
    }
    $task = Get-TaskXml @xml
    if ($AsXml) { return $task }
    if (-not $PSCmdlet.ShouldProcess($TaskName, "Register a task that runs at $time")) { return }
    $password = if ($Credential) { @{ User = $Credential.UserName; Password = $Credential.GetNetworkCredential().Password } } else { @{} }
    if ($managed) { Register-ManagedTask $task $principal.UserId }
    else { Register-ScheduledTask -TaskName $TaskName -Xml $task @password -Force | Out-Null }
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
