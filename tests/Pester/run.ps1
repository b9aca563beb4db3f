#requires -Version 5.1
<#
.SYNOPSIS
    Runs the Pester suite against the twin and ends with the number of failed tests.
.EXAMPLE
    ./run.ps1
.EXAMPLE
    ./run.ps1 -Path ./Set-OfficerLink.Tests.ps1 -PesterVersion 5.9.1
.EXAMPLE
    ./run.ps1 -Module ../../out/PicsOnefile.PowerShell.0.2.0.zip
.NOTES
    A version that Pester.csproj names and that is not installed is fetched as a NuGet package, which needs the .NET SDK.
#>
[CmdletBinding()]
param(
    # A file or a folder of tests.
    [string] $Path = $PSScriptRoot,

    # A version of Pester: one that is installed, or one of Pester.csproj. By default the newest that is installed.
    [string] $PesterVersion,

    # The module to test in place of the built one: a folder, or a package (.zip or .nupkg), which is unpacked. Without it PICSONEFILE_MODULE may
    # name the folder.
    [string] $Module = $env:PICSONEFILE_MODULE
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

function Expand-ModulePackage([string] $Package, [string] $Folder) {
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($Package, $Folder)
    # The zip has folders for name and version around the module, the package has none.
    $manifest = Get-ChildItem $Folder -Recurse -Filter PicsOnefile.PowerShell.psd1
    if (@($manifest).Count -ne 1) { throw "There is no module in $Package." }
    $manifest.DirectoryName
}

# In a clean clone the module and the twin are not there yet; for a module that is given the twin is enough.
$root = Split-Path (Split-Path $PSScriptRoot)
$needed = if ($Module) { Join-Path $root 'src/PicsOnefile.Sandbox' } else { $root }
$built = Join-Path $root 'out/PicsOnefile.PowerShell/PicsOnefile.PowerShell.psd1'
if (-not (Test-Path (Join-Path $root 'src/PicsOnefile.Sandbox/bin')) -or (-not $Module -and -not (Test-Path $built))) {
    dotnet build $needed | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'The module could not be built.' }
}

$given = $env:PICSONEFILE_MODULE
$unpacked = Join-Path ([IO.Path]::GetTempPath()) "picsonefile-pester-module-$PID"
$env:PICSONEFILE_HOME = Join-Path ([IO.Path]::GetTempPath()) "picsonefile-pester-$PID"
try {
    if ($Module) {
        $Module = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Module)
        $env:PICSONEFILE_MODULE = if (Test-Path $Module -PathType Leaf) { Expand-ModulePackage $Module $unpacked } else { $Module }
        Write-Output "The module is $env:PICSONEFILE_MODULE."
    }
    if ($PesterVersion) { Import-PesterVersion $PesterVersion } else { Import-Module Pester -MinimumVersion 5.0 }
    $result = Invoke-Pester -Path $Path -PassThru -Output Detailed
}
finally {
    $env:PICSONEFILE_MODULE = $given
    # On Windows the assemblies that this process has loaded stay until it ends.
    Remove-Item $env:PICSONEFILE_HOME, $unpacked -Recurse -Force -ErrorAction Ignore
}
Write-Output "Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
exit $result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount
