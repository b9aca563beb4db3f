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

Describe 'Export-LinkReview' {
    BeforeEach {
        $path = Join-Path $TestDrive 'officers.csv'
        Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched | Export-LinkReview $path -Force
    }

    It 'marks what is Certain' {
        (Import-Csv $path).Decision | Sort-Object -Unique | Should -Be '', 'Accept'
        foreach ($row in Import-Csv $path) {
            $row.Decision | Should -Be $(if ($row.Confidence -eq 'Certain') { 'Accept' } else { '' })
        }
    }

    It 'does not overwrite decisions without -Force' {
        Set-Content $path 'mine'
        Assert-Error (Get-ErrorOf { Find-OfficerLink | Export-LinkReview $path }) FileExists ResourceExists $path
        Get-Content $path | Should -Be 'mine'
        (Find-OfficerLink | Export-LinkReview $path -Force -PassThru).FullName | Should -Be $path
        Get-Content $path | Should -Not -Be 'mine'
    }

    It 'writes no file with -WhatIf' {
        $other = Join-Path $TestDrive 'whatif.csv'
        $before = Get-StateAndJournal $twin
        Find-OfficerLink | Export-LinkReview $other -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
        $other | Should -Not -Exist
    }

    It 'writes a page for a browser where the extension or -Format says so' {
        foreach ($page in @(
                Find-OfficerLink | Export-LinkReview (Join-Path $TestDrive 'page.html') -PassThru
                Find-OfficerLink | Export-LinkReview (Join-Path $TestDrive 'page') -Format Html -PassThru
                Find-OfficerLink | Export-LinkReview (Join-Path $TestDrive 'page.review') -Format Html -PassThru)) {
            $text = Get-Content $page.FullName -Raw
            $text | Should -Match '^<!DOCTYPE html>'
            $text | Should -Match 'Content-Security-Policy'
            $text | Should -Match '"fileName":"page.csv"'
            $text | Should -Not -Match 'https?://'
        }
        $path = Join-Path $TestDrive 'page.html'
        Assert-Error (Get-ErrorOf { Find-OfficerLink | Export-LinkReview $path }) FileExists ResourceExists $path
    }
}
