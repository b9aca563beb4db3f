#requires -Version 5.1
<#
.SYNOPSIS
    Builds, tests, rehearses or packs the module: each task is one dotnet command.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Rehearse', 'Pack')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { dotnet build --configuration $Configuration }
        'Test' { dotnet test --configuration $Configuration }
        'Rehearse' { dotnet run --project src/PicsOnefile.Sandbox --configuration $Configuration -- rehearse }
        'Pack' { dotnet build src/PicsOnefile.PowerShell --configuration Release -target:"Build;PackModule" }
    }
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet ended with $LASTEXITCODE."
    }
}
finally {
    Pop-Location
}
