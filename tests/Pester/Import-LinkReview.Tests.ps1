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
        $path | Import-LinkReview | Should -HaveCount @($rows).Count
        @($back | Where-Object Decision -EQ Accept) | Should -HaveCount @($rows | Where-Object Decision -EQ Accept).Count
    }

    It 'names the line of a decision that is not a word of the list' {
        $rows = Import-Csv $path
        $rows[2].Decision = 'Perhaps'
        $rows | Export-Csv $path -NoTypeInformation -Encoding UTF8
        $before = Get-StateAndJournal $twin
        $told = Get-ErrorOf { Import-LinkReview $path -ErrorAction Stop }
        Assert-Error $told ReviewRowInvalid InvalidData
        "$told" | Should -Match 'line 4.*Decision.*Perhaps'
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'links what was accepted and nothing else, by the path through the pipeline' {
        $before = Get-TwinRecord $twin officers
        $rows = Import-Csv $path
        $free = @(Get-FreePair $twin).Ident
        $mine = $rows | Where-Object { $_.Decision -eq 'Accept' -and $_.OfficerIdent -in $free } | Select-Object -First 1
        $mine | Should -Not -BeNullOrEmpty
        foreach ($row in $rows) { if ($row -ne $mine) { $row.Decision = 'Reject' } }
        $rows | Export-Csv $path -NoTypeInformation -Encoding UTF8
        Get-Item $path | Import-LinkReview | Set-OfficerLink -Confirm:$false
        foreach ($officer in $before) {
            $expected = if ($officer.ident -eq $mine.OfficerIdent) { $mine.AssessorId } else { $officer.additionalId }
            (Get-TwinRecord $twin officers | Where-Object ident -EQ $officer.ident).additionalId | Should -Be $expected
        }
    }

    It 'links the Ident that a person typed in' {
        $pair = @(Get-FreePair $twin)[0]
        $rows = Import-Csv $path
        foreach ($row in $rows) { $row.Decision = 'Reject' }
        $mine = $rows | Where-Object AssessorId -EQ $pair.OnefileId | Select-Object -First 1
        $mine.Decision = ''
        $mine.OtherId = $pair.Ident
        $rows | Export-Csv $path -NoTypeInformation -Encoding UTF8
        Import-LinkReview $path | Set-OfficerLink -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }
}
