BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $pairs = @(Get-FreePair $twin)[0..1]
    Set-OfficerLink $pairs[0].Ident $pairs[0].OnefileId -Confirm:$false
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Test-LinkHistory' {
    It 'finds the journal as it was written' {
        $check = Test-LinkHistory
        $check.Ok | Should -BeTrue
        $check.Count | Should -Be @(Get-LinkHistory -Detailed).Count
        $check.FirstBroken | Should -BeNullOrEmpty
    }

    It 'finds the head of today in the journal of tomorrow' {
        $head = (Test-LinkHistory).Head
        Set-OfficerLink $pairs[1].Ident $pairs[1].OnefileId -Confirm:$false
        (Test-LinkHistory).Head | Should -Not -Be $head
        $check = Test-LinkHistory -ExpectedHead $head
        $check.Ok | Should -BeTrue
        $check.Count | Should -Be 4
        $check.FirstBroken | Should -BeNullOrEmpty
    }

    It 'notices that the end was cut off' {
        $cut = Test-LinkHistory -ExpectedHead ('a' * 64)
        $cut.Ok | Should -BeFalse
        $cut.Detail | Should -Not -BeNullOrEmpty
    }

    It 'takes a head that was kept through the pipeline' {
        $path = Join-Path $TestDrive 'head.txt'
        (Test-LinkHistory).Head | Set-Content $path
        (Test-LinkHistory -ExpectedHead (Get-Content $path -Raw)).Ok | Should -BeTrue
    }

    It 'refuses what is not a head' {
        (Get-ErrorOf { Test-LinkHistory 123 }).FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
    }
}
