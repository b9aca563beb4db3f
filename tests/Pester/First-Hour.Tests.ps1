# The walk of somebody who has never seen the module: the lines that README says, typed one after the other. With the twin as it is built, or with the published
# program in the folder that PICSONEFILE_SANDBOX names.

BeforeDiscovery {
    # Under Wine no program of this system can be started: a broker starts the twins there.
    $cannotStart = [bool] $env:PICSONEFILE_TWIN_BROKER
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $readme = Get-Content (Join-Path (Join-Path $PSScriptRoot '..') (Join-Path '..' 'README.md')) -Raw
    $block = [regex]::Match($readme, '(?m)^    Start-PicsOnefileSandbox .*(\r?\n    .*)+').Value
    $lines = @($block -split '\r?\n' | ForEach-Object Trim | Where-Object { $_ })
    $program = Get-SandboxFolder

    # What a person sees: the objects as tables, the lines for the host, and the errors.
    function Read-Screen([string] $Line) {
        $typed = $Line.Replace('./sandbox', "'$program' -Assessors 24 -Placements 16")
        $shown = try { & ([scriptblock]::Create($typed)) 2>&1 6>&1 } catch { $_ }
        $shown | Out-String -Width 80
    }
}

AfterAll {
    Stop-PicsOnefileSandbox -ErrorAction Ignore -InformationAction Ignore
}

Describe 'The first hour' -Skip:$cannotStart {
    It 'leads in eight typed lines or fewer to a switch that is refused, with its reasons' {
        $lines[0] | Should -BeLike 'Start-PicsOnefileSandbox*'
        $switch = [array]::FindIndex([string[]] $lines, [Predicate[string]] { param($line) $line -like 'Enable-PicsWebSync*' })
        # The line that imports the module is the first one.
        $switch + 2 | Should -BeLessOrEqual 8
        $screens = @($lines[0..$switch] | ForEach-Object { Read-Screen $_ })

        $screens[0] | Should -Match 'Find-OfficerLink'
        $guide = $screens[[array]::IndexOf($lines, 'Get-PicsOnefileGuide')]
        $guide | Should -Match 'of [0-9]+ assessors linked'
        $guide | Should -Match '1\. Find the matches of'
        $screens[[array]::IndexOf($lines, 'Find-OfficerLink | Set-OfficerLink')] | Should -Match '[1-9][0-9]* linked'
        $screens[[array]::IndexOf($lines, 'Test-PicsWebSync')] | Should -Match 'Not ready: [0-9]+ errors?'
        $screens[$switch] | Should -Match 'PO-[A-Z][0-9]{3}'
        $Error[0].FullyQualifiedErrorId | Should -BeLike 'NotReady*'
        (Get-PicsWebSync).IntegrationEnabled | Should -BeFalse
    }

    It 'ends and leaves nothing behind' {
        $sandbox = (Get-PicsOnefileConnection).CachePath
        $null = Read-Screen $lines[-1]
        $lines[-1] | Should -Be 'Stop-PicsOnefileSandbox'
        Split-Path $sandbox | Should -Not -Exist
        Get-PicsOnefileConnection | Should -BeNullOrEmpty
    }
}
