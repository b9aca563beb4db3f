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

Describe 'Disable-PicsWebSync' {
    BeforeEach {
        $null = Invoke-RestMethod "$($twin.Control)/integration/enable" -Method Post
    }

    It 'switches off and leaves the other settings as they are' {
        $before = Get-TwinRecord $twin integration
        (Disable-PicsWebSync -Reason 'Duplicates were found' -Confirm:$false).IntegrationEnabled | Should -BeFalse
        $after = Get-TwinRecord $twin integration
        $after.integrationEnabled | Should -BeFalse
        $after.environment | Should -Be $before.environment
        $after.visitType | Should -Be $before.visitType
        # The customer token stays as well: on the screen it can be switched on again without one.
        Edit-TwinRecord $twin integration 0 integrationEnabled true
        (Get-PicsWebSync).ConnectionTest | Should -Be 'Successful'
    }

    It 'writes the reason into the journal' {
        $null = Disable-PicsWebSync -Reason 'The wrong environment' -Confirm:$false
        (Get-LinkHistory -Kind Integration)[-1].Reason | Should -Be 'The wrong environment'
        (Get-LinkHistory -Kind Integration -Detailed)[-2, -1].State | Should -Be 'Intended', 'Done'
    }

    It 'writes nothing where it is off already' {
        $null = Disable-PicsWebSync -Confirm:$false
        $before = Get-StateAndJournal $twin
        (Disable-PicsWebSync -Confirm:$false).IntegrationEnabled | Should -BeFalse
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-StateAndJournal $twin
        Disable-PicsWebSync -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
        (Get-TwinRecord $twin integration).integrationEnabled | Should -BeTrue
    }

    It 'asks before it does anything, unless told not to' {
        $about = (Get-Command Disable-PicsWebSync).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)
        $about.ConfirmImpact | Should -Be 'High'
    }

    It 'says that a closed connection is closed' {
        $closed = Connect-Twin $twin (Join-Path $TestDrive 'other')
        Disconnect-PicsOnefile -Connection $closed
        (Get-ErrorOf { Disable-PicsWebSync -Connection $closed -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
    }
}
