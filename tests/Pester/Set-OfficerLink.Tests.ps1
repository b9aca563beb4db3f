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

Describe 'Set-OfficerLink' {
    It 'links a pair given by its IDs' {
        $pair = @(Get-FreePair $twin)[0]
        (Set-OfficerLink $pair.Ident $pair.OnefileId -PassThru -Confirm:$false).State | Should -Be 'Linked'
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
        (Get-LinkHistory -Key $pair.Ident).State | Should -Be 'Intended', 'Done'
    }

    It 'links rows of a CSV file whose Ident starts with zeros' {
        $pair = @(Get-FreePair $twin)[0]
        $path = Join-Path $TestDrive 'links.csv'
        [pscustomobject]@{ OfficerIdent = $pair.Ident; AssessorId = $pair.OnefileId } | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Set-OfficerLink -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }

    It 'links a CSV file from the time of PICS Desktop by its own headings' {
        $pair = @(Get-FreePair $twin)[0]
        $path = Join-Path $TestDrive 'desktop.csv'
        [pscustomobject]@{ 'Officer Code' = $pair.Ident; 'Officer Name' = 'somebody'; 'OneFile ID' = $pair.OnefileId } | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Set-OfficerLink -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }

    It 'changes nothing with -WhatIf' {
        $pair = @(Get-FreePair $twin)[0]
        $before = Get-TwinState $twin
        $history = @(Get-LinkHistory).Count
        Set-OfficerLink $pair.Ident $pair.OnefileId -WhatIf
        Get-TwinState $twin | Should -Be $before
        @(Get-LinkHistory).Count | Should -Be $history
    }

    It 'leaves an officer alone who is linked elsewhere' {
        $one, $other = @(Get-FreePair $twin)[0..1]
        Set-OfficerLink $one.Ident $one.OnefileId -Confirm:$false
        $told = Get-ErrorOf { Set-OfficerLink $one.Ident $other.OnefileId -Confirm:$false -ErrorAction Stop }
        $told.FullyQualifiedErrorId | Should -BeLike 'AlreadyLinkedElsewhere,*'
        $told.CategoryInfo.Category | Should -Be 'ResourceExists'
        $told.TargetObject | Should -Be $one.Ident
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $one.Ident).additionalId | Should -Be $one.OnefileId
    }

    It 'tells an unknown officer' {
        (Get-ErrorOf { Set-OfficerLink NOSUCH (@(Get-FreePair $twin)[0].OnefileId) -Confirm:$false -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'RecordUnknown,*'
    }
}
