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
        $taught = Get-TwinRecord $twin standards | Where-Object id -In (Get-TwinRecord $twin centres).assignedStandards | Where-Object code -Match '^\d+AS$'
        $taught | Should -Not -BeNullOrEmpty
        foreach ($code in $taught.code) { (Get-StandardVqReference).StandardCode | Should -Contain ($code -replace 'AS$') }
        foreach ($standard in Get-StandardVqReference | Group-Object StandardCode) {
            $standard.Group.Component | Should -Be 'Standard', 'OnProgramme', 'Gateway', 'EndPointAssessment'
        }
    }

    It 'says how code and reference compare' {
        foreach ($component in Get-StandardVqReference -State Equal) { $component.VqReference | Should -Be $component.Code }
        foreach ($component in Get-StandardVqReference -State Wrong) {
            $component.VqReference | Should -Not -BeNullOrEmpty
            $component.VqReference | Should -Not -Be $component.Code
        }
        foreach ($component in Get-StandardVqReference -State Empty) { $component.VqReference | Should -BeNullOrEmpty }
        foreach ($component in Get-StandardVqReference -State NotInOnefile) { $component.Code | Should -BeNullOrEmpty }
        foreach ($component in Get-StandardVqReference | Where-Object State -NotIn Equal, Wrong, Empty, NotInOnefile) { $component.Detail | Should -Not -BeNullOrEmpty }
        (Get-StandardVqReference).State | Should -Contain 'Wrong'
    }

    It 'takes a standard and a component, given and through the pipeline' {
        $code = @(Get-StandardVqReference)[0].StandardCode
        $gateway = Get-StandardVqReference $code -Component Gateway
        $gateway.StandardCode, $gateway.Component | Should -Be $code, 'Gateway'
        (Get-StandardVqReference -State Equal).State | Select-Object -Unique | Should -Be 'Equal'
        [pscustomobject]@{ StandardCode = $code } | Get-StandardVqReference | Should -HaveCount 4
    }

    It 'notices a reference that somebody wrote down as people do' {
        $right = Get-StandardVqReference -State Equal | Select-Object -First 1
        Edit-TwinRecord $twin qualifications $right.QualificationId vqReference ($right.Code.Insert($right.Code.Length - 2, '/'))
        (Get-StandardVqReference $right.StandardCode -Component $right.Component -Refresh).State | Should -Be 'Wrong'
        Edit-TwinRecord $twin qualifications $right.QualificationId vqReference $right.Code
        (Get-StandardVqReference $right.StandardCode -Component $right.Component -Refresh).State | Should -Be 'Equal'
    }

    It 'takes a code as a spreadsheet writes it, and says of what is not a code that nobody has it' {
        $code = @(Get-StandardVqReference)[0].StandardCode
        foreach ($written in "$code.0", "0$code", " $code") {
            (Get-StandardVqReference $written -Component Gateway).StandardCode | Should -Be $code
            Get-OnefileLearningAim -StandardCode $written | Should -Not -BeNullOrEmpty
        }
        Assert-Error (Get-ErrorOf { Get-StandardVqReference 8.3 -ErrorAction Stop }) RecordUnknown ObjectNotFound 8.3
    }

    It 'tells a standard that neither side knows' {
        $told = Get-ErrorOf { Get-StandardVqReference 99999 -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound 99999
    }
}
