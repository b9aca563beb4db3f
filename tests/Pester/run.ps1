#requires -Version 5.1
<#
.SYNOPSIS
    Runs the Pester suite against the twin and ends with the number of failed tests.
.EXAMPLE
    ./run.ps1
.EXAMPLE
    ./run.ps1 -Path ./Set-OfficerLink.Tests.ps1 -PesterVersion 5.9.0
#>
[CmdletBinding()]
param(
    # A file or a folder of tests.
    [string] $Path = $PSScriptRoot,

    # A version of Pester that is installed; by default the newest.
    [string] $PesterVersion
)

$ErrorActionPreference = 'Stop'
$env:PICSONEFILE_HOME = Join-Path ([IO.Path]::GetTempPath()) "picsonefile-pester-$PID"
try {
    if ($PesterVersion) { Import-Module Pester -RequiredVersion $PesterVersion } else { Import-Module Pester -MinimumVersion 5.0 }
    $result = Invoke-Pester -Path $Path -PassThru -Output Detailed
}
finally {
    Remove-Item $env:PICSONEFILE_HOME -Recurse -Force -ErrorAction Ignore
}
Write-Output "Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
exit $result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount
