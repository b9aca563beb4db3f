#requires -Version 5.1
<#
.SYNOPSIS
    Reads both systems, tests whether everything is as it should be, and says what changed since the last run. It changes nothing and asks nobody.
.DESCRIPTION
    The log in the folder tells first what changed: links that are new, gone or drifted, learning aims that were added or removed. Then what the readiness
    rules found, the head of the journal, and in the last line the whole run. Exit codes: 0 all well, 1 warnings, 2 errors, 3 could not run.
.EXAMPLE
    ./Nightly-Audit.ps1 -ProfileName Live -Folder C:\Onefile
.EXAMPLE
    ./Nightly-Audit.ps1 -ProfileName Live -Folder C:\Onefile -AfterRun { param($run) if ($run.ExitCode) { Write-EventLog -LogName Application -Source Onefile -EventId $run.ExitCode -EntryType Warning -Message $run.Summary } }

    Tells the Windows event log; a mail goes the same way.
#>
[CmdletBinding()]
param(
    # The saved profile to connect with; its secrets must be at hand without a question (about_PicsOnefile_ScheduledTasks).
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $ProfileName,

    # Where the log, the report and the memory of the last run lie; made when it is missing.
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Folder,

    # Where profiles and caches lie, for an account that has no folder of its own; in place of PICSONEFILE_HOME.
    [ValidateNotNullOrEmpty()]
    [string] $DataFolder,

    # A log of this many bytes is put aside, and a new one begun.
    [ValidateRange(1kb, 1gb)]
    [long] $LargestLog = 1mb,

    # So many logs that were put aside are kept.
    [ValidateRange(0, 1000)]
    [int] $KeepLogs = 12,

    # Called at the end with one object: ExitCode, Summary, Log, Report, Head.
    [scriptblock] $AfterRun
)

$ErrorActionPreference = 'Stop'
$ConfirmPreference = 'None'
$ProgressPreference = 'SilentlyContinue'
$script:Lines = New-Object Collections.Generic.List[string]

function Add-Line([string] $Text) { $script:Lines.Add(('{0:yyyy-MM-dd HH:mm:ss}  {1}' -f (Get-Date), $Text)) }

function Add-LinkChange([string] $Kind, [object[]] $Links) {
    foreach ($group in $Links | Where-Object { $_ } | Group-Object State | Sort-Object Name) {
        Add-Line "$Kind that changed to $($group.Name): $($group.Count)"
        foreach ($link in $group.Group) {
            $ident = if ($Kind -eq 'Officer links') { $link.OfficerIdent } else { $link.OrganisationIdent }
            $id = if ($Kind -eq 'Officer links') { $link.AssessorId } else { $link.PlacementId }
            Add-Line "  $ident - $id $($link.Detail)".TrimEnd()
        }
    }
}

# The oldest logs go, the others move up by one.
function Move-FullLog([string] $Path, [long] $Largest, [int] $Keep) {
    if (-not (Test-Path -LiteralPath $Path) -or (Get-Item -LiteralPath $Path).Length -lt $Largest) { return }
    for ($number = $Keep; $number -ge 1; $number--) {
        $from = if ($number -eq 1) { $Path } else { "$Path.$($number - 1)" }
        if (Test-Path -LiteralPath $from) { Move-Item -LiteralPath $from -Destination "$Path.$number" -Force }
    }
    if ($Keep -eq 0) { Remove-Item -LiteralPath $Path }
}

# What the last run left; nothing after a first run, and where the file is damaged (a full disk, a restored copy): that one is put aside.
function Read-LastRun([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path)) { return }
    try {
        $last = Import-Clixml -LiteralPath $Path
        if ($last.At -isnot [DateTime] -or -not $last.Head) { throw 'it holds no time and no head of the journal.' }
        return $last
    }
    catch {
        $why = $_.Exception.Message
        $aside = [IO.Path]::ChangeExtension($Path, '.damaged.xml')
        try { Move-Item -LiteralPath $Path -Destination $aside -Force }
        catch { throw "The memory of the last run, $Path, can neither be read ($why) nor put aside: $($_.Exception.Message)" }
        Add-Line "The memory of the last run, $Path, cannot be read: $why It was put aside as $aside."
    }
}

# Whole or not at all: a run that is killed here leaves the memory as it was.
function Save-LastRun([string] $Path, [object] $Run) {
    $new = "$Path.new"
    $Run | Export-Clixml -LiteralPath $new
    if (Test-Path -LiteralPath $Path) { [IO.File]::Replace($new, $Path, [NullString]::Value) } else { Move-Item -LiteralPath $new -Destination $Path }
}

# A path on a disk. Of a path of another provider (HKLM:) nothing but its end would be left.
function Resolve-DiskPath([string] $Path) {
    $provider = $drive = $null
    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref] $provider, [ref] $drive)
    if ($provider.Name -ne 'FileSystem') { throw "$Path is in $($provider.Name) and not on a disk." }
    $full
}

# Which account looked where: a task account has profiles and caches of its own, and maybe no folder for them.
function Get-Account {
    $name = "$([Environment]::UserDomainName)\$([Environment]::UserName)"
    $local = [Environment]::GetFolderPath('LocalApplicationData', 'DoNotVerify')
    if ($env:PICSONEFILE_HOME) { "It ran as $name, with profiles and caches in $env:PICSONEFILE_HOME." }
    elseif ($local) { "It ran as $name, with profiles and caches in $(Join-Path $local 'PicsOnefile.PowerShell'). Another folder is given with -DataFolder." }
    else { "It ran as $name, which has no folder for profiles and caches. Give one with -DataFolder." }
}

