#requires -Version 5.1
<#
.SYNOPSIS
    Runs the Pester suite against the twin and ends with the number of failed tests.
.EXAMPLE
    ./run.ps1
.EXAMPLE
    ./run.ps1 -Path ./Set-OfficerLink.Tests.ps1 -PesterVersion 5.9.1
.NOTES
    A version that Pester.csproj names and that is not installed is fetched as a NuGet package, which needs the .NET SDK.
#>
[CmdletBinding()]
param(
    # A file or a folder of tests.
    [string] $Path = $PSScriptRoot,

    # A version of Pester: one that is installed, or one of Pester.csproj. By default the newest that is installed.
    [string] $PesterVersion
)

$ErrorActionPreference = 'Stop'

function Import-PesterVersion([string] $Version) {
    if (Get-Module -ListAvailable Pester | Where-Object Version -EQ $Version) {
        Import-Module Pester -RequiredVersion $Version
        return
    }

    $packages = Join-Path ([IO.Path]::GetTempPath()) 'picsonefile-pester-packages'
    dotnet restore (Join-Path $PSScriptRoot 'Pester.csproj') --packages $packages --verbosity quiet | Out-Host
    Import-Module (Join-Path $packages "pester/$Version/tools/Pester.psd1") -Global
}

# In a clean clone the module and the twin are not there yet.
$root = Split-Path (Split-Path $PSScriptRoot)
if (-not (Test-Path (Join-Path $root 'src/PicsOnefile.Sandbox/bin')) -or -not (Test-Path (Join-Path $root 'out/PicsOnefile.PowerShell/PicsOnefile.PowerShell.psd1'))) {
    dotnet build $root | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'The module could not be built.' }
}

$env:PICSONEFILE_HOME = Join-Path ([IO.Path]::GetTempPath()) "picsonefile-pester-$PID"
try {
    if ($PesterVersion) { Import-PesterVersion $PesterVersion } else { Import-Module Pester -MinimumVersion 5.0 }
    $result = Invoke-Pester -Path $Path -PassThru -Output Detailed
}
finally {
    Remove-Item $env:PICSONEFILE_HOME -Recurse -Force -ErrorAction Ignore
}
Write-Output "Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
exit $result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount
