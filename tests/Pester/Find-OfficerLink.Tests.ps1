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
