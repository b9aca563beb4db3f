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

Describe 'Get-QualificationLink' {
    It 'pairs a qualification whose reference is Onefile''s code' {
        $linked = Get-QualificationLink -State Linked
        $linked | Should -Not -BeNullOrEmpty
        $offered = (Get-OnefileLearningAim).Code
        foreach ($link in $linked) { $offered | Should -Contain $link.VqReference }
    }

    It 'names what PICSWeb asks for and Onefile does not have' {
        $offered = (Get-OnefileLearningAim).Code
        $missing = Get-QualificationLink -State MissingInOnefile
        $missing | Should -Not -BeNullOrEmpty
        foreach ($link in $missing) { $offered | Should -Not -Contain $link.VqReference }
        $missing[0].Detail | Should -Match 'No learning aim'
    }

    It 'takes a pattern, and codes through the pipeline' {
        $code = @(Get-QualificationLink -State Linked)[0].Code
        $found = (Get-QualificationLink "$($code.Substring(0, 3))*").Code
        $found | Should -Contain $code
        $found | Where-Object { -not $_.StartsWith($code.Substring(0, 3)) } | Should -BeNullOrEmpty
        (Get-OnefileLearningAim $code | Get-QualificationLink).Code | Select-Object -Unique | Should -Be $code
    }

    It 'becomes a pair when the reference is corrected' {
        $wrong = Get-StandardVqReference -State Wrong | Select-Object -First 1
        (Get-QualificationLink | Where-Object QualificationId -EQ $wrong.QualificationId).State | Should -Not -Contain 'Linked'
        $wrong | Set-StandardVqReference -Confirm:$false
        (Get-QualificationLink | Where-Object QualificationId -EQ $wrong.QualificationId).State | Should -Be 'Linked'
    }

    It 'tells a state that there is not' {
        (Get-ErrorOf { Get-QualificationLink -State Red }).FullyQualifiedErrorId | Should -BeLike 'CannotConvertArgumentNoMessage,*'
    }
}
