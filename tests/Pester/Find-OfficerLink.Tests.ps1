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

Describe 'Find-OfficerLink' {
    It 'is never wrong where it is Certain' {
        $truth = Invoke-RestMethod "$($twin.Control)/truth"
        $certain = Get-OnefileAssessor | Find-OfficerLink | Where-Object Confidence -EQ Certain
        $certain | Should -Not -BeNullOrEmpty
        foreach ($candidate in $certain) {
            $right = $truth.officers | Where-Object ident -EQ $candidate.OfficerIdent
            @($right.live) + @($right.archived) | Should -Contain ([int] $candidate.AssessorId)
        }
    }

    It 'shows only what is piped in' {
        $pair = Get-FreePair $twin | Select-Object -First 1
        (Get-OnefileAssessor $pair.OnefileId | Find-OfficerLink -All).AssessorId | Select-Object -Unique | Should -Be $pair.OnefileId
    }

    It 'compares two CSV files without a connection' {
        $assessors = Join-Path $TestDrive 'assessors.csv'
        $officers = Join-Path $TestDrive 'officers.csv'
        Get-OnefileAssessor (Get-OnefileAssessor).AssessorId | Export-Csv $assessors -NoTypeInformation
        Get-PicsOfficer | Export-Csv $officers -NoTypeInformation
        $calls = (Invoke-RestMethod "$($twin.Control)/calls").total
        Disconnect-PicsOnefile
        $found = Import-Csv $assessors | Find-OfficerLink -Officer (Import-Csv $officers)
        (Invoke-RestMethod "$($twin.Control)/calls").total | Should -Be $calls
        $found.Confidence | Should -Contain 'Certain'
        $found[0].OfficerIdent | Should -BeOfType string
        $row = [pscustomobject]@{ AssessorId = '1'; FirstName = 'Wilhelmina'; LastName = 'Ashgrove'; Email = 'w.ashgrove@college.example' } |
            Find-OfficerLink -Officer ([pscustomobject]@{ OfficerIdent = '007'; FirstName = 'Wilhelmina'; Surname = 'Ashgrove'; Email = 'W.Ashgrove@college.example' })
        $row.OfficerIdent, $row.AssessorId, $row.Confidence | Should -Be '007', '1', 'Certain'
        $null = Connect-Twin $twin $TestDrive
    }

    It 'explains a candidate as about_PicsOnefile_Matching shows it' {
        $help = Get-Content (Join-Path (Get-Module PicsOnefile.PowerShell).ModuleBase 'en-US/about_PicsOnefile_Matching.help.txt')
        $first = [array]::FindIndex([string[]] $help, [Predicate[string]] { $args[0].Contains('$account = ') })
        $head = [array]::FindIndex([string[]] $help, [Predicate[string]] { $args[0] -match '^ +Part +Bits' })
        $example = $help[$first..($head - 1)] -join "`n"
        # The figures follow the weights, the rows and their words are what a reader looks for.
        $shown = $help[($head + 2)..($head + 8)] | ForEach-Object { $_.Trim() -replace '^(\w+) +([+-][\d.]+) [\d.]+ ', '$1 ' }
        $rows = & ([scriptblock]::Create($example))
        $rows | ForEach-Object { "$($_.Part) $($_.Words)" } | Should -Be $shown
        ($rows | Measure-Object Bits -Sum).Sum | Should -BeGreaterThan 0
        $rows | Out-String | Should -Match 'Bits After it Words'
    }

    It 'has an explanation that no export walks into' {
        $found = @(Find-OfficerLink -All)
        $found.Explanation.Rows | Should -Not -BeNullOrEmpty
        foreach ($candidate in $found) {
            $candidate.Explanation.Probability | Should -Be $candidate.Probability
            [string]::IsNullOrEmpty($candidate.Explanation.NotCertainBecause) | Should -Be ($candidate.Confidence -eq 'Certain')
        }
        $found[0].PSObject.Properties.Name | Where-Object { $_ -eq 'Explanation' } | Should -BeNullOrEmpty
        ($found | ConvertTo-Csv -NoTypeInformation)[0] | Should -Not -Match 'Explanation'
        ($found | ConvertTo-Json -WarningVariable told) | Should -Not -Match 'Explanation'
        $told | Should -BeNullOrEmpty
        ($found[0] | Select-Object OfficerIdent, Explanation).Explanation.Bits | Should -Be $found[0].Explanation.Bits
    }

    It 'takes the limit of risk of a run, and refuses what is none' {
        $low = @(Find-OfficerLink -MaximumExpectedWrong 0.000001 -Verbose 4>&1)
        $low | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Out-String -Width 1000 |
            Should -Match '\(limit 0\.000001\)\. Kept below Certain: [1-9]'
        $few = @($low | Where-Object Confidence -EQ Certain)
        $many = @(Find-OfficerLink -MaximumExpectedWrong 1 | Where-Object Confidence -EQ Certain)
        $many.Count | Should -BeGreaterThan $few.Count
        $many.MaximumExpectedWrong | Select-Object -Unique | Should -Be 1
        @(Find-OfficerLink)[0].MaximumExpectedWrong | Should -Be 0.01
        foreach ($none in 0, -0.1, 1.5) {
            { Find-OfficerLink -MaximumExpectedWrong $none } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        }
    }

    It 'can be exported flat' {
        $path = Join-Path $TestDrive 'candidates.csv'
        Find-OfficerLink | Export-Csv $path -NoTypeInformation
        (Import-Csv $path)[0].Reasons | Should -Not -Match 'System\.|\[\]'
    }

    It 'tells a row that is not an assessor, and compares the others' {
        $found = [pscustomobject]@{ Colour = 'red' }, [pscustomobject]@{ AssessorId = '1'; FirstName = 'Wilhelmina'; LastName = 'Ashgrove' } |
            Find-OfficerLink -Officer ([pscustomobject]@{ OfficerIdent = '007'; FirstName = 'Wilhelmina'; Surname = 'Ashgrove' }) -ErrorVariable told -ErrorAction SilentlyContinue
        $told | Should -HaveCount 1
        Assert-Error $told[0] InputUnusable InvalidData
        $found.AssessorId | Should -Be '1'
    }
}
