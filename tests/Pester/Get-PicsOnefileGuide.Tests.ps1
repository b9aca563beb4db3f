BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-PicsOnefileGuide' {
    It 'says without a connection how to get one' {
        $steps = @(Get-PicsOnefileGuide)
        $steps[0].Where | Should -BeLike 'Not connected*'
        $steps[0].Command | Should -BeLike '*Connect-PicsOnefile*'
        $steps[-1].Command | Should -Be 'Get-PicsOnefileGuide'
    }

    It 'says where the customer is, and the next thing to type comes first' {
        $null = Connect-Twin $twin $TestDrive
        $steps = @(Get-PicsOnefileGuide)
        $steps.Step | Should -Be (1..$steps.Count)
        $steps[0].Where | Should -Match '[0-9]+ of [0-9]+ assessors linked; [0-9]+ of [0-9]+ placements linked; [0-9]+ errors block the switch\.$'
        $steps[0].Command | Should -BeLike 'Get-OnefileAssessor -Unlinked | Find-OfficerLink*'
        $steps[-1].Command | Should -Be 'Test-PicsWebSync'
    }

    It 'leads on: what a step names is not named again once it is done' {
        Find-OfficerLink | Set-OfficerLink -Confirm:$false
        Get-OfficerLink -State Unlinked | Where-Object AssessorId | Add-LinkExclusion Officer -Reason 'agency staff'
        (Get-PicsOnefileGuide).Command | Should -Not -BeLike 'Get-OnefileAssessor -Unlinked*'
    }

    It 'tells of two switches that contradict each other' {
        (Get-ErrorOf { Get-PicsOnefileGuide -Refresh -Offline -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'RefreshAndOffline*'
    }
}
