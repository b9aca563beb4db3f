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

Describe 'Set-StandardVqReference' {
    BeforeEach {
        # A component that was right, and whose reference somebody wrote down as people do.
        $right = Get-StandardVqReference -State Equal | Select-Object -First 1
        Edit-TwinRecord $twin qualifications $right.QualificationId vqReference ($right.Code.Insert($right.Code.Length - 2, '/'))
        Update-MappingCache
    }

    It 'sets one component' {
        $set = Set-StandardVqReference $right.StandardCode $right.Component -QualificationId $right.QualificationId -PassThru -Confirm:$false
        $set.State | Should -Be 'Equal'
        (Get-TwinRecord $twin qualifications | Where-Object id -EQ $right.QualificationId).vqReference | Should -Be $right.Code
    }

    It 'sets what is wrong or empty, as the README says' {
        Get-StandardVqReference | Where-Object State -In Wrong, Empty | Set-StandardVqReference -Confirm:$false -ErrorAction SilentlyContinue
        (Get-TwinRecord $twin qualifications | Where-Object id -EQ $right.QualificationId).vqReference | Should -Be $right.Code
    }

    It 'sets a qualification by its key and a code' {
        Set-StandardVqReference -QualificationId $right.QualificationId -Code $right.Code -Confirm:$false
        (Get-TwinRecord $twin qualifications | Where-Object id -EQ $right.QualificationId).vqReference | Should -Be $right.Code
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-TwinState $twin
        Set-StandardVqReference $right.StandardCode $right.Component -QualificationId $right.QualificationId -WhatIf
        Get-TwinState $twin | Should -Be $before
        Set-StandardVqReference $right.StandardCode $right.Component -QualificationId $right.QualificationId -Confirm:$false
    }

    It 'tells a standard that nobody knows' {
        (Get-ErrorOf { Set-StandardVqReference 99999 -Confirm:$false -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'RecordUnknown,*'
    }
}
