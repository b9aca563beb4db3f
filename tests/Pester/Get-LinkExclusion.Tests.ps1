BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $officer = @(Get-FreePair $twin)[0]
    $organisation = @(Get-FreePair $twin organisations)[0]
    Add-LinkExclusion -Kind Officer -Ident $officer.Ident -Reason 'Has left' -Confirm:$false
    Add-LinkExclusion -Kind Organisation -PlacementId $organisation.OnefileId -Reason 'Made for training' -Confirm:$false
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-LinkExclusion' {
    It 'shows all, with who said so, when and why' {
        $shown = Get-LinkExclusion
        $shown.Reason | Should -Be 'Has left', 'Made for training'
        $shown.Actor | Should -Not -BeNullOrEmpty
        $shown[0].At | Should -BeOfType ([DateTimeOffset])
    }

    It 'shows one kind' {
        (Get-LinkExclusion -Kind Organisation).OnefileId | Should -Be $organisation.OnefileId
        (Get-LinkExclusion Officer).Ident | Should -Be $officer.Ident
        Get-LinkExclusion -Kind Qualification | Should -BeNullOrEmpty
    }

    It 'shows what Remove-LinkExclusion takes, also from a CSV file' {
        $path = Join-Path $TestDrive 'exclusions.csv'
        Get-LinkExclusion | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Remove-LinkExclusion -WhatIf -ErrorAction Stop
        Get-LinkExclusion | Should -HaveCount 2
    }

    It 'needs no call' {
        $before = Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6
        $null = Get-LinkExclusion
        Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6 | Should -Be $before
    }

    It 'tells a kind that there is not' {
        (Get-ErrorOf { Get-LinkExclusion -Kind Colour }).FullyQualifiedErrorId | Should -BeLike 'CannotConvertArgumentNoMessage,*'
    }
}
