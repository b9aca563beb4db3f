BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $organisations = Get-TwinRecord $twin organisations
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-PicsOrganisation' {
    It 'shows the organisations with their Additional ID' {
        Get-PicsOrganisation | ForEach-Object { "$($_.OrganisationIdent) $($_.AdditionalId)" } | Sort-Object |
            Should -Be ($organisations | ForEach-Object { "$($_.ident) $($_.additionalId)" } | Sort-Object)
        $pair = @(Get-FreePair $twin organisations)[0]
        Set-OrganisationLink $pair.Ident $pair.OnefileId -Confirm:$false
        (Get-PicsOrganisation $pair.Ident).AdditionalId | Should -Be $pair.OnefileId
        $unlinked = Get-PicsOrganisation -Unlinked
        $unlinked.OrganisationIdent | Should -Not -Contain $pair.Ident
        $placements = Get-TwinRecord $twin placements | ForEach-Object { "$($_.id)" }
        $unlinked.AdditionalId | Where-Object { $_ -in $placements } | Should -BeNullOrEmpty
    }

    It 'shows the address on one line' {
        $one = $organisations | Where-Object { $_.address1 -and $_.address2 } | Select-Object -First 1
        (Get-PicsOrganisation $one.ident).Address | Should -BeLike "$($one.address1), $($one.address2)*"
        (Get-PicsOrganisation $one.ident).Postcode | Should -Be $one.postcode
    }

    It 'finds by a part of the name, and takes an Ident through the pipeline' {
        $one = $organisations[0]
        (Get-PicsOrganisation -Name "*$($one.name.Substring(1, 6))*").OrganisationIdent | Should -Contain $one.ident
        ([pscustomobject]@{ OrganisationIdent = $one.ident } | Get-PicsOrganisation).Name | Should -Be $one.name
    }

    It 'reads a list that was exported in PICSWeb' {
        $path = Join-Path $TestDrive 'organisations.csv'
        Invoke-WebRequest "$($twin.Control)/lists/organisations.csv" -UseBasicParsing -OutFile $path
        (Get-PicsOrganisation -Path $path).OrganisationIdent | Sort-Object | Should -Be ($organisations.ident | Sort-Object)
    }

    It 'tells a list that is not there' {
        $told = Get-ErrorOf { Get-PicsOrganisation -Path (Join-Path $TestDrive 'nowhere.csv') -ErrorAction Stop }
        Assert-Error $told FileNotFound ObjectNotFound
    }

    It 'tells an Ident that nobody has' {
        $told = Get-ErrorOf { Get-PicsOrganisation NOSUCH -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound NOSUCH
    }
}
