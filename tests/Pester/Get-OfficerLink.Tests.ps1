BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $linked, $other, $drifting = @(Get-FreePair $twin)[0..2]
    Set-OfficerLink $linked.Ident $linked.OnefileId -Confirm:$false
    Set-OfficerLink $drifting.Ident $drifting.OnefileId -Confirm:$false
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-OfficerLink' {
    It 'shows every officer and every account in use' {
        $links = Get-OfficerLink
        foreach ($officer in Get-TwinRecord $twin officers) { $links.OfficerIdent | Should -Contain $officer.ident }
        foreach ($account in Get-TwinRecord $twin assessors | Where-Object { -not $_.archived }) { $links.AssessorId | Should -Contain "$($account.id)" }
    }

    It 'selects by Ident, by account and by state' {
        (Get-OfficerLink $linked.Ident).State | Should -Be 'Linked'
        (Get-OfficerLink -AssessorId $linked.OnefileId).OfficerIdent | Should -Be $linked.Ident
        (Get-OfficerLink -State Linked).OfficerIdent | Should -Contain $linked.Ident
        (Get-OfficerLink -State Unlinked, Broken).OfficerIdent | Should -Not -Contain $linked.Ident
    }

    It 'takes accounts and officers through the pipeline' {
        (Get-OnefileAssessor $linked.OnefileId, $other.OnefileId | Get-OfficerLink).State | Sort-Object | Should -Be 'Linked', 'Unlinked'
        (Get-PicsOfficer $linked.Ident | Get-OfficerLink).AssessorId | Should -Be $linked.OnefileId
        (Get-PicsOfficer $other.Ident | Get-OfficerLink).OfficerIdent | Should -Be $other.Ident
    }

    It 'notices what somebody changed on the screen since' {
        Edit-TwinRecord $twin officers $drifting.Ident additionalId $other.OnefileId
        (Get-OfficerLink $drifting.Ident -Refresh).State | Should -Contain 'Drifted'
        Edit-TwinRecord $twin officers $drifting.Ident additionalId $drifting.OnefileId
        (Get-OfficerLink $drifting.Ident -Refresh).State | Should -Be 'Linked'
    }

    It 'shows what is new since a time' {
        (Get-OfficerLink -Since (Get-Date).AddHours(-1) -State Linked).OfficerIdent | Sort-Object | Should -Be (@($linked.Ident, $drifting.Ident) | Sort-Object)
        Get-OfficerLink -Since (Get-Date).AddHours(1) | Should -BeNullOrEmpty
    }

    It 'tells an officer that PICSWeb does not have' {
        $told = Get-ErrorOf { Get-OfficerLink NOSUCH -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound NOSUCH
    }
}
