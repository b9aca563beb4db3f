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

    It 'sets one component, and the other fields stay' {
        $before = Get-TwinRecord $twin qualifications | Where-Object id -EQ $right.QualificationId
        $set = Set-StandardVqReference $right.StandardCode $right.Component -QualificationId $right.QualificationId -PassThru -Confirm:$false
        $set.State | Should -Be 'Equal'
        $after = Get-TwinRecord $twin qualifications | Where-Object id -EQ $right.QualificationId
        $after.vqReference | Should -Be $right.Code
        ($after | Select-Object * -ExcludeProperty vqReference | ConvertTo-Json) | Should -Be ($before | Select-Object * -ExcludeProperty vqReference | ConvertTo-Json)
        (Get-LinkHistory -Kind Qualification -Key $right.QualificationId -Detailed).State | Should -Be 'Intended', 'Done'
    }

    It 'sets what is wrong or empty, as the README says' {
        Get-StandardVqReference | Where-Object State -In Wrong, Empty | Set-StandardVqReference -Confirm:$false -ErrorAction SilentlyContinue
        (Get-TwinRecord $twin qualifications | Where-Object id -EQ $right.QualificationId).vqReference | Should -Be $right.Code
        # A proposal by the title alone is for a person to decide.
        Get-StandardVqReference -State Wrong | Where-Object { -not $_.Proposed } | Should -BeNullOrEmpty
    }

    It 'sets a qualification by its key and a code' {
        Set-StandardVqReference -QualificationId $right.QualificationId -Code $right.Code -Confirm:$false
        (Get-TwinRecord $twin qualifications | Where-Object id -EQ $right.QualificationId).vqReference | Should -Be $right.Code
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-StateAndJournal $twin
        Set-StandardVqReference $right.StandardCode $right.Component -QualificationId $right.QualificationId -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
        Set-StandardVqReference $right.StandardCode $right.Component -QualificationId $right.QualificationId -Confirm:$false
    }

    It 'tells a standard or a qualification that nobody knows' {
        $told = Get-ErrorOf { Set-StandardVqReference 99999 -Confirm:$false -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound
        "$told" | Should -Match '99999'
        Assert-Error (Get-ErrorOf { Set-StandardVqReference -QualificationId 999999 -Code 196AS -Confirm:$false -ErrorAction Stop }) RecordUnknown ObjectNotFound
    }
}
