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

Describe 'Import-LinkReview' {
    BeforeEach {
        $path = Join-Path $TestDrive 'officers.csv'
        Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched | Export-LinkReview $path -Force
    }

    It 'comes back whole from a spreadsheet that writes semicolons' {
        $rows = Import-Csv $path
        $rows | Export-Csv $path -NoTypeInformation -Delimiter ';' -Encoding UTF8
        $back = Import-LinkReview $path
        $back | Should -HaveCount @($rows).Count
        @($back | Where-Object Decision -EQ Accept) | Should -HaveCount @($rows | Where-Object Decision -EQ Accept).Count
    }

    It 'names the line of a decision that is no word of the list' {
        $rows = Import-Csv $path
        $rows[2].Decision = 'Perhaps'
        $rows | Export-Csv $path -NoTypeInformation -Encoding UTF8
        $told = Get-ErrorOf { Import-LinkReview $path -ErrorAction Stop }
        $told.FullyQualifiedErrorId | Should -BeLike 'ReviewRowInvalid,*'
        "$told" | Should -Match 'line 4.*Decision'
    }

    It 'links what was accepted, by the path through the pipeline' {
        $pair = @(Get-FreePair $twin)[0]
        $rows = Import-Csv $path
        foreach ($row in $rows) { $row.Decision = 'Reject' }
        $mine = $rows | Where-Object AssessorId -EQ $pair.OnefileId | Select-Object -First 1
        $mine.Decision = 'Accept'
        $mine.OtherId = $pair.Ident
        $rows | Export-Csv $path -NoTypeInformation -Encoding UTF8
        Get-Item $path | Import-LinkReview | Set-OfficerLink -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }
}
