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

Describe 'Get-PicsWebSync' {
    It 'shows that it is off, and when it is on' {
        (Get-PicsWebSync).IntegrationEnabled | Should -BeFalse
        $null = Invoke-RestMethod "$($twin.Control)/integration/enable" -Method Post
        $status = Get-PicsWebSync
        $status.IntegrationEnabled | Should -BeTrue
        $status.Environment | Should -Be $twin.Environment
        $status.ConnectionTest | Should -Be 'Successful'
    }

    It 'shows what somebody set on the screen' {
        Edit-TwinRecord $twin integration 0 visitType 'Face to Face'
        (Get-PicsWebSync).VisitType | Should -Be 'Face to Face'
    }

    It 'shows no token' {
        $null = Invoke-RestMethod "$($twin.Control)/integration/enable" -Method Post
        $all = Get-PicsWebSync | Format-List * | Out-String
        $all.Contains((New-Object pscredential 'token', $twin.Token).GetNetworkCredential().Password) | Should -BeFalse
    }

    It 'tells a tenant whose API does not show it where to look' {
        $without = Start-Twin '--assessors', '4', '--placements', '2', '--standards', '1', '--without', 'integration.get'
        try {
            $told = Get-ErrorOf { Get-PicsWebSync -Connection (Connect-Twin $without (Join-Path $TestDrive 'without')) }
            Assert-Error $told OperationMissing NotEnabled
            "$told" | Should -Match 'Integrations > OneFile > Settings'
            $told.ErrorDetails.RecommendedAction | Should -Match 'screen'
        }
        finally {
            Get-PicsOnefileConnection | Where-Object OnefileAddress -EQ $without.Onefile | Disconnect-PicsOnefile
            Stop-Twin $without
        }
    }
}
