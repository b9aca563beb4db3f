#requires -Version 5.1
<#
.SYNOPSIS
    Builds, tests, rehearses or packs the module: each task is one dotnet command. Help makes module/en-US from module/docs anew.
.DESCRIPTION
    Help needs PowerShell 7 with the module Microsoft.PowerShell.PlatyPS (Install-PSResource Microsoft.PowerShell.PlatyPS); the others need dotnet alone.
.EXAMPLE
    ./build.ps1 -Task Build, Test
#>
[CmdletBinding()]
param(
    # One task or several, in this order.
    [ValidateSet('Build', 'Test', 'Rehearse', 'Pack', 'Help')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    foreach ($one in $Task) {
        switch ($one) {
            'Build' { dotnet build --configuration $Configuration }
            'Test' { dotnet test --configuration $Configuration }
            'Rehearse' { dotnet run --project src/PicsOnefile.Sandbox --configuration $Configuration -- rehearse }
            'Pack' { dotnet pack src/PicsOnefile.PowerShell --configuration Release }
            'Help' { ./module/docs/Export-Maml.ps1 }
        }
        if ($one -ne 'Help' -and $LASTEXITCODE -ne 0) {
            throw "$one failed: dotnet ended with $LASTEXITCODE."
        }
    }
}
finally {
    Pop-Location
}
