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

Describe 'Get-StandardVqReference' {
    It 'shows the four components of each standard that the centre teaches' {
        foreach ($standard in Get-StandardVqReference | Group-Object StandardCode) {
            $standard.Group.Component | Should -Be 'Standard', 'OnProgramme', 'Gateway', 'EndPointAssessment'
        }
    }

    It 'says how code and reference compare' {
        foreach ($component in Get-StandardVqReference -State Equal) { $component.VqReference | Should -Be $component.Code }
        foreach ($component in Get-StandardVqReference -State Wrong) { $component.VqReference | Should -Not -Be $component.Code }
        foreach ($component in Get-StandardVqReference -State Empty) { $component.VqReference | Should -BeNullOrEmpty }
        (Get-StandardVqReference).State | Should -Contain 'Wrong'
    }

    It 'takes a standard and a component, given and through the pipeline' {
        $code = @(Get-StandardVqReference)[0].StandardCode
        (Get-StandardVqReference $code -Component Gateway).Component | Should -Be 'Gateway'
        [pscustomobject]@{ StandardCode = $code } | Get-StandardVqReference | Should -HaveCount 4
    }

    It 'notices a reference that somebody wrote down as people do' {
        $right = Get-StandardVqReference -State Equal | Select-Object -First 1
        Edit-TwinRecord $twin qualifications $right.QualificationId vqReference ($right.Code.Insert($right.Code.Length - 2, '/'))
        (Get-StandardVqReference $right.StandardCode -Component $right.Component -Refresh).State | Should -Be 'Wrong'
        Edit-TwinRecord $twin qualifications $right.QualificationId vqReference $right.Code
        (Get-StandardVqReference $right.StandardCode -Component $right.Component -Refresh).State | Should -Be 'Equal'
    }

    It 'tells a standard that neither side knows' {
        $told = Get-ErrorOf { Get-StandardVqReference 99999 -ErrorAction Stop }
        $told.FullyQualifiedErrorId | Should -BeLike 'RecordUnknown,*'
        $told.TargetObject | Should -Be '99999'
    }
}
