# PSScriptAnalyzer finds nothing in any script of the repository; skipped where it is not installed (Install-PSResource PSScriptAnalyzer).

BeforeDiscovery {
    $script:Analyser = Get-Module -ListAvailable PSScriptAnalyzer
    $root = Split-Path (Split-Path $PSScriptRoot)
    $script:Scripts = 'build.ps1', 'module', 'tests/Pester' | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse -Include *.ps1, *.psd1, *.psm1 } |
        ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } }
    # One skipped test says as much as one for each script.
    if (-not $Analyser) { $script:Scripts = @(@{ Name = "$($Scripts.Count) scripts"; Path = '' }) }
}

Describe 'PSScriptAnalyzer' -Skip:(-not $Analyser) {
    BeforeAll { Import-Module PSScriptAnalyzer }

    It 'finds nothing in <Name>' -ForEach $Scripts {
        Invoke-ScriptAnalyzer -Path $Path -Settings (Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1') |
            ForEach-Object { "$($_.Line): $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }

    It 'would find something' {
        Invoke-ScriptAnalyzer -ScriptDefinition 'gci' -Settings (Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1') | Should -Not -BeNullOrEmpty
    }
}
