BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $codes = (Get-TwinRecord $twin standards | Where-Object id -In (Get-TwinRecord $twin centres).assignedStandards).code
    $standard = ($codes | Where-Object { $_ -match '^\d+AS$' } | Select-Object -First 1) -replace 'AS$'
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-OnefileLearningAim' {
    It 'shows the learning aims that the centre has, with the code of each' {
        Get-OnefileLearningAim | Should -HaveCount @((Get-TwinRecord $twin centres).assignedStandards).Count
        @(Get-TwinRecord $twin standards).Count | Should -BeGreaterThan @(Get-OnefileLearningAim).Count
        (Get-OnefileLearningAim).Code | Where-Object { $_ } | Sort-Object | Should -Be ($codes | Where-Object { $_ } | Sort-Object)
    }

    It 'shows the parts of one standard by its number' {
        (Get-OnefileLearningAim -StandardCode $standard).Component | Should -Contain 'Standard'
        (Get-OnefileLearningAim -StandardCode $standard).StandardCode | Select-Object -Unique | Should -Be $standard
        ([pscustomobject]@{ StandardCode = $standard } | Get-OnefileLearningAim).Code | Should -Be (Get-OnefileLearningAim -StandardCode $standard).Code
        $aim = Get-OnefileLearningAim "${standard}AS"
        $aim.Code, $aim.StandardCode, $aim.Component | Should -Be "${standard}AS", $standard, 'Standard'
    }

    It 'takes a pattern for the code and the title' {
        (Get-OnefileLearningAim -Code '*EP').Component | Select-Object -Unique | Should -Be 'EndPointAssessment'
        (Get-OnefileLearningAim "$standard*").Code | Should -Be (Get-OnefileLearningAim -StandardCode $standard).Code
        $title = (Get-OnefileLearningAim)[0].Title
        (Get-OnefileLearningAim -Title "$($title.Substring(0, 12))*").Title | Should -Contain $title
    }

    It 'can be exported flat' {
        $path = Join-Path $TestDrive 'aims.csv'
        Get-OnefileLearningAim | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Should -HaveCount @(Get-OnefileLearningAim).Count
        Get-Content $path -Raw | Should -Not -Match 'System\.'
    }

    It 'gives what it shows to the pairs, through the pipeline' {
        (Get-OnefileLearningAim "${standard}AS" | Get-QualificationLink).Code | Select-Object -Unique | Should -Be "${standard}AS"
    }

    It 'tells that nothing was read yet with -Offline' {
        Clear-MappingCache -Confirm:$false
        Assert-Error (Get-ErrorOf { Get-OnefileLearningAim -Offline -ErrorAction Stop }) NeverRead ResourceUnavailable
    }
}
