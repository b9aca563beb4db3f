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

Describe 'Remove-OrganisationLink' {
    BeforeEach {
        $pair = @(Get-FreePair $twin organisations)[0]
        Set-OrganisationLink $pair.Ident $pair.OnefileId -Confirm:$false
    }

    AfterEach {
        Get-OrganisationLink -State Linked | Remove-OrganisationLink -Confirm:$false
    }

    It 'takes a link off by the Ident, and the other fields stay' {
        $before = Get-TwinRecord $twin organisations | Where-Object ident -EQ $pair.Ident
        Remove-OrganisationLink $pair.Ident -Confirm:$false
        $after = Get-TwinRecord $twin organisations | Where-Object ident -EQ $pair.Ident
        $after.additionalId | Should -BeNullOrEmpty
        ($after | Select-Object * -ExcludeProperty additionalId | ConvertTo-Json) | Should -Be ($before | Select-Object * -ExcludeProperty additionalId | ConvertTo-Json)
    }

    It 'takes a link off by the placement' {
        Remove-OrganisationLink -PlacementId $pair.OnefileId -Confirm:$false
        (Get-TwinRecord $twin organisations | Where-Object ident -EQ $pair.Ident).additionalId | Should -BeNullOrEmpty
        (Get-OrganisationLink $pair.Ident).State | Should -Be 'Unlinked'
    }

    It 'takes links through the pipeline' {
        (Get-OrganisationLink -State Linked | Remove-OrganisationLink -Reason 'Merged in PICSWeb' -PassThru -Confirm:$false).OrganisationIdent | Should -Be $pair.Ident
        (Get-LinkHistory -Key $pair.Ident)[-1].Reason | Should -Be 'Merged in PICSWeb'
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-StateAndJournal $twin
        Remove-OrganisationLink $pair.Ident -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'tells an organisation that PICSWeb does not have' {
        $told = Get-ErrorOf { Remove-OrganisationLink NOSUCH -Confirm:$false -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound NOSUCH
    }
}
