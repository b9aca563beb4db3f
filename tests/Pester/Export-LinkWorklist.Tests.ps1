BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-TwinWithoutUpdates
    $null = Connect-Twin $twin $TestDrive
    $pair, $firm = Set-FirstLink $twin
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Export-LinkWorklist' {
    It 'shows what has to be keyed in, screen by screen' {
        $items = @(Export-LinkWorklist)
        $items.Page | Should -Be 'Officer Summary > Officer Details', 'Organisation Summary > Organisation Details'
        $items.NewValue | Should -Be $pair.OnefileId, $firm.OnefileId
        $items[0].Field | Should -Be 'Other System ID'
        $items[0].Record | Should -BeLike "*($($pair.Ident))"
        $items.State | Should -Be 'Pending', 'Pending'
    }

    It 'writes a CSV that Import-Csv reads, with the values as they are keyed in' {
        $path = Join-Path $TestDrive 'worklist.csv'
        Export-LinkWorklist $path
        Get-Content $path -First 1 | Should -Match '^Done,Page,Record,Field,'
        $rows = @(Import-Csv $path)
        $rows.NewValue | Should -Be $pair.OnefileId, $firm.OnefileId
        $rows.Done | Should -Be '', ''
        $rows.ItemId | Should -Be @(Export-LinkWorklist).ItemId
    }

    It 'writes a page to print that loads nothing from anywhere' {
        $page = Export-LinkWorklist (Join-Path $TestDrive 'worklist.html') -PassThru
        $text = Get-Content $page.FullName -Raw
        $text | Should -Match 'Content-Security-Policy'
        $text | Should -Match $pair.OnefileId
        $text | Should -Not -Match 'https?://'
    }

    It 'does not overwrite the marks of a person' {
        $path = Join-Path $TestDrive 'kept.csv'
        Set-Content $path 'mine'
        (Get-ErrorOf { Export-LinkWorklist $path -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        Get-Content $path | Should -Be 'mine'
        Export-LinkWorklist $path -Force
        @(Import-Csv $path) | Should -HaveCount 2
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'never.csv'
        Export-LinkWorklist $path -WhatIf
        $path | Should -Not -Exist
    }

    It 'tells a path that says no format' {
        $told = Get-ErrorOf { Export-LinkWorklist (Join-Path $TestDrive 'worklist.pdf') -ErrorAction Stop }
        Assert-Error $told WorklistFormatUnknown InvalidArgument
    }

    It 'is empty once PICSWeb shows the values' {
        Edit-TwinRecord $twin officers $pair.Ident additionalId $pair.OnefileId
        Edit-TwinRecord $twin organisations $firm.Ident additionalId $firm.OnefileId
        Export-LinkWorklist -Refresh | Should -BeNullOrEmpty
        (Get-OfficerLink $pair.Ident).State | Should -Be 'Linked'
    }
}
