BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Export-LinkReport' {
    It 'writes one page that loads nothing from anywhere' {
        $page = Export-LinkReport (Join-Path $TestDrive 'report.html') -PassThru
        $text = Get-Content $page.FullName -Raw
        $text | Should -Match 'Content-Security-Policy'
        $text | Should -Not -Match 'https?://'
    }

    It 'holds what Test-PicsWebSync finds, rule by rule' {
        $null = Test-PicsWebSync
        $rules = Test-PicsWebSync | ForEach-Object RuleId | Sort-Object -Unique
        $page = Export-LinkReport (Join-Path $TestDrive 'rules.html') -PassThru
        $data = [regex]::Match((Get-Content $page.FullName -Raw), '(?s)id="data">(.*?)</script>').Groups[1].Value | ConvertFrom-Json
        $data.rules.ruleId | Sort-Object | Should -Be $rules
        $data.steps | Should -Not -BeNullOrEmpty
    }

    It 'says how many wrong links the matching may expect, and how much of that is spent' {
        $page = Export-LinkReport (Join-Path $TestDrive 'risk.html') -PassThru
        $data = [regex]::Match((Get-Content $page.FullName -Raw), '(?s)id="data">(.*?)</script>').Groups[1].Value | ConvertFrom-Json
        $data.kinds.risk.maximumExpectedWrong | Should -Be 0.01, 0.01
        $data.kinds[0].risk.certain | Should -BeGreaterThan 0
        $data.kinds[0].risk.expectedWrong | Should -BeGreaterThan 0
        $data.kinds[0].risk.keptBack | Should -Match ' by '
    }

    It 'does not overwrite a report without -Force' {
        $path = Join-Path $TestDrive 'kept.html'
        Set-Content $path 'mine'
        Assert-Error (Get-ErrorOf { Export-LinkReport $path }) FileExists ResourceExists $path
        Get-Content $path | Should -Be 'mine'
        Export-LinkReport $path -Force
        Get-Content $path -Raw | Should -Match '^<!DOCTYPE html>'
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'never.html'
        $before = Get-StateAndJournal $twin
        Export-LinkReport $path -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
        $path | Should -Not -Exist
    }

    It 'works from the cache alone' {
        Export-LinkReport (Join-Path $TestDrive 'offline.html') -Offline
        Get-Content (Join-Path $TestDrive 'offline.html') -Raw | Should -Match '"offline":true'
    }
}
