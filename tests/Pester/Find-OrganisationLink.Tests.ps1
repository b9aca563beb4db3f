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

Describe 'Find-OrganisationLink' {
    It 'is never wrong where it is Certain' {
        $truth = Invoke-RestMethod "$($twin.Control)/truth"
        $certain = Get-OnefilePlacement | Find-OrganisationLink | Where-Object Confidence -EQ Certain
        $certain | Should -Not -BeNullOrEmpty
        foreach ($candidate in $certain) {
            $right = $truth.organisations | Where-Object ident -EQ $candidate.OrganisationIdent
            @($right.live) + @($right.archived) | Should -Contain ([int] $candidate.PlacementId)
        }
    }

    It 'shows only what is piped in' {
        $pair = Get-FreePair $twin organisations | Select-Object -First 1
        (Get-OnefilePlacement $pair.OnefileId | Find-OrganisationLink -All).PlacementId | Select-Object -Unique | Should -Be $pair.OnefileId
    }

    It 'says why' {
        $candidate = Find-OrganisationLink | Where-Object Confidence -EQ Certain | Select-Object -First 1
        $candidate.Reasons | Should -Match 'name|postcode|telephone|e-mail'
        $candidate.Score | Should -BeGreaterThan 50
    }

    It 'lists what has no partner with -IncludeUnmatched, and changes nothing' {
        $before = Get-StateAndJournal $twin
        $null = Find-OrganisationLink -All -IncludeUnmatched
        Get-StateAndJournal $twin | Should -Be $before
        $found = Get-OnefilePlacement | Find-OrganisationLink -IncludeUnmatched
        foreach ($placement in Get-OnefilePlacement) { $found.PlacementId | Should -Contain $placement.PlacementId }
    }

    It 'compares two CSV files without a connection' {
        $placements = Join-Path $TestDrive 'placements.csv'
        $organisations = Join-Path $TestDrive 'organisations.csv'
        Get-OnefilePlacement (Get-OnefilePlacement).PlacementId | Export-Csv $placements -NoTypeInformation
        Get-PicsOrganisation | Export-Csv $organisations -NoTypeInformation
        $found = Import-Csv $placements | Find-OrganisationLink -Organisation (Import-Csv $organisations)
        $found.Confidence | Should -Contain 'Certain'
        $row = [pscustomobject]@{ PlacementId = '9'; Name = 'Fennimore Joinery Ltd'; Postcode = 'ZZ1 1AA' } |
            Find-OrganisationLink -Organisation ([pscustomobject]@{ OrganisationIdent = 'FEN'; Name = 'Fennimore Joinery Limited'; Postcode = 'zz11aa' })
        $row.OrganisationIdent, $row.PlacementId | Should -Be 'FEN', '9'
        $row.Reasons | Should -Not -BeNullOrEmpty
    }

    It 'tells a row that is not a placement' {
        $told = Get-ErrorOf { [pscustomobject]@{ Colour = 'red' } | Find-OrganisationLink -Organisation ([pscustomobject]@{ OrganisationIdent = 'A'; Name = 'B' }) -ErrorAction Stop }
        Assert-Error $told InputUnusable InvalidData
    }
}
