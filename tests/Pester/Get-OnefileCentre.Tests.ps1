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

Describe 'Get-OnefileCentre' {
    It 'shows the centres of the customer' {
        $centre = Get-TwinRecord $twin centres
        (Get-OnefileCentre).CentreId | Should -Be "$($centre.id)"
        (Get-OnefileCentre).Name | Should -Be $centre.name
    }

    It 'finds a centre by a part of its name' {
        $word = ((Get-TwinRecord $twin centres).name -split ' ')[0]
        Get-OnefileCentre "$word*" | Should -HaveCount 1
        Get-OnefileCentre -Name 'Nowhere*' | Should -BeNullOrEmpty
    }

    It 'finds a centre by its ID, by a pattern, and by an ID through the pipeline' {
        $id = (Get-OnefileCentre).CentreId
        (Get-OnefileCentre -CentreId $id).CentreId | Should -Be $id
        (Get-OnefileCentre -CentreId "$($id[0])*").CentreId | Should -Be $id
        ($id | Get-OnefileCentre).CentreId | Should -Be $id
        (Get-OnefilePlacement)[0] | Get-OnefileCentre | Should -HaveCount 1
        Get-OnefileCentre -CentreId 'x*' | Should -BeNullOrEmpty
    }

    It 'says that there is no such centre' {
        Assert-Error (Get-ErrorOf { Get-OnefileCentre -CentreId 99999999 -ErrorAction Stop }) RecordUnknown ObjectNotFound 99999999
    }

    It 'shows what is renamed after it is read again' {
        $centre = Get-TwinRecord $twin centres
        Edit-TwinRecord $twin centres $centre.id name 'Southmoor Training'
        (Get-OnefileCentre -Offline).Name | Should -Be $centre.name
        (Get-OnefileCentre -Refresh).Name | Should -Be 'Southmoor Training'
        Edit-TwinRecord $twin centres $centre.id name $centre.name
        $null = Get-OnefileCentre -Refresh
    }

    It 'gives its ID to the cmdlets that follow' {
        $centre = Get-OnefileCentre
        Get-OnefilePlacement -CentreId $centre.CentreId | Should -HaveCount @(Get-OnefilePlacement).Count
    }

    It 'refuses to read again and not at all' {
        (Get-ErrorOf { Get-OnefileCentre -Refresh -Offline }).FullyQualifiedErrorId | Should -BeLike 'RefreshAndOffline,*'
    }
}
