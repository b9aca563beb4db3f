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

Describe 'Remove-OfficerLink' {
    BeforeEach {
        $pair = @(Get-FreePair $twin)[0]
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
    }

    AfterEach {
        Get-OfficerLink -State Linked | Remove-OfficerLink -Confirm:$false
    }

    It 'takes a link off by the Ident, and the journal keeps the reason' {
        Remove-OfficerLink $pair.Ident -Reason 'Has left' -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -BeNullOrEmpty
        (Get-OfficerLink $pair.Ident).State | Should -Be 'Unlinked'
        (Get-LinkHistory -Key $pair.Ident)[-1].Reason | Should -Be 'Has left'
        (Get-LinkHistory -Key $pair.Ident)[-1].OldValue | Should -Be $pair.OnefileId
    }

    It 'takes a link off by the account' {
        Remove-OfficerLink -AssessorId $pair.OnefileId -Confirm:$false
        (Get-TwinRecord $twin officers | Where-Object ident -EQ $pair.Ident).additionalId | Should -BeNullOrEmpty
        (Get-OfficerLink $pair.Ident).State | Should -Be 'Unlinked'
    }

    It 'takes links through the pipeline, and rows of a CSV file' {
        $path = Join-Path $TestDrive 'links.csv'
        Get-OfficerLink -State Linked | Export-Csv $path -NoTypeInformation
        (Import-Csv $path | Remove-OfficerLink -PassThru -Confirm:$false).OfficerIdent | Should -Be $pair.Ident
        Get-OfficerLink -State Linked | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-StateAndJournal $twin
        Get-OfficerLink -State Linked | Remove-OfficerLink -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'leaves all alone when there are more than -MaximumChange' {
        $other = @(Get-FreePair $twin)[0]
        Set-OfficerLink $other.Ident $other.OnefileId -Confirm:$false
        $before = Get-TwinState $twin
        (Get-ErrorOf { Get-OfficerLink -State Linked | Remove-OfficerLink -MaximumChange 1 -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'ChangeLimitExceeded,*'
        Get-TwinState $twin | Should -Be $before
    }

    It 'tells an officer that PICSWeb does not have' {
        $told = Get-ErrorOf { Remove-OfficerLink NOSUCH -Confirm:$false -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound NOSUCH
    }
}
