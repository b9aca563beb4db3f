BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $linked, $other, $third = @(Get-FreePair $twin organisations)[0..2]
    Set-OrganisationLink $linked.Ident $linked.OnefileId -Confirm:$false
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-OrganisationLink' {
    It 'shows every organisation and every placement in use' {
        $links = Get-OrganisationLink
        foreach ($organisation in Get-TwinRecord $twin organisations) { $links.OrganisationIdent | Should -Contain $organisation.ident }
        foreach ($placement in Get-TwinRecord $twin placements | Where-Object active) { $links.PlacementId | Should -Contain "$($placement.id)" }
    }

    It 'selects by Ident, by placement and by state' {
        (Get-OrganisationLink $linked.Ident).PlacementId | Should -Be $linked.OnefileId
        (Get-OrganisationLink -PlacementId $linked.OnefileId).OrganisationIdent | Should -Be $linked.Ident
        (Get-OrganisationLink -State Linked).OrganisationIdent | Should -Be $linked.Ident
    }

    It 'takes placements and organisations through the pipeline' {
        (Get-OnefilePlacement $linked.OnefileId | Get-OrganisationLink).State | Should -Be 'Linked'
        (Get-PicsOrganisation $linked.Ident, $other.Ident | Get-OrganisationLink).OrganisationIdent | Sort-Object | Should -Be (@($linked.Ident, $other.Ident) | Sort-Object)
    }

    It 'names two organisations that hold one placement' {
        Edit-TwinRecord $twin organisations $other.Ident additionalId $third.OnefileId
        Edit-TwinRecord $twin organisations $third.Ident additionalId $third.OnefileId
        (Get-OrganisationLink -State Duplicate -Refresh).OrganisationIdent | Sort-Object | Should -Be (@($other.Ident, $third.Ident) | Sort-Object)
        Edit-TwinRecord $twin organisations $other.Ident additionalId ''
        Edit-TwinRecord $twin organisations $third.Ident additionalId ''
        $null = Get-OrganisationLink -Refresh
    }

    It 'names a link that leads nowhere' {
        Edit-TwinRecord $twin organisations $other.Ident additionalId '1'
        (Get-OrganisationLink -State Broken -Refresh).OrganisationIdent | Should -Be $other.Ident
        Edit-TwinRecord $twin organisations $other.Ident additionalId ''
        $null = Get-OrganisationLink -Refresh
    }

    It 'tells an organisation that PICSWeb does not have' {
        $told = Get-ErrorOf { Get-OrganisationLink NOSUCH -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound NOSUCH
    }
}
