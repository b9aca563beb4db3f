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

Describe 'Test-PicsWebSync' {
    It 'finds errors in an unprepared centre, each with a remedy' {
        $errors = Test-PicsWebSync | Where-Object Severity -EQ Error
        $errors | Should -Not -BeNullOrEmpty
        $errors | Where-Object { -not $_.Remedy } | Should -BeNullOrEmpty
    }

    It 'remembers what the administrator attests' {
        $asked = Test-PicsWebSync | Where-Object { $_.Severity -in 'Error', 'Warning', 'NotChecked' -and $_.Message -match 'Desktop' } | Select-Object -First 1
        $asked | Should -Not -BeNullOrEmpty
        $null = Test-PicsWebSync -DesktopIntegration Deactivated
        Test-PicsWebSync | Where-Object RuleId -EQ $asked.RuleId | Where-Object Severity -In Error, Warning, NotChecked | Should -BeNullOrEmpty
    }

    It 'changes nothing' {
        $before = Get-TwinState $twin
        $null = Test-PicsWebSync -Refresh
        Get-TwinState $twin | Should -Be $before
        Get-LinkHistory | Should -BeNullOrEmpty
    }

    It 'can be filtered and exported' {
        $path = Join-Path $TestDrive 'findings.csv'
        Test-PicsWebSync | Export-Csv $path -NoTypeInformation
        (Import-Csv $path).RuleId | Should -Match '^PO-'
    }

    It 'previews the first enrolments, and the preview can be exported' {
        $path = Join-Path $TestDrive 'preview.csv'
        Test-PicsWebSync -Preview | Export-Csv $path -NoTypeInformation
        (Import-Csv $path).Action | Should -Contain 'Duplicate'
        (Import-Csv $path).Kind | Sort-Object -Unique | Should -Be 'Assessor', 'Learner', 'Placement', 'Qualification'
    }

    It 'names the age of every list, and the time of the lists that a row rests on' {
        foreach ($preview in @{}, @{ Preview = $true }) {
            $rows = Test-PicsWebSync @preview -InformationVariable told
            "$($told[0])" | Should -Match '^Lists .* old: .*officers'
            ($rows | Where-Object RuleId -NotMatch '^PO-[CDIJ]')[0].AsOf | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddHours(-1))
        }
    }

    It 'explains its rules in an about topic' {
        $topic = Get-Content (Join-Path (Get-Module PicsOnefile.PowerShell).ModuleBase 'en-US/about_PicsOnefile_Readiness.help.txt') -Raw
        Test-PicsWebSync | Select-Object -ExpandProperty RuleId -Unique | ForEach-Object { $topic | Should -Match "$_  " }
    }

    It 'refuses to read again and not at all' {
        (Get-ErrorOf { Test-PicsWebSync -Refresh -Offline }).FullyQualifiedErrorId | Should -BeLike 'RefreshAndOffline,*'
    }
}
