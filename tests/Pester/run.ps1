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
    [string] $Module = $env:PICSONEFILE_MODULE,

    # A file for what came of each test, one a line, as JSON. Files of tests that are in it are not run again, so that a run that broke can go on.
    [string] $Outcomes
)

$ErrorActionPreference = 'Stop'

function Import-PesterVersion([string] $Version) {
    if (Get-Module -ListAvailable Pester | Where-Object Version -EQ $Version) {
        Import-Module Pester -RequiredVersion $Version
        return
    }

    # Under Wine there is no SDK to fetch it with: what starts the suite has done so.
    $packages = $env:PICSONEFILE_PESTER_PACKAGES
    if (-not $packages) {
        $packages = Join-Path ([IO.Path]::GetTempPath()) 'picsonefile-pester-packages'
        dotnet restore (Join-Path $PSScriptRoot 'Pester.csproj') --packages $packages --verbosity quiet | Out-Host
    }
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

# A file of tests after the other, with what came of each test in $Outcomes as soon as its file is done.
function Invoke-EachFile {
    $done = @(if (Test-Path $Outcomes) { Get-Content $Outcomes -Encoding UTF8 | ConvertFrom-Json | Where-Object Result -NE 'Started' | ForEach-Object Batch })
    foreach ($file in Get-ChildItem $Path -Filter *.Tests.ps1 | Where-Object Name -NotIn $done) {
        Add-Outcome ([pscustomobject]@{ Name = $file.Name; Result = 'Started'; Message = ''; Batch = $file.Name })
        $result = Invoke-Pester -Path $file.FullName -PassThru -Output Detailed
        # What broke around the tests is a failed test of the file's name.
        $around = @($result.FailedContainers) + @($result.FailedBlocks) | Select-Object @{ n = 'ExpandedPath'; e = { $file.Name } }, Result, ErrorRecord
        $lines = @($result.Tests) + @($around) | Where-Object { $_ } | ForEach-Object {
            $message = @($_.ErrorRecord | ForEach-Object { "$_" }) -join "`n"
            [pscustomobject]@{ Name = $_.ExpandedPath; Result = "$($_.Result)"; Message = $message; Batch = $file.Name }
        }
        Add-Outcome $lines
        $result
    }
    Add-Outcome ([pscustomobject]@{ Name = ''; Result = 'Ended'; Message = ''; Batch = '' })
}

# All of a file at once: a process that ends in between leaves none of them, and the file is run again.
function Add-Outcome([object[]] $Lines) {
    $text = @($Lines | ForEach-Object { "$($_ | ConvertTo-Json -Compress)`n" }) -join ''
    $bytes = [Text.Encoding]::UTF8.GetBytes($text)
    $stream = New-Object IO.FileStream $Outcomes, 'Append', 'Write', 'ReadWrite', 1
    try { $stream.Write($bytes, 0, $bytes.Length) } finally { $stream.Dispose() }
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
    $result = if ($Outcomes) { Invoke-EachFile } else { Invoke-Pester -Path $Path -PassThru -Output Detailed }
}
finally {
    $env:PICSONEFILE_MODULE = $given
    # On Windows the assemblies that this process has loaded stay until it ends.
    Remove-Item $env:PICSONEFILE_HOME, $unpacked -Recurse -Force -ErrorAction Ignore
}
$sum = @{}
# What neither passed nor skipped itself is a failure, whatever Pester calls it.
$failed = 'FailedCount', 'InconclusiveCount', 'NotRunCount'
foreach ($count in @('PassedCount', 'SkippedCount', 'FailedContainersCount', 'FailedBlocksCount') + $failed) { $sum[$count] = [int]($result | Measure-Object $count -Sum).Sum }
$sum.FailedCount += $sum.InconclusiveCount + $sum.NotRunCount
Write-Output "Pester: $($sum.PassedCount) passed, $($sum.FailedCount) failed, $($sum.SkippedCount) skipped"
if (-not ($sum.PassedCount + $sum.FailedCount + $sum.SkippedCount)) { Write-Output 'No test was run.'; exit 1 }
# Of a greater number a Unix keeps the last eight bits alone, which may be zero.
exit [Math]::Min($sum.FailedCount + $sum.FailedContainersCount + $sum.FailedBlocksCount, 255)
