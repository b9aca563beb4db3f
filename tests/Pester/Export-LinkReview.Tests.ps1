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
        foreach ($row in Import-Csv $path) {
            $row.Decision | Should -Be $(if ($row.Confidence -eq 'Certain') { 'Accept' } else { '' })
        }
    }

    It 'does not overwrite decisions without -Force' {
        (Get-ErrorOf { Find-OfficerLink | Export-LinkReview $path }).FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
    }

    It 'writes no file with -WhatIf' {
        $other = Join-Path $TestDrive 'whatif.csv'
        Find-OfficerLink | Export-LinkReview $other -WhatIf
        $other | Should -Not -Exist
    }

    It 'writes a page for a browser where the extension or -Format says so' {
        foreach ($page in @(
                Find-OfficerLink | Export-LinkReview (Join-Path $TestDrive 'page.html') -PassThru
                Find-OfficerLink | Export-LinkReview (Join-Path $TestDrive 'page') -Format Html -PassThru)) {
            $text = Get-Content $page.FullName -Raw
            $text | Should -Match 'Content-Security-Policy'
            $text | Should -Match '"fileName":"page.csv"'
            $text | Should -Not -Match 'https?://'
        }
    }
}
