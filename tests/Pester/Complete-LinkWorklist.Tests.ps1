BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-TwinWithoutUpdates
    $null = Connect-Twin $twin $TestDrive
    $pairs = @(Get-FreePair $twin)[0..1]
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Complete-LinkWorklist' {
    BeforeEach {
        foreach ($pair in $pairs) { Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false -WarningAction SilentlyContinue }
    }

    AfterEach {
        Export-LinkWorklist | Complete-LinkWorklist -NotWanted -Confirm:$false
    }

    It 'ticks off the rows of the CSV that are marked' {
        $path = Join-Path $TestDrive 'worklist.csv'
        Export-LinkWorklist $path -Force
        $rows = @(Import-Csv $path)
        $rows[0].Done = 'x'
        $rows | Export-Csv $path -NoTypeInformation -Delimiter ';' -Encoding UTF8
        Complete-LinkWorklist -Path $path -Confirm:$false
        @(Export-LinkWorklist).State | Should -Be 'KeyedIn', 'Pending'
    }

    It 'ticks off rows of Import-Csv through the pipeline' {
        $path = Join-Path $TestDrive 'piped.csv'
        Export-LinkWorklist $path -Force
        $rows = @(Import-Csv $path)
        $rows[1].Done = 'yes'
        $rows | Complete-LinkWorklist -Confirm:$false
        @(Export-LinkWorklist).State | Should -Be 'Pending', 'KeyedIn'
    }

    It 'names the line of a mark that may mean anything' {
        $path = Join-Path $TestDrive 'marked.csv'
        Export-LinkWorklist $path -Force
        $rows = @(Import-Csv $path)
        $rows[1].Done = 'perhaps'
        $rows | Export-Csv $path -NoTypeInformation -Encoding UTF8
        $told = Get-ErrorOf { Complete-LinkWorklist -Path $path -Confirm:$false -ErrorAction Stop }
        $told.FullyQualifiedErrorId | Should -BeLike 'WorklistRowInvalid,*'
        "$told" | Should -Match 'line 3'
    }

    It 'ticks off what is given by its ID, and says who did' {
        $ticked = Complete-LinkWorklist -ItemId @(Export-LinkWorklist)[0].ItemId -PassThru -Confirm:$false
        $ticked.State | Should -Be 'KeyedIn'
        $ticked.KeyedInBy | Should -Not -BeNullOrEmpty
    }

    It 'believes PICSWeb, not the tick' {
        Export-LinkWorklist | Complete-LinkWorklist -Confirm:$false
        @(Export-LinkWorklist).State | Should -Be 'KeyedIn', 'KeyedIn'
        (Get-OfficerLink $pairs[0].Ident -Refresh).State | Should -Be 'Pending'
    }

    It 'takes off what is not wanted any more' {
        $item = @(Export-LinkWorklist)[0]
        $item | Complete-LinkWorklist -NotWanted -Confirm:$false
        $ident = ($pairs | Where-Object { $item.Record -like "*($($_.Ident))" }).Ident
        (Get-OfficerLink $ident).State | Should -Be 'Unlinked'
        (Get-LinkHistory -Kind Officer -Key $ident -Detailed)[-2, -1].State | Should -Be 'Skipped', 'Undone'
        @(Export-LinkWorklist) | Should -HaveCount 1
        @(Get-OfficerLink | Where-Object State -EQ Pending) | Should -HaveCount 1
    }

    It 'changes nothing with -WhatIf' {
        Export-LinkWorklist | Complete-LinkWorklist -WhatIf
        Export-LinkWorklist | Complete-LinkWorklist -NotWanted -WhatIf
        @(Export-LinkWorklist).State | Should -Be 'Pending', 'Pending'
    }

    It 'tells an item that nobody knows' {
        $told = Get-ErrorOf { Complete-LinkWorklist W0000000000 -Confirm:$false -ErrorAction Stop }
        Assert-Error $told WorklistItemUnknown ObjectNotFound W0000000000
    }
}
