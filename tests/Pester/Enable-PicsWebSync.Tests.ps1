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
        $before = Get-StateAndJournal $twin
        $told = Get-ErrorOf { Enable-PicsWebSync -Environment Live -Confirm:$false }
        Assert-Error $told NotReady InvalidOperation
        "$told" | Should -Match 'PO-'
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'is forced with a reason only, and the journal keeps it' {
        Assert-Error (Get-ErrorOf { Enable-PicsWebSync -Environment Live -Force -Confirm:$false }) ReasonMissing InvalidArgument
        (Get-TwinRecord $twin integration).integrationEnabled | Should -BeFalse
        (Enable-PicsWebSync -Environment Live -Force -Reason 'the college insists' -Confirm:$false).IntegrationEnabled | Should -BeTrue
        (Get-LinkHistory -Kind Integration).Reason | Should -Match 'the college insists'
        (Get-TwinRecord $twin integration).integrationEnabled | Should -BeTrue
        # The token was handed over, and the journal says that it was and not which.
        (Get-PicsWebSync).ConnectionTest | Should -Be 'Successful'
        (Get-LinkHistory -Kind Integration).Field | Should -Contain 'customerToken'
        $token = (New-Object pscredential 'token', $twin.Token).GetNetworkCredential().Password
        (Get-LinkHistory -Kind Integration).NewValue | Where-Object { "$_".Contains($token) } | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-StateAndJournal $twin
        Enable-PicsWebSync -Environment Live -Force -Reason test -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'keeps nothing of what is vouched for with -WhatIf' {
        Enable-PicsWebSync -Environment Live -DesktopIntegration NeverUsed -Force -Reason test -WhatIf
        Test-PicsWebSync | Where-Object RuleId -EQ PO-D001 | Select-Object -ExpandProperty Severity | Should -Be Error
    }

    It 'refuses another environment than the connected one' {
        $told = Get-ErrorOf { Enable-PicsWebSync -Environment Beta -Force -Reason test -Confirm:$false }
        Assert-Error $told EnvironmentNotConnected InvalidArgument Beta
        (Get-TwinRecord $twin integration).integrationEnabled | Should -BeFalse
    }

    It 'shows in Get-PicsWebSync and is switched off again' {
        $null = Enable-PicsWebSync -Environment Live -Force -Reason test -Confirm:$false
        (Get-PicsWebSync).IntegrationEnabled | Should -BeTrue
        (Disable-PicsWebSync -Confirm:$false).IntegrationEnabled | Should -BeFalse
    }
}
