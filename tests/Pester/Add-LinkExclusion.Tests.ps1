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

Describe 'Add-LinkExclusion' {
    BeforeEach {
        $pair = @(Get-FreePair $twin)[0]
    }

    AfterEach {
        Get-LinkExclusion | Remove-LinkExclusion -Confirm:$false
    }

    It 'keeps an account unlinked, with the reason' {
        Add-LinkExclusion -Kind Officer -AssessorId $pair.OnefileId -Reason 'Agency staff' -Confirm:$false
        $link = Get-OfficerLink -AssessorId $pair.OnefileId
        $link.State | Should -Be 'Excluded'
        $link.Detail | Should -Be 'Agency staff'
        Assert-Error (Get-ErrorOf { Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false -ErrorAction Stop }) RecordExcluded InvalidOperation
    }

    It 'stands in the way of a link until it is taken back' {
        Add-LinkExclusion -Kind Officer -Ident $pair.Ident -Reason 'Has left' -Confirm:$false
        $told = Get-ErrorOf { Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false -ErrorAction Stop }
        Assert-Error $told RecordExcluded InvalidOperation
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -BeNullOrEmpty
    }

    It 'takes accounts through the pipeline' {
        $ids = @(Get-FreePair $twin)[0..1].OnefileId
        Get-OnefileAssessor $ids | Add-LinkExclusion -Kind Officer -Reason Left -PassThru -WhatIf | Should -BeNullOrEmpty
        Get-LinkExclusion | Should -BeNullOrEmpty
        (Get-OnefileAssessor $ids | Add-LinkExclusion -Kind Officer -Reason Left -PassThru -Confirm:$false).OnefileId | Should -Be $ids
    }

    It 'takes placements through the pipeline' {
        $excluded = Get-OnefilePlacement | Select-Object -First 2 | Add-LinkExclusion -Kind Organisation -Reason 'Made for training' -PassThru -Confirm:$false
        $excluded | Should -HaveCount 2
        (Get-LinkExclusion -Kind Organisation).OnefileId | Should -Be $excluded.OnefileId
    }

    It 'knows the kind of a link that is piped in' {
        Get-OfficerLink -AssessorId $pair.OnefileId | Add-LinkExclusion -Reason 'Told by the manager' -Confirm:$false
        $firm = @(Get-FreePair $twin organisations)[0]
        Get-OrganisationLink -PlacementId $firm.OnefileId | Add-LinkExclusion -Reason 'Told by the manager' -Confirm:$false
        (Get-LinkExclusion).Kind | Should -Be 'Officer', 'Organisation'
        (Get-LinkExclusion).OnefileId | Should -Be $pair.OnefileId, $firm.OnefileId
    }

    It 'excludes nothing with -WhatIf' {
        Get-OnefilePlacement | Add-LinkExclusion -Kind Organisation -Reason test -WhatIf
        Get-LinkExclusion | Should -BeNullOrEmpty
    }

    It 'tells a record that neither side has' {
        $told = Get-ErrorOf { Add-LinkExclusion -Kind Officer -Ident NOBODY -Reason test -Confirm:$false -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound NOBODY
    }
}
