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

Describe 'Enable-PicsWebSync' {
    AfterEach {
        Disable-PicsWebSync -Confirm:$false
    }

    It 'stays off while errors stand' {
        $before = Get-TwinState $twin
        (Get-ErrorOf { Enable-PicsWebSync -Environment Live -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'NotReady,*'
        Get-TwinState $twin | Should -Be $before
    }

    It 'is forced with a reason only, and the journal keeps it' {
        (Get-ErrorOf { Enable-PicsWebSync -Environment Live -Force -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'ReasonMissing,*'
        (Enable-PicsWebSync -Environment Live -Force -Reason 'the college insists' -Confirm:$false).IntegrationEnabled | Should -BeTrue
        (Get-LinkHistory -Kind Integration).Reason | Should -Match 'the college insists'
        (Get-LinkHistory -Kind Integration).NewValue | Should -Not -Contain (New-Object pscredential 'token', $twin.Token).GetNetworkCredential().Password
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-TwinState $twin
        Enable-PicsWebSync -Environment Live -Force -Reason test -WhatIf
        Get-TwinState $twin | Should -Be $before
    }

    It 'refuses another environment than the connected one' {
        (Get-ErrorOf { Enable-PicsWebSync -Environment Beta -Force -Reason test -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'EnvironmentNotConnected,*'
    }

    It 'shows in Get-PicsWebSync and is switched off again' {
        $null = Enable-PicsWebSync -Environment Live -Force -Reason test -Confirm:$false
        (Get-PicsWebSync).IntegrationEnabled | Should -BeTrue
        (Disable-PicsWebSync -Confirm:$false).IntegrationEnabled | Should -BeFalse
    }
}
