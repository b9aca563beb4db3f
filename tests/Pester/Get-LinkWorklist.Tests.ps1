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

Describe 'Get-LinkWorklist' {
    It 'shows what has to be keyed in, as Export-LinkWorklist writes it' {
        $items = @(Get-LinkWorklist)
        $items.NewValue | Should -Be $pair.OnefileId, $firm.OnefileId
        $items.ItemId | Should -Be @(Export-LinkWorklist).ItemId
    }

    It 'takes an ID, a pattern, and an ID through the pipeline' {
        $ids = @(Get-LinkWorklist).ItemId
        (Get-LinkWorklist $ids[0]).ItemId | Should -Be $ids[0]
        @(Get-LinkWorklist 'W*').ItemId | Should -Be $ids
        ($ids[1] | Get-LinkWorklist).ItemId | Should -Be $ids[1]
    }

    It 'goes on to Complete-LinkWorklist and shows what was keyed in' {
        @(Get-LinkWorklist -State Pending)[0] | Complete-LinkWorklist -Confirm:$false
        @(Get-LinkWorklist -State KeyedIn).Count | Should -Be 1
    }

    It 'says that there is no such item' {
        Assert-Error (Get-ErrorOf { Get-LinkWorklist WNOSUCH -ErrorAction Stop }) RecordUnknown ObjectNotFound
    }
}