$exitCode = 3
$summary = 'The audit could not run.'
$report = $null
$head = $null
$log = $null
$given = $env:PICSONEFILE_HOME
try {
    $Folder = Resolve-DiskPath $Folder
    if (Test-Path -LiteralPath $Folder -PathType Leaf) { throw "-Folder $Folder is a file. Give a folder for the log, the report and the memory of the last run." }
    $made = New-Item -ItemType Directory -Path $Folder -Force
    if (-not $made) { throw "The folder $Folder cannot be made. Give another one with -Folder." }
    $Folder = $made.FullName
    $log = Join-Path $Folder 'audit.log'
    Move-FullLog -Path $log -Largest $LargestLog -Keep $KeepLogs
    $memory = Join-Path $Folder 'last-run.xml'
    if ($DataFolder) { $env:PICSONEFILE_HOME = Resolve-DiskPath $DataFolder }
    $last = Read-LastRun $memory

    if (-not (Get-Module PicsOnefile.PowerShell)) {
        $beside = Join-Path (Split-Path $PSScriptRoot) 'PicsOnefile.PowerShell.psd1'
        Import-Module $(if (Test-Path -LiteralPath $beside) { $beside } else { 'PicsOnefile.PowerShell' })
    }
    $connection = Connect-PicsOnefile -ProfileName $ProfileName
    Update-MappingCache -Confirm:$false | Out-Null

    # A change has the time at which somebody first looks. Looking before the clock is read lets the next run begin after it: each change is told once.
    Get-OfficerLink | Out-Null
    Get-OrganisationLink | Out-Null
    $looked = [DateTime]::UtcNow

    $aims = @(Get-OnefileLearningAim)
    $codes = @($aims | ForEach-Object { "$($_.CentreId)/$($_.StandardId)" } | Sort-Object -Unique)
    if ($last) {
        Add-Line "Since the last run of $($last.At.ToLocalTime().ToString('yyyy-MM-dd HH:mm')):"
        $officers = @(Get-OfficerLink -Since $last.At)
        $organisations = @(Get-OrganisationLink -Since $last.At)
        Add-LinkChange 'Officer links' $officers
        Add-LinkChange 'Organisation links' $organisations
        $new = @($aims | Where-Object { "$($_.CentreId)/$($_.StandardId)" -notin $last.LearningAims })
        $gone = @($last.LearningAims | Where-Object { $_ -notin $codes })
        foreach ($aim in $new) { Add-Line "New learning aim: $($aim.Title)" }
        if ($gone) { Add-Line "Learning aims that are gone: $($gone.Count)" }
        $changed = $officers.Count + $organisations.Count + $new.Count + $gone.Count
        if ($changed -eq 0) { Add-Line 'Nothing changed.' }
    }
    else {
        $changed = 0
        Add-Line 'The first run: there is nothing to compare with.'
    }

    $findings = @(Test-PicsWebSync -InformationAction Ignore)
    $errors = @($findings | Where-Object Severity -EQ Error)
    $warnings = @($findings | Where-Object Severity -In Warning, NotChecked)
    foreach ($rule in $errors + $warnings | Group-Object RuleId, Severity) {
        $first = $rule.Group[0]
        Add-Line "$($first.Severity) $($first.RuleId), $($rule.Count) times: $($first.Message) $($first.Remedy)"
    }

    $history = if ($last) { Test-LinkHistory -ExpectedHead $last.Head } else { Test-LinkHistory }
    $head = $history.Head
    Add-Line "Journal: $($history.Count) rows, head $head. $($history.Detail)".TrimEnd()
    if (-not $history.Ok) { $errors += $history }

    if (Get-Command Export-LinkReport -ErrorAction Ignore) {
        $report = (Export-LinkReport (Join-Path $Folder 'report.html') -Force -PassThru).FullName
    }
    Save-LastRun $memory ([pscustomobject]@{ At = $looked; Head = $head; LearningAims = $codes })
    $exitCode = if ($errors) { 2 } elseif ($warnings) { 1 } else { 0 }
    $summary = "$($connection.ProfileName): $changed changes, $($errors.Count) errors, $($warnings.Count) warnings, exit code $exitCode."
}
catch {
    $summary = "The audit could not run: $($_.Exception.Message) $($_.ErrorDetails.RecommendedAction)".TrimEnd()
    if ($_.FullyQualifiedErrorId -like '*.ConnectPicsOnefileCommand') { $summary = "$summary $(Get-Account)" }
}

try {
    Add-Line $summary
    if ($log) { Add-Content -LiteralPath $log -Value $script:Lines -Encoding UTF8 }
    if ($AfterRun) { & $AfterRun ([pscustomobject]@{ ExitCode = $exitCode; Summary = $summary; Log = $log; Report = $report; Head = $head }) | Out-Null }
}
catch {
    $summary = "$summary The log or the hook failed: $($_.Exception.Message)"
    $exitCode = [Math]::Max($exitCode, 1)
}
$env:PICSONEFILE_HOME = $given
Write-Output $summary
exit $exitCode
