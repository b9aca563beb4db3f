BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $active = Get-TwinRecord $twin placements | Where-Object active
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-OnefilePlacement' {
    It 'shows every placement in use, and leaves out one that is known not to be' {
        $shown = Get-OnefilePlacement
        foreach ($placement in $active) { $shown.PlacementId | Should -Contain "$($placement.id)" }
        $closed = Get-TwinRecord $twin placements | Where-Object { -not $_.active } | Select-Object -First 1
        $null = Get-OnefilePlacement $closed.id -IncludeArchived
        (Get-OnefilePlacement).PlacementId | Should -Not -Contain "$($closed.id)"
        (Get-OnefilePlacement -IncludeArchived).PlacementId | Should -Contain "$($closed.id)"
    }

    It 'shows details by ID, given and through the pipeline' {
        $one = $active | Where-Object email | Select-Object -First 1
        (Get-OnefilePlacement $one.id).Email | Should -Be $one.email
        ([pscustomobject]@{ PlacementId = "$($one.id)" } | Get-OnefilePlacement).Name | Should -Be $one.name
    }

    It 'finds a firm by a part of its name' {
        $one = $active | Select-Object -First 1
        (Get-OnefilePlacement -Name "*$($one.name.Substring(2, 8))*").PlacementId | Should -Contain "$($one.id)"
    }

    It 'shows those without a link' {
        $pair = @(Get-FreePair $twin organisations)[0]
        (Get-OnefilePlacement -Unlinked).PlacementId | Should -Contain $pair.OnefileId
        Set-OrganisationLink $pair.Ident $pair.OnefileId -Confirm:$false
        (Get-OnefilePlacement -Unlinked).PlacementId | Should -Not -Contain $pair.OnefileId
        (Get-OnefilePlacement $pair.OnefileId).OrganisationIdent | Should -Be $pair.Ident
    }

    It 'tells an ID that nobody has' {
        $unknown = Get-ErrorOf { Get-OnefilePlacement 1 -ErrorAction Stop }
        $unknown.FullyQualifiedErrorId | Should -BeLike 'RecordUnknown,*'
        $unknown.TargetObject | Should -Be '1'
    }
}
