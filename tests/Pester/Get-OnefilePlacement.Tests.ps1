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
        $addressed = $active | Where-Object address | Select-Object -First 1
        $shown = Get-OnefilePlacement $addressed.id
        $shown.Name | Should -Be $addressed.name
        $shown.Postcode | Should -Not -BeNullOrEmpty
        $addressed.address.Contains($shown.Postcode) | Should -BeTrue
        ([pscustomobject]@{ PlacementId = "$($one.id)" } | Get-OnefilePlacement).Name | Should -Be $one.name
    }

    It 'finds a firm by a part of its name' {
        $one = $active | Select-Object -First 1
        (Get-OnefilePlacement -Name "*$($one.name.Substring(2, 8))*").PlacementId | Should -Contain "$($one.id)"
        $started = Get-OnefilePlacement -Name "$($one.name.Substring(0, 3))*"
        $started.PlacementId | Should -Contain "$($one.id)"
        foreach ($name in $started.Name) { $name | Should -BeLike "$($one.name.Substring(0, 3))*" }
    }

    It 'shows those without a link' {
        $pair = @(Get-FreePair $twin organisations)[0]
        $linked = @(Get-TwinRecord $twin organisations).additionalId | Where-Object { $_ }
        (Get-OnefilePlacement -Unlinked).PlacementId | Should -Contain $pair.OnefileId
        (Get-OnefilePlacement -Unlinked).PlacementId | Where-Object { $_ -in $linked } | Should -BeNullOrEmpty
        Set-OrganisationLink $pair.Ident $pair.OnefileId -Confirm:$false
        (Get-OnefilePlacement -Unlinked).PlacementId | Should -Not -Contain $pair.OnefileId
        (Get-OnefilePlacement $pair.OnefileId).OrganisationIdent | Should -Be $pair.Ident
    }

    It 'tells an ID that nobody has' {
        $unknown = Get-ErrorOf { Get-OnefilePlacement 1 -ErrorAction Stop }
        Assert-Error $unknown RecordUnknown ObjectNotFound 1
    }
}
